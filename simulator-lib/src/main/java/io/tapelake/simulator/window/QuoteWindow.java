package io.tapelake.simulator.window;

import io.tapelake.model.Prices;
import io.tapelake.simulator.day.QuoteColumns;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.market.MarketView;
import java.util.List;

/**
 * The quotes that became known within a time up to now, oldest first: rows {@link #fromRow} to {@link #toRow} of the day's
 * columns. For one thread; allocates nothing after it is made.
 */
public final class QuoteWindow {
    /** What {@link #fill} writes of each quote. */
    public enum Field {
        /** Seconds since it became known. */
        AGE_SECONDS,
        /** Bid of the publisher in USD, 0 for an empty side. */
        BID,
        /** Ask of the publisher in USD, 0 for an empty side. */
        ASK,
        /** Shares at that bid. */
        BID_SIZE,
        /** Shares at that ask. */
        ASK_SIZE,
        /** Databento's publisher id. */
        PUBLISHER
    }

    private static final double SECONDS_PER_NANO = 1e-9;

    private final SimulatorDay day;
    private final QuoteColumns quotes;
    private final long spanNs;
    private final Reach reach;
    private long nowNs;
    private int from;
    private int to;

    private QuoteWindow(SimulatorDay day, long spanNs, Reach reach) {
        this.day = day;
        this.quotes = day.quotes();
        this.spanNs = spanNs;
        this.reach = reach;
    }

    /** A window of so many nanoseconds. */
    public static QuoteWindow of(SimulatorDay day, long spanNs, Reach reach) {
        return new QuoteWindow(day, spanNs, reach);
    }

    /** Places the window at what a view of the same day knows. */
    public QuoteWindow at(MarketView view) {
        nowNs = view.nowNs();
        to = view.quoteRow() + 1;
        from = Math.min(to, quotes.rowAt(TickSpan.afterNs(day.sessions(), nowNs, spanNs, reach)) + 1);
        return this;
    }

    /** The first row. */
    public int fromRow() {
        return from;
    }

    /** The row after the last one. */
    public int toRow() {
        return to;
    }

    /** The number of quotes. */
    public int size() {
        return to - from;
    }

    /**
     * Writes the newest quotes, oldest of them first, field by field of each quote.
     *
     * @param rows most quotes to write
     * @return how many were written; the rest of the buffer is left alone
     */
    public int fill(List<Field> fields, float[] buffer, int offset, int rows) {
        int count = Math.min(rows, size());
        int at = offset;
        for (int row = to - count; row < to; row++) {
            for (int f = 0; f < fields.size(); f++) {
                buffer[at++] = (float) value(fields.get(f), row);
            }
        }
        return count;
    }

    /** The same in doubles. */
    public int fill(List<Field> fields, double[] buffer, int offset, int rows) {
        int count = Math.min(rows, size());
        int at = offset;
        for (int row = to - count; row < to; row++) {
            for (int f = 0; f < fields.size(); f++) {
                buffer[at++] = value(fields.get(f), row);
            }
        }
        return count;
    }

    private double value(Field field, int row) {
        return switch (field) {
            case AGE_SECONDS -> (nowNs - quotes.knownNs(row)) * SECONDS_PER_NANO;
            case BID -> usd(quotes.bidNanos(row));
            case ASK -> usd(quotes.askNanos(row));
            case BID_SIZE -> quotes.bidSizeShares(row);
            case ASK_SIZE -> quotes.askSizeShares(row);
            case PUBLISHER -> day.publisherId(quotes.publisher(row));
        };
    }

    private static double usd(long nanos) {
        return nanos == Prices.UNDEF ? 0 : Prices.toDouble(nanos);
    }
}
