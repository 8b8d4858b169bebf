package io.tapelake.lake.read;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.model.BarSeries;
import io.tapelake.model.QuoteSeries;
import io.tapelake.model.StatusEvent;
import io.tapelake.model.SymbolDay;
import io.tapelake.model.TradeSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads one symbol-day of one run into columns of primitives. A day without rows gives an empty series, and so does a table
 * the run does not have: {@link LakeRun#has} tells the two apart. So does a day that is open ({@link LakeRun#openDays()}),
 * unless the reader {@linkplain #withOpenDays() shows open days}: it is not there yet.
 *
 * <p>Thread-safe. Rows come in the table's order: time, then publisher for bars, source order for the rest.
 */
public final class SymbolDayReader {

    /** A time at the venue that the source left undefined, as DBN's own value reads in a signed number. */
    public static final long UNDEFINED_TIME = -1;

    private final LakeRun run;
    private final OpenDays hidden;

    private SymbolDayReader(LakeRun run, OpenDays hidden) {
        this.run = run;
        this.hidden = hidden;
    }

    /** Reads from this run; open days are empty. */
    public static SymbolDayReader of(LakeRun run) {
        return new SymbolDayReader(run, run.openDays());
    }

    /** The same reader, with what there is of open days. */
    public SymbolDayReader withOpenDays() {
        return new SymbolDayReader(run, OpenDays.none());
    }

    /**
     * The bars of all publishers.
     *
     * @param table one of the {@code bars_} tables
     */
    public BarSeries bars(LakeTable table, SymbolDay day) {
        BarSeries.Builder bars = BarSeries.builder();
        try (RowCursor row = scan(table, day)
                .columns("bar_start_ns", "open", "high", "low", "close", "volume", "publisher")
                .open()) {
            while (row.next()) {
                bars.add(row.longAt(0), row.longAt(1), row.longAt(2), row.longAt(3), row.longAt(4), row.longAt(5), (int)
                        row.longAt(6));
            }
        }
        return bars.build();
    }

    /** The rows of {@code trades}. A day taken in as tbbo or mbp-1 has its trades in {@code quotes} instead. */
    public TradeSeries trades(SymbolDay day) {
        return trades(scan(Tables.TRADES, day));
    }

    /** The trades among the rows of {@code quotes}: those with action T from one schema, {@code tbbo} or {@code mbp-1}. */
    public TradeSeries tradesOfQuotes(SymbolDay day, String sourceSchema) {
        return trades(scan(Tables.QUOTES, day)
                .where(Condition.equal("source_schema", sourceSchema))
                .where(Condition.equal("action", "T")));
    }

    /** The rows of {@code quotes} that came from one schema, for example {@code bbo-1s}; trades keep the book before them. */
    public QuoteSeries quotes(SymbolDay day, String sourceSchema) {
        QuoteSeries.Builder quotes = QuoteSeries.builder();
        try (RowCursor row = scan(Tables.QUOTES, day)
                .where(Condition.equal("source_schema", sourceSchema))
                .columns("ts_recv_ns", "bid", "ask", "bid_size", "ask_size", "publisher")
                .open()) {
            while (row.next()) {
                quotes.add(
                        row.longAt(0), row.longAt(1), row.longAt(2), row.longAt(3), row.longAt(4), (int) row.longAt(5));
            }
        }
        return quotes.build();
    }

    /** The changes of trading status. */
    public List<StatusEvent> status(SymbolDay day) {
        List<StatusEvent> events = new ArrayList<>();
        try (RowCursor row = scan(Tables.STATUS, day)
                .columns("ts_recv_ns", "ts_event_ns", "publisher", "action", "reason", "is_trading")
                .open()) {
            while (row.next()) {
                String isTrading = row.textAt(5);
                events.add(new StatusEvent(
                        row.longAt(0),
                        timeAt(row, 1),
                        (int) row.longAt(2),
                        (int) row.longAt(3),
                        (int) row.longAt(4),
                        isTrading == null ? '~' : isTrading.charAt(0)));
            }
        }
        return List.copyOf(events);
    }

    /**
     * The scan behind these methods, for other columns or other tables of market events: rows of the symbol-day, in order.
     */
    public TableScan scan(LakeTable table, SymbolDay day) {
        boolean there = run.has(table) && !hidden.isOpen(day.tradeDate(), day.dataset());
        List<DataFile> files = there ? run.table(table).files(day.tradeDate()) : List.of();
        return TableScan.of(run.storage(), table, files)
                .where(Condition.equal("symbol", day.symbol()))
                .where(Condition.equal("dataset", day.dataset()))
                .inOrder();
    }

    private static long timeAt(RowCursor row, int place) {
        return row.isNullAt(place) ? UNDEFINED_TIME : row.longAt(place);
    }

    private static TradeSeries trades(TableScan scan) {
        TradeSeries.Builder trades = TradeSeries.builder();
        try (RowCursor row = scan.columns("ts_event_ns", "ts_recv_ns", "price", "size", "side", "publisher")
                .open()) {
            while (row.next()) {
                String side = row.textAt(4);
                trades.add(
                        timeAt(row, 0),
                        row.longAt(1),
                        row.longAt(2),
                        row.longAt(3),
                        side == null ? 'N' : side.charAt(0),
                        (int) row.longAt(5));
            }
        }
        return trades.build();
    }
}
