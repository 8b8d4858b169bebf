package io.tapelake.simulator.check;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.read.Condition;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import io.tapelake.model.SymbolDay;
import java.util.ArrayList;
import java.util.List;

/** The ticks of a symbol-day as plain objects, read once more and independently of what is checked. */
final class LakeTicks {
    private final LakeRun run;
    private final SymbolDay key;

    LakeTicks(LakeRun run, SymbolDay key) {
        this.run = run;
        this.key = key;
    }

    record Quote(long ts, int publisher, long bid, long ask, long bidSize, long askSize) {}

    record Trade(long ts, int publisher, long price, long size, char side) {}

    /** Quotes of the best schema so far: each row unless a better schema had one before. */
    List<Quote> quotes(List<String> order) {
        List<Quote> quotes = new ArrayList<>();
        int best = Integer.MAX_VALUE;
        try (RowCursor row = scan(Tables.QUOTES)
                .columns("ts_recv_ns", "publisher", "bid", "ask", "bid_size", "ask_size", "source_schema")
                .open()) {
            while (row.next()) {
                int rank = order.indexOf(row.textAt(6));
                if (rank >= 0 && rank <= best) {
                    best = rank;
                    quotes.add(new Quote(
                            row.longAt(0),
                            (int) row.longAt(1),
                            row.longAt(2),
                            row.longAt(3),
                            row.longAt(4),
                            row.longAt(5)));
                }
            }
        }
        return quotes;
    }

    /** The rows of table trades. */
    List<Trade> trades() {
        List<Trade> trades = new ArrayList<>();
        try (RowCursor row = scan(Tables.TRADES)
                .columns("ts_recv_ns", "publisher", "price", "size", "side")
                .open()) {
            while (row.next()) {
                trades.add(trade(row));
            }
        }
        return trades;
    }

    /** The trades among the quotes of one schema. */
    List<Trade> tradesOfQuotes(String schema) {
        List<Trade> trades = new ArrayList<>();
        try (RowCursor row = scan(Tables.QUOTES)
                .where(Condition.equal("source_schema", schema))
                .where(Condition.equal("action", "T"))
                .columns("ts_recv_ns", "publisher", "price", "size", "side")
                .open()) {
            while (row.next()) {
                trades.add(trade(row));
            }
        }
        return trades;
    }

    private static Trade trade(RowCursor row) {
        String side = row.textAt(4);
        return new Trade(
                row.longAt(0),
                (int) row.longAt(1),
                row.longAt(2),
                row.longAt(3),
                side == null || side.isEmpty() ? 'N' : side.charAt(0));
    }

    private TableScan scan(LakeTable table) {
        List<DataFile> files = run.has(table) ? run.table(table).files(key.tradeDate()) : List.of();
        return TableScan.of(run.storage(), table, files)
                .where(Condition.equal("symbol", key.symbol()))
                .where(Condition.equal("dataset", key.dataset()))
                .inOrder();
    }
}
