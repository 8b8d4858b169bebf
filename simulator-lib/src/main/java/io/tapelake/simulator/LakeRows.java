package io.tapelake.simulator;

import io.tapelake.analysis.SourceTables;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.read.Condition;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.SymbolDayReader;
import io.tapelake.lake.read.TableScan;
import io.tapelake.model.StatusEvent;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.SourceOrder;
import io.tapelake.scanner.SourceSchema;
import io.tapelake.simulator.day.DayRows;
import io.tapelake.simulator.day.DaySettings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rows of a symbol-day out of the tables of a run: ticks first, then of bars those from before the ticks begin. Thread-safe. */
final class LakeRows {
    private final LakeRun run;
    private final SourceOrder sources;

    LakeRows(LakeRun run, DaySettings settings) {
        this.run = run;
        this.sources = settings.scan().sources();
    }

    /** Hands over every row that is wanted; returns how many they were. */
    long read(SymbolDay key, DayRows day) {
        long count = 0;
        if (sources.prices().contains(SourceSchema.TRADES)) {
            count += readTrades(key, day);
        }
        count += readQuotes(key, day);
        for (SourceSchema schema : sources.prices()) {
            long untilNs = schema.isBars() ? day.barsWantedUntilNs(schema) : Long.MIN_VALUE;
            if (untilNs > Long.MIN_VALUE) {
                count += readBars(key, schema, untilNs, day);
            }
        }
        return count + readStatus(key, day);
    }

    private long readTrades(SymbolDay key, DayRows day) {
        long count = 0;
        try (RowCursor row = scan(Tables.TRADES, key)
                .columns("ts_recv_ns", "publisher", "price", "size", "side")
                .open()) {
            while (row.next()) {
                count++;
                day.trade(row.longAt(0), (int) row.longAt(1), row.longAt(2), row.longAt(3), letter(row.textAt(4), 'N'));
            }
        }
        return count;
    }

    private long readQuotes(SymbolDay key, DayRows day) {
        Set<SourceSchema> wanted = new HashSet<>(sources.quotes());
        sources.prices().stream().filter(SourceSchema::hasQuotes).forEach(wanted::add);
        if (wanted.isEmpty()) {
            return 0;
        }
        long count = 0;
        String text = null;
        SourceSchema schema = null;
        try (RowCursor row = scan(Tables.QUOTES, key)
                .columns(
                        "ts_recv_ns",
                        "publisher",
                        "bid",
                        "ask",
                        "bid_size",
                        "ask_size",
                        "action",
                        "side",
                        "price",
                        "size",
                        "source_schema")
                .open()) {
            while (row.next()) {
                if (!row.textAt(10).equals(text)) {
                    text = row.textAt(10);
                    schema = SourceSchema.fromText(text);
                }
                if (wanted.contains(schema)) {
                    count++;
                    day.quote(
                            schema,
                            row.longAt(0),
                            (int) row.longAt(1),
                            row.longAt(2),
                            row.longAt(3),
                            row.longAt(4),
                            row.longAt(5),
                            letter(row.textAt(6), 'N'),
                            letter(row.textAt(7), 'N'),
                            row.longAt(8),
                            row.longAt(9));
                }
            }
        }
        return count;
    }

    private long readBars(SymbolDay key, SourceSchema schema, long untilNs, DayRows day) {
        TableScan scan = scan(SourceTables.bars(schema), key)
                .columns("bar_start_ns", "publisher", "open", "high", "low", "close", "volume");
        if (untilNs < Long.MAX_VALUE) {
            scan = scan.where(Condition.between("bar_start_ns", Long.MIN_VALUE, untilNs - 1));
        }
        long count = 0;
        try (RowCursor row = scan.open()) {
            while (row.next()) {
                count++;
                day.bar(
                        schema,
                        row.longAt(0),
                        (int) row.longAt(1),
                        row.longAt(2),
                        row.longAt(3),
                        row.longAt(4),
                        row.longAt(5),
                        row.longAt(6));
            }
        }
        return count;
    }

    private long readStatus(SymbolDay key, DayRows day) {
        long count = 0;
        try (RowCursor row = scan(Tables.STATUS, key)
                .columns(
                        "ts_recv_ns",
                        "ts_event_ns",
                        "publisher",
                        "action",
                        "reason",
                        "is_trading",
                        "is_quoting",
                        "is_short_sell_restricted")
                .open()) {
            while (row.next()) {
                count++;
                StatusEvent event = new StatusEvent(
                        row.longAt(0),
                        row.isNullAt(1) ? SymbolDayReader.UNDEFINED_TIME : row.longAt(1),
                        (int) row.longAt(2),
                        (int) row.longAt(3),
                        (int) row.longAt(4),
                        letter(row.textAt(5), '~'));
                day.status(event, letter(row.textAt(6), '~'), letter(row.textAt(7), '~'));
            }
        }
        return count;
    }

    private TableScan scan(LakeTable table, SymbolDay key) {
        List<DataFile> files = run.has(table) ? run.table(table).files(key.tradeDate()) : List.of();
        return TableScan.of(run.storage(), table, files)
                .where(Condition.equal("symbol", key.symbol()))
                .where(Condition.equal("dataset", key.dataset()))
                .inOrder();
    }

    private static char letter(String text, char otherwise) {
        return text == null || text.isEmpty() ? otherwise : text.charAt(0);
    }
}
