package io.tapelake.simulator.day;

import io.tapelake.model.DaySessions;
import io.tapelake.model.Prices;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * Highest and lowest clean prices of the minutes before a minute: of the whole day and of the session that the minute lies
 * in, and those of the opening range. Together with the running minute of {@link PrintColumns} they give every high and low so
 * far without a search. Price nanos, {@link Prices#UNDEF} where there is none.
 */
final class SessionHighs {
    /** Minutes from midnight in New York; a day with a clock change has 25 hours. */
    static final int MINUTES = 1_500;

    private static final int KINDS = 4;
    private static final int DAY_HIGH = 0;
    private static final int DAY_LOW = 1;
    private static final int SESSION_HIGH = 2;
    private static final int SESSION_LOW = 3;

    /** Until {@link #finish}: the extremes of each minute itself; afterwards of those before it. */
    private final LongBuffer before;

    private long firstPrice = Prices.UNDEF;
    private int firstRow = -1;
    private long rangeHigh = Prices.UNDEF;
    private long rangeLow = Prices.UNDEF;
    private long preHigh = Prices.UNDEF;
    private long preLow = Prices.UNDEF;
    private final long[] highs = new long[MINUTES];
    private final long[] lows = new long[MINUTES];

    SessionHighs() {
        before = LongBuffer.wrap(new long[KINDS * MINUTES]);
        Arrays.fill(highs, Prices.UNDEF);
        Arrays.fill(lows, Prices.UNDEF);
    }

    private SessionHighs(ColumnSource source) {
        before = source.longs();
        firstPrice = source.number();
        firstRow = (int) source.number();
        rangeHigh = source.number();
        rangeLow = source.number();
        preHigh = source.number();
        preLow = source.number();
    }

    static SessionHighs read(ColumnSource source) {
        return new SessionHighs(source);
    }

    void write(ColumnSink sink) {
        sink.longs(before);
        sink.number(firstPrice);
        sink.number(firstRow);
        sink.number(rangeHigh);
        sink.number(rangeLow);
        sink.number(preHigh);
        sink.number(preLow);
    }

    /** The first clean price of the day, and the row with which it counted. */
    void first(long priceNanos, int row) {
        if (firstRow < 0) {
            firstPrice = priceNanos;
            firstRow = row;
        }
    }

    void minute(int minute, long high, long low) {
        if (minute >= 0 && minute < MINUTES) {
            highs[minute] = highest(highs[minute], high);
            lows[minute] = lowest(lows[minute], low);
        }
    }

    /** Turns the extremes of minutes into those of the minutes before them. */
    void finish(long dayStartNs, DaySessions sessions, int openingRangeMinutes) {
        int pre = minutes(dayStartNs, sessions.preOpenNs());
        int open = minutes(dayStartNs, sessions.openNs());
        int close = minutes(dayStartNs, sessions.closeNs());
        int end = minutes(dayStartNs, sessions.postCloseNs());
        long[] running = {Prices.UNDEF, Prices.UNDEF, Prices.UNDEF, Prices.UNDEF};
        for (int m = 0; m < MINUTES; m++) {
            if (m == pre || m == open || m == close || m == end) {
                running[SESSION_HIGH] = Prices.UNDEF;
                running[SESSION_LOW] = Prices.UNDEF;
            }
            for (int kind = 0; kind < KINDS; kind++) {
                before.put(m * KINDS + kind, running[kind]);
            }
            running[DAY_HIGH] = highest(running[DAY_HIGH], highs[m]);
            running[DAY_LOW] = lowest(running[DAY_LOW], lows[m]);
            running[SESSION_HIGH] = highest(running[SESSION_HIGH], highs[m]);
            running[SESSION_LOW] = lowest(running[SESSION_LOW], lows[m]);
            if (m >= pre && m < open) {
                preHigh = highest(preHigh, highs[m]);
                preLow = lowest(preLow, lows[m]);
            }
            if (m >= open && m < Math.min(close, open + openingRangeMinutes)) {
                rangeHigh = highest(rangeHigh, highs[m]);
                rangeLow = lowest(rangeLow, lows[m]);
            }
        }
    }

    private static int minutes(long dayStartNs, long ns) {
        return (int) ((ns - dayStartNs) / 60_000_000_000L);
    }

    static long highest(long a, long b) {
        return a == Prices.UNDEF ? b : b == Prices.UNDEF ? a : Math.max(a, b);
    }

    static long lowest(long a, long b) {
        return Math.min(a, b);
    }

    long dayHighBefore(int minute) {
        return at(minute, DAY_HIGH);
    }

    long dayLowBefore(int minute) {
        return at(minute, DAY_LOW);
    }

    long sessionHighBefore(int minute) {
        return at(minute, SESSION_HIGH);
    }

    long sessionLowBefore(int minute) {
        return at(minute, SESSION_LOW);
    }

    private long at(int minute, int kind) {
        return minute < 0 || minute >= MINUTES ? Prices.UNDEF : before.get(minute * KINDS + kind);
    }

    long firstPriceNanos() {
        return firstPrice;
    }

    int firstRow() {
        return firstRow;
    }

    /** Of the whole opening range: to be asked for only when it is over. */
    long rangeHighNanos() {
        return rangeHigh;
    }

    long rangeLowNanos() {
        return rangeLow;
    }

    /** Of the whole pre-market: to be asked for only when it is over. */
    long preHighNanos() {
        return preHigh;
    }

    long preLowNanos() {
        return preLow;
    }
}
