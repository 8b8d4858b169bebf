package io.tapelake.simulator.day;

import io.tapelake.model.DaySessions;
import io.tapelake.model.Prices;
import io.tapelake.scanner.tape.MinuteTape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.LongBuffer;

/**
 * The clean one-minute bars of one day from the start of its pre-market session to the end of its post-market session; minute 0
 * is the first. A minute without a trade has no open, high and low, and the last close. Prices are price nanos on the split
 * basis of the day in whose memory the bars are. Immutable and thread-safe.
 */
public final class MinuteBars {
    static final long NS_PER_MINUTE = 60_000_000_000L;

    private final long startNs;
    private final int size;
    private final PriceColumn open;
    private final PriceColumn high;
    private final PriceColumn low;
    private final PriceColumn close;
    private final LongBuffer volume;

    private MinuteBars(long startNs, long[][] prices, long[] volume) {
        this.startNs = startNs;
        this.size = volume.length;
        open = PriceColumn.of(prices[0], size);
        high = PriceColumn.of(prices[1], size);
        low = PriceColumn.of(prices[2], size);
        close = PriceColumn.of(prices[3], size);
        this.volume = LongBuffer.wrap(volume);
    }

    private MinuteBars(ColumnSource source) {
        startNs = source.number();
        open = PriceColumn.read(source);
        high = PriceColumn.read(source);
        low = PriceColumn.read(source);
        close = PriceColumn.read(source);
        volume = source.longs();
        size = volume.limit();
    }

    static MinuteBars read(ColumnSource source) {
        return new MinuteBars(source);
    }

    void write(ColumnSink sink) {
        sink.number(startNs);
        open.write(sink);
        high.write(sink);
        low.write(sink);
        close.write(sink);
        sink.longs(volume);
    }

    /**
     * The bars of a tape.
     *
     * @param tape null for a day whose minutes are not known: every minute is without a trade
     * @param factor new shares per share of that day: prices are divided by it, volumes multiplied
     */
    static MinuteBars of(MinuteTape tape, DaySessions sessions, BigDecimal factor) {
        int size = (int) ((sessions.postCloseNs() - sessions.preOpenNs()) / NS_PER_MINUTE);
        long[][] prices = new long[4][size];
        for (long[] column : prices) {
            java.util.Arrays.fill(column, Prices.UNDEF);
        }
        long[] volume = new long[size];
        int offset = tape == null ? 0 : (int) ((sessions.preOpenNs() - tape.dayStartNs()) / NS_PER_MINUTE);
        for (int row = 0; tape != null && row < tape.size(); row++) {
            int minute = tape.minute(row) - offset;
            if (minute >= 0 && minute < size) {
                prices[0][minute] = price(tape.openNanos(row), factor);
                prices[1][minute] = price(tape.highNanos(row), factor);
                prices[2][minute] = price(tape.lowNanos(row), factor);
                prices[3][minute] = price(tape.closeNanos(row), factor);
                volume[minute] = shares(tape.volume(row), factor);
            }
        }
        long last = Prices.UNDEF;
        for (int minute = 0; minute < size; minute++) {
            last = prices[3][minute] == Prices.UNDEF ? last : prices[3][minute];
            prices[3][minute] = last;
        }
        return new MinuteBars(sessions.preOpenNs(), prices, volume);
    }

    private static long price(long nanos, BigDecimal factor) {
        return factor.compareTo(BigDecimal.ONE) == 0
                ? nanos
                : BigDecimal.valueOf(nanos)
                        .divide(factor, MathContext.DECIMAL128)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    private static long shares(long shares, BigDecimal factor) {
        return factor.compareTo(BigDecimal.ONE) == 0
                ? shares
                : BigDecimal.valueOf(shares)
                        .multiply(factor)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    /** The number of minutes. */
    public int size() {
        return size;
    }

    /** When a minute began, nanoseconds UTC. */
    public long startNs(int minute) {
        return startNs + minute * NS_PER_MINUTE;
    }

    /** The minute an instant lies in; below 0 or at least {@link #size} outside the sessions. */
    public int minuteAt(long ns) {
        return (int) Math.floorDiv(ns - startNs, NS_PER_MINUTE);
    }

    /** Whether the minute had a trade with a clean price. */
    public boolean traded(int minute) {
        return open.at(minute) != Prices.UNDEF;
    }

    /** First clean price; {@link Prices#UNDEF} without a trade. */
    public long openNanos(int minute) {
        return open.at(minute);
    }

    /** Highest clean price; {@link Prices#UNDEF} without a trade. */
    public long highNanos(int minute) {
        return high.at(minute);
    }

    /** Lowest clean price; {@link Prices#UNDEF} without a trade. */
    public long lowNanos(int minute) {
        return low.at(minute);
    }

    /** Last clean price up to the end of the minute; {@link Prices#UNDEF} before the first trade of the day. */
    public long closeNanos(int minute) {
        return close.at(minute);
    }

    /** Shares. */
    public long volume(int minute) {
        return volume.get(minute);
    }

    long bytes() {
        return open.bytes() + high.bytes() + low.bytes() + close.bytes() + 8L * size;
    }
}
