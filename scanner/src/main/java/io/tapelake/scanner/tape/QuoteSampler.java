package io.tapelake.scanner.tape;

import io.tapelake.model.NewYork;
import io.tapelake.model.Prices;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Keeps one book per publisher and samples the best bid and ask over them at the end of each minute that had a quote.
 * Quotes come in order of their index timestamp. A venue that has not spoken for {@link #STALE_NS} does not count; where
 * venues cross, the one that spoke last does alone. Not thread-safe.
 */
public final class QuoteSampler {
    /** A book older than this is taken for dead: venues close at different times and leave their last quote behind. */
    public static final long STALE_NS = 300_000_000_000L;

    private static final long NS_PER_MINUTE = 60_000_000_000L;

    private final long dayStartNs;
    private final long latencyNs;
    private final TapeColumns samples = new TapeColumns();
    private long[] bid = new long[128];
    private long[] ask = new long[128];
    private long[] spokeNs = new long[128];
    private int publishers;
    private int last = -1;
    private long minute = Long.MIN_VALUE;
    private long bestBid;
    private long bestAsk;
    private long awaitedNs = Long.MAX_VALUE;

    /** A sampler for a trade date, and the milliseconds from a decision at the end of a minute to its fill. */
    public QuoteSampler(LocalDate tradeDate, int latencyMs) {
        latencyNs = latencyMs * 1_000_000L;
        dayStartNs = NewYork.startOfDayNs(tradeDate);
        Arrays.fill(spokeNs, Long.MIN_VALUE);
    }

    /** Adds a quote; a side without a usable price is {@link Prices#UNDEF}. */
    public void quote(long indexNs, int publisher, long bidNanos, long askNanos) {
        if (indexNs > awaitedNs) {
            settle();
        }
        long now = Math.floorDiv(indexNs, NS_PER_MINUTE);
        if (now != minute) {
            sample();
            minute = now;
            if (indexNs > awaitedNs) {
                settle();
            }
        }
        if (publisher >= bid.length) {
            grow(publisher + 1);
        }
        bid[publisher] = bidNanos;
        ask[publisher] = askNanos;
        spokeNs[publisher] = indexNs;
        publishers = Math.max(publishers, publisher + 1);
        last = publisher;
    }

    private void grow(int least) {
        int capacity = Math.max(least, bid.length * 2);
        int from = bid.length;
        bid = Arrays.copyOf(bid, capacity);
        ask = Arrays.copyOf(ask, capacity);
        spokeNs = Arrays.copyOf(spokeNs, capacity);
        Arrays.fill(spokeNs, from, capacity, Long.MIN_VALUE);
    }

    private void sample() {
        if (last < 0) {
            return;
        }
        long endNs = (minute + 1) * NS_PER_MINUTE;
        best(endNs);
        int row = samples.addQuote();
        samples.quoteMinute[row] = (short) (minute - dayStartNs / NS_PER_MINUTE);
        samples.bid[row] = bestBid;
        samples.ask[row] = bestAsk;
        samples.entryAsk[row] = bestAsk;
        awaitedNs = endNs + latencyNs;
    }

    /** The last quotes within the latency are in the books now; a later one is not yet. */
    private void settle() {
        if (awaitedNs != Long.MAX_VALUE) {
            best(awaitedNs);
            samples.entryAsk[samples.quoteSize - 1] = bestAsk;
            awaitedNs = Long.MAX_VALUE;
        }
    }

    /** The best prices of the books that have spoken within {@link #STALE_NS} before an instant. */
    private void best(long ns) {
        long oldestNs = ns - STALE_NS;
        long highest = Long.MIN_VALUE;
        long lowest = Long.MAX_VALUE;
        for (int p = 0; p < publishers; p++) {
            if (spokeNs[p] >= oldestNs) {
                highest = bid[p] == Prices.UNDEF ? highest : Math.max(highest, bid[p]);
                lowest = ask[p] == Prices.UNDEF ? lowest : Math.min(lowest, ask[p]);
            }
        }
        if (highest >= lowest) {
            highest = bid[last] == Prices.UNDEF ? Long.MIN_VALUE : bid[last];
            lowest = ask[last] == Prices.UNDEF ? Long.MAX_VALUE : ask[last];
        }
        bestBid = highest == Long.MIN_VALUE ? Prices.UNDEF : highest;
        bestAsk = lowest == Long.MAX_VALUE ? Prices.UNDEF : lowest;
    }

    void writeTo(TapeColumns columns) {
        settle();
        sample();
        settle();
        last = -1;
        columns.quoteSize = samples.quoteSize;
        columns.quoteMinute = samples.quoteMinute;
        columns.bid = samples.bid;
        columns.ask = samples.ask;
        columns.entryAsk = samples.entryAsk;
    }
}
