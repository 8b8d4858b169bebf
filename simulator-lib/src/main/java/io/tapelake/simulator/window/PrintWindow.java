package io.tapelake.simulator.window;

import io.tapelake.model.Prices;
import io.tapelake.simulator.day.PrintColumns;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.market.MarketView;
import java.util.List;

/**
 * The prints that became known within a time up to now, oldest first: rows {@link #fromRow} to {@link #toRow} of the day's
 * columns. For one thread; allocates nothing after it is made.
 */
public final class PrintWindow {
    /** What {@link #fill} writes of each print. */
    public enum Field {
        /** Seconds since it became known. */
        AGE_SECONDS,
        /** Price in USD as reported, 0 where there was none. */
        PRICE,
        /** Shares. */
        SHARES,
        /** 1 when the aggressor bought, -1 when it sold, 0 when that is not known. */
        SIDE
    }

    private static final double SECONDS_PER_NANO = 1e-9;

    private final SimulatorDay day;
    private final PrintColumns prints;
    private final long spanNs;
    private final Reach reach;
    private long nowNs;
    private int from;
    private int to;

    private PrintWindow(SimulatorDay day, long spanNs, Reach reach) {
        this.day = day;
        this.prints = day.prints();
        this.spanNs = spanNs;
        this.reach = reach;
    }

    /** A window of so many nanoseconds. */
    public static PrintWindow of(SimulatorDay day, long spanNs, Reach reach) {
        return new PrintWindow(day, spanNs, reach);
    }

    /** Places the window at what a view of the same day knows. */
    public PrintWindow at(MarketView view) {
        nowNs = view.nowNs();
        to = view.printRow() + 1;
        from = Math.min(to, prints.rowAt(TickSpan.afterNs(day.sessions(), nowNs, spanNs, reach)) + 1);
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

    /** The number of prints. */
    public int size() {
        return to - from;
    }

    /**
     * Writes the newest prints, oldest of them first, field by field of each print.
     *
     * @param rows most prints to write
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
            case AGE_SECONDS -> (nowNs - prints.knownNs(row)) * SECONDS_PER_NANO;
            case PRICE -> prints.priceNanos(row) == Prices.UNDEF ? 0 : Prices.toDouble(prints.priceNanos(row));
            case SHARES -> prints.shares(row);
            case SIDE -> prints.side(row) == 'B' ? 1 : prints.side(row) == 'A' ? -1 : 0;
        };
    }
}
