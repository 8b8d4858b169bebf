package io.tapelake.analysis;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.read.Condition;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.SymbolDayReader;
import io.tapelake.lake.read.TableScan;
import io.tapelake.model.StatusEvent;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.SourceOrder;
import io.tapelake.scanner.SourceSchema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Folds neighbouring symbols of one dataset on one date: reads the tables in (symbol, time) order and hands each row to its
 * symbol's fold. Of a coarser table only rows are taken from before a better one begins. A symbol on which the scanner
 * fails is reported and does not keep the others; a table that cannot be read fails the whole. For one thread.
 */
public final class RangeFold {

    private static final char NO_LETTER = 'N';

    private final LakeStorage storage;
    private final Map<String, List<DataFile>> files;
    private final SourceOrder sources;
    private final String dataset;
    private final List<String> symbols;
    private final Map<String, DayFolding> days = new LinkedHashMap<>();
    private boolean quotesRead;

    private RangeFold(
            LakeStorage storage,
            Map<String, List<DataFile>> files,
            DayScanner scanner,
            LocalDate date,
            String dataset,
            List<String> symbols) {
        this.storage = storage;
        this.files = files;
        this.sources = scanner.settings().sources();
        this.dataset = dataset;
        this.symbols = symbols;
        for (String symbol : symbols) {
            SymbolDay day = new SymbolDay(date, dataset, symbol);
            days.put(symbol, new DayFolding(day, scanner.fold(day)));
        }
    }

    /** What is done with the current row of a cursor. */
    private interface RowTo {
        void add(DayFolding day, RowCursor row);
    }

    /**
     * Folds the symbol-days; those of which no source has a row are left out.
     *
     * @param files table name to the files of the date, see {@link SourceTables#files}
     * @param symbols in order, at least one
     * @param doubts quality flags of all these days that their rows do not show
     */
    public static FoldedRange fold(
            LakeStorage storage,
            Map<String, List<DataFile>> files,
            DayScanner scanner,
            LocalDate date,
            String dataset,
            List<String> symbols,
            Set<String> doubts) {
        RangeFold range = new RangeFold(storage, files, scanner, date, dataset, symbols);
        range.days.values().forEach(day -> doubts.forEach(flag -> day.fold().doubt(flag)));
        range.readAll();
        List<FoldedDay> folded = new ArrayList<>();
        List<FoldedRange.Failure> failures = new ArrayList<>();
        for (DayFolding day : range.days.values()) {
            day.finish().ifPresent(folded::add);
            if (day.failed()) {
                failures.add(new FoldedRange.Failure(day.day(), day.failure()));
            }
        }
        return new FoldedRange(folded, failures);
    }

    private void readAll() {
        for (SourceSchema schema : sources.prices()) {
            List<String> wanting = days.entrySet().stream()
                    .filter(e -> e.getValue().wants(schema))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!wanting.isEmpty()) {
                read(schema, wanting);
            }
        }
        if (!sources.quotes().isEmpty()) {
            readQuotes();
        }
        readStatus();
    }

    private void read(SourceSchema schema, List<String> wanting) {
        if (schema == SourceSchema.TRADES) {
            readTrades(wanting);
        } else if (schema.isBars()) {
            readBars(schema, wanting);
        } else {
            readQuotes();
        }
    }

    private void readTrades(List<String> wanting) {
        RowTo add = (day, row) -> {
            if (row.longAt(1) >= day.untilNs()) {
                return;
            }
            day.file(row.longAt(5));
            day.fold().trades().add(row.longAt(1), (int) row.longAt(2), row.longAt(3), row.longAt(4));
        };
        each(
                Tables.TRADES,
                wanting,
                wantedUntilNs(wanting),
                add,
                "symbol",
                "ts_recv_ns",
                "publisher",
                "price",
                "size",
                "file_id");
    }

    private void readBars(SourceSchema schema, List<String> wanting) {
        RowTo add = (day, row) -> {
            if (row.longAt(1) >= day.untilNs()) {
                return;
            }
            day.file(row.longAt(8));
            day.fold()
                    .bars(schema)
                    .add(
                            row.longAt(1),
                            (int) row.longAt(2),
                            row.longAt(3),
                            row.longAt(4),
                            row.longAt(5),
                            row.longAt(6),
                            row.longAt(7));
        };
        each(
                SourceTables.bars(schema),
                wanting,
                wantedUntilNs(wanting),
                add,
                "symbol",
                "bar_start_ns",
                "publisher",
                "open",
                "high",
                "low",
                "close",
                "volume",
                "file_id");
    }

    private void readQuotes() {
        if (quotesRead) {
            return;
        }
        quotesRead = true;
        each(
                Tables.QUOTES,
                symbols,
                Long.MAX_VALUE,
                new QuotesTo(sources),
                "symbol",
                "ts_recv_ns",
                "publisher",
                "bid",
                "ask",
                "action",
                "price",
                "size",
                "source_schema",
                "file_id");
    }

    /** Quotes of the schemas that the order names; the schema is the same in long stretches of rows. */
    private static final class QuotesTo implements RowTo {
        private final Set<SourceSchema> wanted;
        private String text;
        private SourceSchema schema;

        QuotesTo(SourceOrder sources) {
            wanted = new HashSet<>(sources.quotes());
            wanted.addAll(sources.prices());
        }

        @Override
        public void add(DayFolding day, RowCursor row) {
            if (!row.textAt(8).equals(text)) {
                text = row.textAt(8);
                schema = SourceSchema.fromText(text);
            }
            if (wanted.contains(schema)) {
                day.file(row.longAt(9));
                day.fold()
                        .quotes(schema)
                        .add(
                                row.longAt(1),
                                (int) row.longAt(2),
                                row.longAt(3),
                                row.longAt(4),
                                letter(row.textAt(5), NO_LETTER),
                                row.longAt(6),
                                row.longAt(7));
            }
        }
    }

    private void readStatus() {
        RowTo add = (day, row) -> {
            day.file(row.longAt(7));
            day.fold()
                    .status(new StatusEvent(
                            row.longAt(1),
                            row.isNullAt(2) ? SymbolDayReader.UNDEFINED_TIME : row.longAt(2),
                            (int) row.longAt(3),
                            (int) row.longAt(4),
                            (int) row.longAt(5),
                            letter(row.textAt(6), '~')));
        };
        each(
                Tables.STATUS,
                symbols,
                Long.MAX_VALUE,
                add,
                "symbol",
                "ts_recv_ns",
                "ts_event_ns",
                "publisher",
                "action",
                "reason",
                "is_trading",
                "file_id");
    }

    private static char letter(String text, char otherwise) {
        return text == null || text.isEmpty() ? otherwise : text.charAt(0);
    }

    private long wantedUntilNs(List<String> wanting) {
        return wanting.stream()
                .mapToLong(symbol -> days.get(symbol).untilNs())
                .max()
                .orElseThrow();
    }

    /** Every row of some symbols before an instant; the first column is the symbol, the second the index timestamp. */
    private void each(LakeTable table, List<String> of, long untilNs, RowTo to, String... columns) {
        try (RowCursor row = scan(table, of, untilNs, columns)) {
            DayFolding day = null;
            String symbol = null;
            while (row.next()) {
                if (!row.textAt(0).equals(symbol)) {
                    symbol = row.textAt(0);
                    day = days.get(symbol);
                }
                if (!day.failed()) {
                    add(to, day, row);
                }
            }
        }
    }

    private static void add(RowTo to, DayFolding day, RowCursor row) {
        try {
            to.add(day, row);
        } catch (RuntimeException e) {
            day.fail(e);
        }
    }

    private RowCursor scan(LakeTable table, List<String> of, long untilNs, String... columns) {
        // A range narrows the pages; the set is what is meant.
        TableScan scan = TableScan.of(storage, table, files.getOrDefault(table.name(), List.of()))
                .columns(columns)
                .where(Condition.equal("dataset", dataset))
                .where(Condition.between("symbol", of.get(0), of.get(of.size() - 1)))
                .where(Condition.in("symbol", of))
                .inOrder();
        if (untilNs < Long.MAX_VALUE) {
            scan = scan.where(Condition.between(columns[1], Long.MIN_VALUE, untilNs - 1));
        }
        return scan.open();
    }
}
