package io.tapelake.simulator.day;

import io.tapelake.model.Prices;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/**
 * The tops of the books of one symbol-day in the order in which they were known: one book per publisher, and the best bid and
 * ask over those that are live.
 *
 * <p>A book is live on a side that has a price and a size above 0, unless it is older than {@link DaySettings#staleNs()} and a
 * trade at another publisher is newer. Among equal prices the larger size counts, then the one that was there first. Where
 * only one publisher speaks, its row is the answer. Otherwise the row of the best bid and ask as of each row is stored; it stays
 * the answer for as long as its book is live, because other books can only grow old until the next row. Only when it has died
 * are the books looked at one by one.
 *
 * <p>Rows run from 0 to {@code size() - 1}; -1 stands for "none". Prices are price nanos. Immutable and thread-safe.
 */
public final class QuoteColumns {
    private static final int MARK_SHIFT = 6;
    private static final int FLOW_SHIFT = 4;

    private final LongBuffer known;
    private final PriceColumn bid;
    private final PriceColumn ask;
    private final IntBuffer bidSize;
    private final IntBuffer askSize;
    private final ByteBuffer publisher;
    private final int venues;
    private final long staleNs;

    /** Row of the best bid and ask as of each row; empty when there is one venue. */
    private final IntBuffer bestBid;

    private final IntBuffer bestAsk;

    /** The last row of each venue before each 64th row; empty when there is one venue. */
    private final IntBuffer marks;

    /** Order flow of the rows before each 16th row. */
    private final LongBuffer flow;

    private final TimeIndex index;

    private QuoteColumns(QuoteAssembly a, int venues, PrintColumns prints, long staleNs) {
        known = Columns.of(a.known);
        bid = PriceColumn.of(a.bid);
        ask = PriceColumn.of(a.ask);
        bidSize = Columns.of(a.bidSize);
        askSize = Columns.of(a.askSize);
        publisher = Columns.of(a.publisher);
        this.venues = venues;
        this.staleNs = staleNs;
        int rows = known.limit();
        int[] bids = new int[venues > 1 ? rows : 0];
        int[] asks = new int[venues > 1 ? rows : 0];
        int[] lastRows = new int[venues > 1 ? ((rows >> MARK_SHIFT) + 1) * venues : 0];
        bestBid = IntBuffer.wrap(bids);
        bestAsk = IntBuffer.wrap(asks);
        marks = IntBuffer.wrap(lastRows);
        if (venues > 1) {
            fillBest(bids, asks, lastRows, prints);
        }
        flow = LongBuffer.wrap(flow(rows));
        index = TimeIndex.of(known);
    }

    private QuoteColumns(ColumnSource source) {
        known = source.longs();
        bid = PriceColumn.read(source);
        ask = PriceColumn.read(source);
        bidSize = source.ints();
        askSize = source.ints();
        publisher = source.bytes();
        venues = (int) source.number();
        staleNs = source.number();
        bestBid = source.ints();
        bestAsk = source.ints();
        marks = source.ints();
        flow = source.longs();
        index = TimeIndex.read(source, known);
    }

    static QuoteColumns of(QuoteAssembly assembly, int venues, PrintColumns prints, long staleNs) {
        return new QuoteColumns(assembly, venues, prints, staleNs);
    }

    static QuoteColumns read(ColumnSource source) {
        return new QuoteColumns(source);
    }

    void write(ColumnSink sink) {
        sink.longs(known);
        bid.write(sink);
        ask.write(sink);
        sink.ints(bidSize);
        sink.ints(askSize);
        sink.bytes(publisher);
        sink.number(venues);
        sink.number(staleNs);
        sink.ints(bestBid);
        sink.ints(bestAsk);
        sink.ints(marks);
        sink.longs(flow);
        index.write(sink);
    }

    private void fillBest(int[] bids, int[] asks, int[] lastRows, PrintColumns prints) {
        int[] last = new int[venues];
        java.util.Arrays.fill(last, -1);
        int print = -1;
        for (int row = 0; row < bids.length; row++) {
            if ((row & ((1 << MARK_SHIFT) - 1)) == 0) {
                System.arraycopy(last, 0, lastRows, (row >> MARK_SHIFT) * venues, venues);
            }
            last[publisher.get(row)] = row;
            long now = known.get(row);
            while (print + 1 < prints.size() && prints.knownNs(print + 1) <= now) {
                print++;
            }
            int best = -1;
            int lowest = -1;
            for (int venue = 0; venue < venues; venue++) {
                int of = last[venue];
                if (of >= 0 && isLive(of, now, prints, print)) {
                    best = betterBid(best, of);
                    lowest = betterAsk(lowest, of);
                }
            }
            bids[row] = best;
            asks[row] = lowest;
        }
        if (bids.length >> MARK_SHIFT << MARK_SHIFT == bids.length) {
            System.arraycopy(last, 0, lastRows, (bids.length >> MARK_SHIFT) * venues, venues);
        }
    }

    private long[] flow(int rows) {
        long[] sums = new long[(rows >> FLOW_SHIFT) + 1];
        long sum = 0;
        for (int row = 0; row < rows; row++) {
            if ((row & ((1 << FLOW_SHIFT) - 1)) == 0) {
                sums[row >> FLOW_SHIFT] = sum;
            }
            sum += flowOf(row);
        }
        if (rows >> FLOW_SHIFT << FLOW_SHIFT == rows) {
            sums[rows >> FLOW_SHIFT] = sum;
        }
        return sums;
    }

    /** The better of two bids; the first may be -1. A row without a bid is none. */
    private int betterBid(int a, int b) {
        long price = bid.at(b);
        if (price == Prices.UNDEF || bidSize.get(b) == 0) {
            return a;
        }
        if (a < 0) {
            return b;
        }
        long held = bid.at(a);
        return price > held || (price == held && isLargerOrOlder(bidSize, b, a)) ? b : a;
    }

    /** Among equal prices. That it was there first is known; which publisher has the smaller number is not: it may come later. */
    private static boolean isLargerOrOlder(IntBuffer sizes, int row, int other) {
        int size = sizes.get(row);
        int held = sizes.get(other);
        return size > held || (size == held && row < other);
    }

    private int betterAsk(int a, int b) {
        long price = ask.at(b);
        if (price == Prices.UNDEF || askSize.get(b) == 0) {
            return a;
        }
        if (a < 0) {
            return b;
        }
        long held = ask.at(a);
        return price < held || (price == held && isLargerOrOlder(askSize, b, a)) ? b : a;
    }

    private boolean isLive(int row, long now, PrintColumns prints, int printRow) {
        long knownNs = known.get(row);
        return now - knownNs <= staleNs || !prints.tradedElsewhereSince(publisher.get(row), knownNs, printRow);
    }

    /** The number of rows. */
    public int size() {
        return known.limit();
    }

    /** The row known last at an instant, nanoseconds UTC; -1 when there is none yet. */
    public int rowAt(long ns) {
        return index.knownBy(ns) - 1;
    }

    /** The same, quickly when the answer is near a row known a little earlier, which may be -1. */
    public int rowAt(long ns, int near) {
        return index.knownBy(ns, near + 1) - 1;
    }

    /** When the row was known, nanoseconds UTC. */
    public long knownNs(int row) {
        return known.get(row);
    }

    /** Bid of the row's publisher; {@link Prices#UNDEF} for an empty side. */
    public long bidNanos(int row) {
        return bid.at(row);
    }

    /** Ask of the row's publisher; {@link Prices#UNDEF} for an empty side. */
    public long askNanos(int row) {
        return ask.at(row);
    }

    /** Shares at the bid of the row's publisher. */
    public int bidSizeShares(int row) {
        return bidSize.get(row);
    }

    /** Shares at the ask of the row's publisher. */
    public int askSizeShares(int row) {
        return askSize.get(row);
    }

    /** Number of the publisher in {@link SimulatorDay#publisherId}. */
    public int publisher(int row) {
        return publisher.get(row);
    }

    /**
     * The row whose bid is the best over live books.
     *
     * @param row the row known last; -1 for none
     * @param now the instant, nanoseconds UTC
     * @param printRow the last print known at the instant; -1 for none
     * @return -1 when no live book has a bid
     */
    public int bestBidRow(int row, long now, PrintColumns prints, int printRow) {
        int stored = storedBidRow(row);
        return stored < 0 || isLive(stored, now, prints, printRow) ? stored : search(row, now, prints, printRow, true);
    }

    /** The row whose ask is the best over live books; as {@link #bestBidRow}. */
    public int bestAskRow(int row, long now, PrintColumns prints, int printRow) {
        int stored = storedAskRow(row);
        return stored < 0 || isLive(stored, now, prints, printRow) ? stored : search(row, now, prints, printRow, false);
    }

    private int storedBidRow(int row) {
        if (row < 0) {
            return -1;
        }
        return venues > 1 ? bestBid.get(row) : betterBid(-1, row);
    }

    private int storedAskRow(int row) {
        if (row < 0) {
            return -1;
        }
        return venues > 1 ? bestAsk.get(row) : betterAsk(-1, row);
    }

    /** Looks at every book once: those that spoke since the last mark, newest first, then the others as the mark has them. */
    private int search(int row, long now, PrintColumns prints, int printRow, boolean bids) {
        if (venues == 1) {
            return -1;
        }
        int best = -1;
        long seen = 0;
        int from = row >> MARK_SHIFT << MARK_SHIFT;
        for (int i = row; i >= from; i--) {
            long venue = 1L << publisher.get(i);
            if ((seen & venue) == 0) {
                seen |= venue;
                best = better(best, i, now, prints, printRow, bids);
            }
        }
        for (int venue = 0; venue < venues; venue++) {
            int of = marks.get((row >> MARK_SHIFT) * venues + venue);
            if ((seen & (1L << venue)) == 0 && of >= 0) {
                best = better(best, of, now, prints, printRow, bids);
            }
        }
        return best;
    }

    private int better(int best, int of, long now, PrintColumns prints, int printRow, boolean bids) {
        if (!isLive(of, now, prints, printRow)) {
            return best;
        }
        return bids ? betterBid(best, of) : betterAsk(best, of);
    }

    /**
     * The last row of a publisher up to a row: its book. Looks at 64 rows at most.
     *
     * @param publisherNumber as {@link #publisher} gives it
     * @return -1 when it has not quoted yet
     */
    public int bookRow(int row, int publisherNumber) {
        if (row < 0) {
            return -1;
        }
        if (venues == 1) {
            return publisher.get(row) == publisherNumber ? row : -1;
        }
        int from = row >> MARK_SHIFT << MARK_SHIFT;
        for (int i = row; i >= from; i--) {
            if (publisher.get(i) == publisherNumber) {
                return i;
            }
        }
        return publisherNumber < venues ? marks.get((row >> MARK_SHIFT) * venues + publisherNumber) : -1;
    }

    /** Whether the publisher's book counts at an instant; as {@link #bestBidRow}. */
    public boolean isLiveAt(int bookRow, long now, PrintColumns prints, int printRow) {
        return isLive(bookRow, now, prints, printRow);
    }

    /**
     * Order flow at the best prices up to and including a row, in shares: what was added at or above the best bid less what left
     * it, less the same of the ask (Cont, Kukanov and Stoikov). Its change over a time is the order-flow imbalance of that time.
     * Rows after which a side is empty, or before which it was, add nothing. 0 for row -1. Looks at 16 rows at most.
     */
    public long orderFlow(int row) {
        if (row < 0) {
            return 0;
        }
        int from = ((row + 1) >> FLOW_SHIFT) << FLOW_SHIFT;
        long sum = flow.get((row + 1) >> FLOW_SHIFT);
        for (int i = from; i <= row; i++) {
            sum += flowOf(i);
        }
        return sum;
    }

    private long flowOf(int row) {
        return row == 0
                ? 0
                : bidFlow(storedBidRow(row - 1), storedBidRow(row)) - askFlow(storedAskRow(row - 1), storedAskRow(row));
    }

    private long bidFlow(int before, int after) {
        if (before == after || before < 0 || after < 0) {
            return 0;
        }
        long from = bid.at(before);
        long to = bid.at(after);
        return (to >= from ? bidSize.get(after) : 0L) - (to <= from ? bidSize.get(before) : 0L);
    }

    private long askFlow(int before, int after) {
        if (before == after || before < 0 || after < 0) {
            return 0;
        }
        long from = ask.at(before);
        long to = ask.at(after);
        return (to <= from ? askSize.get(after) : 0L) - (to >= from ? askSize.get(before) : 0L);
    }

    /** Bytes of the columns and the index. */
    public long bytes() {
        return size() * (8L + 4 + 4 + 1)
                + bid.bytes()
                + ask.bytes()
                + 4L * (bestBid.limit() + bestAsk.limit() + marks.limit())
                + 8L * flow.limit()
                + index.bytes();
    }
}
