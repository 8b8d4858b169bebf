package io.tapelake.model;

import java.util.Arrays;

/**
 * Trades of one symbol as columns of primitives, in the order they were added. Prices are price nanos,
 * {@link Prices#UNDEF} where undefined.
 *
 * <p>Immutable. Row indexes run from 0 to {@code size() - 1}; others throw {@link IndexOutOfBoundsException}.
 */
public final class TradeSeries {
    private final int size;
    private final long[] tsEventNs;
    private final long[] tsRecvNs;
    private final long[] price;
    private final long[] sizeShares;
    private final byte[] side;
    private final int[] publisher;

    private TradeSeries(Builder b) {
        size = b.size;
        tsEventNs = Arrays.copyOf(b.tsEventNs, size);
        tsRecvNs = Arrays.copyOf(b.tsRecvNs, size);
        price = Arrays.copyOf(b.price, size);
        sizeShares = Arrays.copyOf(b.sizeShares, size);
        side = Arrays.copyOf(b.side, size);
        publisher = Arrays.copyOf(b.publisher, size);
    }

    /** A builder without rows. */
    public static Builder builder() {
        return new Builder();
    }

    /** The number of trades. */
    public int size() {
        return size;
    }

    /** When the venue says it traded, nanoseconds UTC. */
    public long tsEventNs(int row) {
        return tsEventNs[row];
    }

    /** When the record was received, nanoseconds UTC; the instant from which it may be known. */
    public long tsRecvNs(int row) {
        return tsRecvNs[row];
    }

    /** Price, in price nanos. */
    public long priceNanos(int row) {
        return price[row];
    }

    /** Shares. */
    public long sizeShares(int row) {
        return sizeShares[row];
    }

    /** Side of the aggressor as DBN's character: {@code 'B'}, {@code 'A'} or {@code 'N'} for unknown. */
    public char side(int row) {
        return (char) side[row];
    }

    /** Databento's publisher id. */
    public int publisher(int row) {
        return publisher[row];
    }

    /** Collects trades; not thread-safe, may be used on after {@link #build()}. */
    public static final class Builder {
        private int size;
        private long[] tsEventNs = new long[64];
        private long[] tsRecvNs = new long[64];
        private long[] price = new long[64];
        private long[] sizeShares = new long[64];
        private byte[] side = new byte[64];
        private int[] publisher = new int[64];

        private Builder() {}

        /** Appends a trade. */
        public Builder add(long tsEventNs, long tsRecvNs, long priceNanos, long sizeShares, char side, int publisher) {
            if (size == this.tsEventNs.length) {
                grow();
            }
            this.tsEventNs[size] = tsEventNs;
            this.tsRecvNs[size] = tsRecvNs;
            this.price[size] = priceNanos;
            this.sizeShares[size] = sizeShares;
            this.side[size] = (byte) side;
            this.publisher[size] = publisher;
            size++;
            return this;
        }

        /** The trades so far. */
        public TradeSeries build() {
            return new TradeSeries(this);
        }

        private void grow() {
            int capacity = size * 2;
            tsEventNs = Arrays.copyOf(tsEventNs, capacity);
            tsRecvNs = Arrays.copyOf(tsRecvNs, capacity);
            price = Arrays.copyOf(price, capacity);
            sizeShares = Arrays.copyOf(sizeShares, capacity);
            side = Arrays.copyOf(side, capacity);
            publisher = Arrays.copyOf(publisher, capacity);
        }
    }
}
