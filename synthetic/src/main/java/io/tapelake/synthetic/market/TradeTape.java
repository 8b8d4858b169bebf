package io.tapelake.synthetic.market;

import io.tapelake.model.TradeSeries;
import java.util.Arrays;

/**
 * The trades of one symbol-day in columns, in order of tsRecv. Rows run from 0 to {@code size() - 1}. Prices are price
 * nanos, times nanoseconds UTC. Filled by its package, then only read.
 */
public final class TradeTape {
    private int size;
    private long[] tsEventNs = new long[256];
    private long[] tsRecvNs = new long[256];
    private long[] priceNanos = new long[256];
    private int[] sizeShares = new int[256];
    private int[] tsInDelta = new int[256];
    private byte[] side = new byte[256];
    private byte[] venue = new byte[256];

    TradeTape() {}

    /** Number of trades. */
    public int size() {
        return size;
    }

    /** When the venue traded. */
    public long tsEventNs(int row) {
        return tsEventNs[row];
    }

    /** When the record was captured; rows ascend by it. */
    public long tsRecvNs(int row) {
        return tsRecvNs[row];
    }

    /** Price. */
    public long priceNanos(int row) {
        return priceNanos[row];
    }

    /** Shares, at least 1. */
    public int sizeShares(int row) {
        return sizeShares[row];
    }

    /** Nanoseconds between the venue's sending and tsRecv. */
    public int tsInDelta(int row) {
        return tsInDelta[row];
    }

    /** Side of the aggressor: {@code 'B'}, {@code 'A'} or {@code 'N'}. */
    public char side(int row) {
        return (char) side[row];
    }

    /** The venue. */
    public Venue venue(int row) {
        return Venue.ALL.get(venue[row]);
    }

    /** Shares of all rows together. */
    public long volume() {
        long sum = 0;
        for (int row = 0; row < size; row++) {
            sum += sizeShares[row];
        }
        return sum;
    }

    /** The same trades in shares of which {@code perShare} are one of these: the price divided, the size multiplied. */
    TradeTape inSmallerShares(int perShare) {
        TradeTape smaller = new TradeTape();
        for (int row = 0; row < size; row++) {
            smaller.add(
                    tsEventNs[row],
                    tsRecvNs[row],
                    priceNanos[row] / perShare,
                    Math.multiplyExact(sizeShares[row], perShare),
                    tsInDelta[row],
                    side(row),
                    venue(row));
        }
        return smaller;
    }

    /** The trades as the series that the rest of the project shares. */
    public TradeSeries toSeries() {
        TradeSeries.Builder builder = TradeSeries.builder();
        for (int row = 0; row < size; row++) {
            builder.add(
                    tsEventNs[row],
                    tsRecvNs[row],
                    priceNanos[row],
                    sizeShares[row],
                    side(row),
                    venue(row).publisher());
        }
        return builder.build();
    }

    /** Inserts a trade at its place in time; among equal tsRecv the later insertion comes later. */
    void add(long eventNs, long recvNs, long price, int shares, int inDelta, char aggressor, Venue where) {
        if (size == tsEventNs.length) {
            grow();
        }
        int row = size++;
        // Latencies differ by venue, so a trade is out of place by a few rows at most.
        while (row > 0 && tsRecvNs[row - 1] > recvNs) {
            move(row - 1, row);
            row--;
        }
        tsEventNs[row] = eventNs;
        tsRecvNs[row] = recvNs;
        priceNanos[row] = price;
        sizeShares[row] = shares;
        tsInDelta[row] = inDelta;
        side[row] = (byte) aggressor;
        venue[row] = (byte) where.index();
    }

    private void move(int from, int to) {
        tsEventNs[to] = tsEventNs[from];
        tsRecvNs[to] = tsRecvNs[from];
        priceNanos[to] = priceNanos[from];
        sizeShares[to] = sizeShares[from];
        tsInDelta[to] = tsInDelta[from];
        side[to] = side[from];
        venue[to] = venue[from];
    }

    private void grow() {
        int capacity = size * 2;
        tsEventNs = Arrays.copyOf(tsEventNs, capacity);
        tsRecvNs = Arrays.copyOf(tsRecvNs, capacity);
        priceNanos = Arrays.copyOf(priceNanos, capacity);
        sizeShares = Arrays.copyOf(sizeShares, capacity);
        tsInDelta = Arrays.copyOf(tsInDelta, capacity);
        side = Arrays.copyOf(side, capacity);
        venue = Arrays.copyOf(venue, capacity);
    }
}
