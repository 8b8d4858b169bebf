package io.tapelake.model;

import java.util.Arrays;

/**
 * Top-of-book quotes of one symbol as columns of primitives, in the order they were added. Prices are price nanos,
 * {@link Prices#UNDEF} on an empty side.
 *
 * <p>Immutable. Row indexes run from 0 to {@code size() - 1}; others throw {@link IndexOutOfBoundsException}.
 */
public final class QuoteSeries {
    private final int size;
    private final long[] tsRecvNs;
    private final long[] bid;
    private final long[] ask;
    private final long[] bidSize;
    private final long[] askSize;
    private final int[] publisher;

    private QuoteSeries(Builder b) {
        size = b.size;
        tsRecvNs = Arrays.copyOf(b.tsRecvNs, size);
        bid = Arrays.copyOf(b.bid, size);
        ask = Arrays.copyOf(b.ask, size);
        bidSize = Arrays.copyOf(b.bidSize, size);
        askSize = Arrays.copyOf(b.askSize, size);
        publisher = Arrays.copyOf(b.publisher, size);
    }

    /** A builder without rows. */
    public static Builder builder() {
        return new Builder();
    }

    /** The number of quotes. */
    public int size() {
        return size;
    }

    /** When the record was received (end of the interval for sampled quotes), nanoseconds UTC. */
    public long tsRecvNs(int row) {
        return tsRecvNs[row];
    }

    /** Best bid, in price nanos. */
    public long bidNanos(int row) {
        return bid[row];
    }

    /** Best ask, in price nanos. */
    public long askNanos(int row) {
        return ask[row];
    }

    /** Shares at the best bid. */
    public long bidSizeShares(int row) {
        return bidSize[row];
    }

    /** Shares at the best ask. */
    public long askSizeShares(int row) {
        return askSize[row];
    }

    /** Databento's publisher id. */
    public int publisher(int row) {
        return publisher[row];
    }

    /** Collects quotes; not thread-safe, may be used on after {@link #build()}. */
    public static final class Builder {
        private int size;
        private long[] tsRecvNs = new long[64];
        private long[] bid = new long[64];
        private long[] ask = new long[64];
        private long[] bidSize = new long[64];
        private long[] askSize = new long[64];
        private int[] publisher = new int[64];

        private Builder() {}

        /** Appends a quote. */
        public Builder add(
                long tsRecvNs, long bidNanos, long askNanos, long bidSizeShares, long askSizeShares, int publisher) {
            if (size == this.tsRecvNs.length) {
                grow();
            }
            this.tsRecvNs[size] = tsRecvNs;
            this.bid[size] = bidNanos;
            this.ask[size] = askNanos;
            this.bidSize[size] = bidSizeShares;
            this.askSize[size] = askSizeShares;
            this.publisher[size] = publisher;
            size++;
            return this;
        }

        /** The quotes so far. */
        public QuoteSeries build() {
            return new QuoteSeries(this);
        }

        private void grow() {
            int capacity = size * 2;
            tsRecvNs = Arrays.copyOf(tsRecvNs, capacity);
            bid = Arrays.copyOf(bid, capacity);
            ask = Arrays.copyOf(ask, capacity);
            bidSize = Arrays.copyOf(bidSize, capacity);
            askSize = Arrays.copyOf(askSize, capacity);
            publisher = Arrays.copyOf(publisher, capacity);
        }
    }
}
