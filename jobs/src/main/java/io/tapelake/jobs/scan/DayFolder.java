package io.tapelake.jobs.scan;

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
import io.tapelake.scanner.DayFold;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.SourceOrder;
import io.tapelake.scanner.SourceSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The first pass over one task: reads the tables in (symbol, time) order and folds the rows of each symbol. A coarser
 * table is only read for symbols that no better one had rows of. Spark-free; for one thread.
 */
final class DayFolder {

    private static final Map<SourceSchema, LakeTable> BARS = Map.of(
            SourceSchema.OHLCV_1S, Tables.BARS_1S,
            SourceSchema.OHLCV_1M, Tables.BARS_1M,
            SourceSchema.OHLCV_1H, Tables.BARS_1H,
            SourceSchema.OHLCV_1D, Tables.BARS_1D);

    private static final char NO_ACTION = 'N';

    private final ScanTask task;
    private final LakeStorage storage;
    private final Map<String, List<DataFile>> files;
    private final SourceOrder sources;
    private final Map<String, DayFold> folds = new LinkedHashMap<>();
    private boolean quotesRead;

    private DayFolder(ScanTask task, LakeStorage storage, Map<String, List<DataFile>> files, DayScanner scanner) {
        this.task = task;
        this.storage = storage;
        this.files = files;
        this.sources = scanner.settings().sources();
        task.symbols().forEach(s -> folds.put(s, scanner.fold(new SymbolDay(task.date(), task.dataset(), s))));
    }

    /**
     * Folds the symbol-days of a task; days of which no source has a row are left out.
     *
     * @param files table name to the files of the task's date
     */
    static List<DayStats> fold(
            ScanTask task, LakeStorage storage, Map<String, List<DataFile>> files, DayScanner scanner) {
        DayFolder folder = new DayFolder(task, storage, files, scanner);
        folder.readAll();
        List<DayStats> days = new ArrayList<>();
        folder.folds.values().forEach(fold -> {
            DayStats day = fold.finish();
            if (day.sourceSchema() != null || day.quoteSchema() != null || day.statusRows() > 0) {
                days.add(day);
            }
        });
        return days;
    }

    private void readAll() {
        Set<SourceSchema> better = new HashSet<>();
        for (SourceSchema schema : sources.prices()) {
            List<String> wanting = folds.entrySet().stream()
                    .filter(e -> e.getValue().available().stream().noneMatch(better::contains))
                    .map(Map.Entry::getKey)
                    .toList();
            better.add(schema);
            if (wanting.isEmpty()) {
                break;
            }
            read(schema, wanting);
        }
        if (!sources.quotes().isEmpty()) {
            readQuotes();
        }
        readStatus();
    }

    private void read(SourceSchema schema, List<String> symbols) {
        if (schema == SourceSchema.TRADES) {
            readTrades(symbols);
        } else if (schema.isBars()) {
            readBars(schema, symbols);
        } else {
            readQuotes();
        }
    }

    private void readTrades(List<String> symbols) {
        try (RowCursor row = scan(Tables.TRADES, symbols, "symbol", "ts_recv_ns", "publisher", "price", "size")) {
            DayFold fold = null;
            String symbol = null;
            while (row.next()) {
                if (!row.textAt(0).equals(symbol)) {
                    symbol = row.textAt(0);
                    fold = folds.get(symbol);
                }
                fold.trades().add(row.longAt(1), (int) row.longAt(2), row.longAt(3), row.longAt(4));
            }
        }
    }

    private void readBars(SourceSchema schema, List<String> symbols) {
        try (RowCursor row = scan(
                BARS.get(schema),
                symbols,
                "symbol",
                "bar_start_ns",
                "publisher",
                "open",
                "high",
                "low",
                "close",
                "volume")) {
            DayFold fold = null;
            String symbol = null;
            while (row.next()) {
                if (!row.textAt(0).equals(symbol)) {
                    symbol = row.textAt(0);
                    fold = folds.get(symbol);
                }
                fold.bars(schema)
                        .add(
                                row.longAt(1),
                                (int) row.longAt(2),
                                row.longAt(3),
                                row.longAt(4),
                                row.longAt(5),
                                row.longAt(6),
                                row.longAt(7));
            }
        }
    }

    private void readQuotes() {
        if (quotesRead) {
            return;
        }
        quotesRead = true;
        Set<SourceSchema> wanted = new HashSet<>(sources.quotes());
        wanted.addAll(sources.prices());
        try (RowCursor row = scan(
                Tables.QUOTES,
                task.symbols(),
                "symbol",
                "ts_recv_ns",
                "publisher",
                "bid",
                "ask",
                "action",
                "price",
                "size",
                "source_schema")) {
            DayFold fold = null;
            String symbol = null;
            String text = null;
            SourceSchema schema = null;
            while (row.next()) {
                if (!row.textAt(0).equals(symbol)) {
                    symbol = row.textAt(0);
                    fold = folds.get(symbol);
                }
                if (!row.textAt(8).equals(text)) {
                    text = row.textAt(8);
                    schema = SourceSchema.fromText(text);
                }
                if (!wanted.contains(schema)) {
                    continue;
                }
                String action = row.textAt(5);
                fold.quotes(schema)
                        .add(
                                row.longAt(1),
                                (int) row.longAt(2),
                                row.longAt(3),
                                row.longAt(4),
                                action == null || action.isEmpty() ? NO_ACTION : action.charAt(0),
                                row.longAt(6),
                                row.longAt(7));
            }
        }
    }

    private void readStatus() {
        try (RowCursor row = scan(
                Tables.STATUS,
                task.symbols(),
                "symbol",
                "ts_recv_ns",
                "ts_event_ns",
                "publisher",
                "action",
                "reason",
                "is_trading")) {
            while (row.next()) {
                String trading = row.textAt(6);
                folds.get(row.textAt(0))
                        .status(new StatusEvent(
                                row.longAt(1),
                                row.isNullAt(2) ? SymbolDayReader.UNDEFINED_TIME : row.longAt(2),
                                (int) row.longAt(3),
                                (int) row.longAt(4),
                                (int) row.longAt(5),
                                trading == null || trading.isEmpty() ? '~' : trading.charAt(0)));
            }
        }
    }

    private RowCursor scan(LakeTable table, List<String> symbols, String... columns) {
        // A range narrows the pages; the set is what is meant.
        return TableScan.of(storage, table, files.getOrDefault(table.name(), List.of()))
                .columns(columns)
                .where(Condition.equal("dataset", task.dataset()))
                .where(Condition.between("symbol", symbols.get(0), symbols.get(symbols.size() - 1)))
                .where(Condition.in("symbol", symbols))
                .inOrder()
                .open();
    }
}
