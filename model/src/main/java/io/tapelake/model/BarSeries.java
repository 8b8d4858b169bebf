package io.tapelake.model;

import java.util.Arrays;

/**
 * Bars of one symbol as columns of primitives, in the order they were added. Prices are price nanos,
 * {@link Prices#UNDEF} where undefined. A bar may be used from {@code barStartNs + interval} on, not earlier.
 *
 * <p>Immutable. Row indexes run from 0 to {@code size() - 1}; others throw {@link IndexOutOfBoundsException}.
 */
public final class BarSeries {
    private final int size;
    private final long[] barStartNs;
    private final long[] open;
    private final long[] high;
    private final long[] low;
    private final long[] close;
    private final long[] volume;
    private final int[] publisher;

    private BarSeries(Builder b) {
        size = b.size;
        barStartNs = Arrays.copyOf(b.barStartNs, size);
        open = Arrays.copyOf(b.open, size);
        high = Arrays.copyOf(b.high, size);
        low = Arrays.copyOf(b.low, size);
        close = Arrays.copyOf(b.close, size);
        volume = Arrays.copyOf(b.volume, size);
        publisher = Arrays.copyOf(b.publisher, size);
    }

    /** A builder without rows. */
    public static Builder builder() {
        return new Builder();
    }

    /** The number of bars. */
    public int size() {
        return size;
    }

    /** Start of the bar's interval, nanoseconds UTC, inclusive. */
    public long barStartNs(int row) {
        return barStartNs[row];
    }

    /** First price, in price nanos. */
    public long openNanos(int row) {
        return open[row];
    }

    /** Highest price, in price nanos. */
    public long highNanos(int row) {
        return high[row];
    }

    /** Lowest price, in price nanos. */
    public long lowNanos(int row) {
        return low[row];
    }

    /** Last price, in price nanos. */
    public long closeNanos(int row) {
        return close[row];
    }

    /** Shares traded. */
    public long volume(int row) {
        return volume[row];
    }

    /** Databento's publisher id; 0 where the bar is consolidated. */
    public int publisher(int row) {
        return publisher[row];
    }

    /** Collects bars; not thread-safe, may be used on after {@link #build()}. */
    public static final class Builder {
        private int size;
        private long[] barStartNs = new long[64];
        private long[] open = new long[64];
        private long[] high = new long[64];
        private long[] low = new long[64];
        private long[] close = new long[64];
        private long[] volume = new long[64];
        private int[] publisher = new int[64];

        private Builder() {}

        /** Appends a bar. */
        public Builder add(
                long barStartNs,
                long openNanos,
                long highNanos,
                long lowNanos,
                long closeNanos,
                long volume,
                int publisher) {
            if (size == this.barStartNs.length) {
                grow();
            }
            this.barStartNs[size] = barStartNs;
            this.open[size] = openNanos;
            this.high[size] = highNanos;
            this.low[size] = lowNanos;
            this.close[size] = closeNanos;
            this.volume[size] = volume;
            this.publisher[size] = publisher;
            size++;
            return this;
        }

        /** The bars so far. */
        public BarSeries build() {
            return new BarSeries(this);
        }

        private void grow() {
            int capacity = size * 2;
            barStartNs = Arrays.copyOf(barStartNs, capacity);
            open = Arrays.copyOf(open, capacity);
            high = Arrays.copyOf(high, capacity);
            low = Arrays.copyOf(low, capacity);
            close = Arrays.copyOf(close, capacity);
            volume = Arrays.copyOf(volume, capacity);
            publisher = Arrays.copyOf(publisher, capacity);
        }
    }
}
