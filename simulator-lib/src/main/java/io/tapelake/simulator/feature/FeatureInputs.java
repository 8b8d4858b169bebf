package io.tapelake.simulator.feature;

import io.tapelake.model.Prices;
import io.tapelake.simulator.day.MinuteMeasures;
import io.tapelake.simulator.day.PrintColumns;
import io.tapelake.simulator.day.QuoteColumns;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.market.MarketView;
import java.util.Arrays;

/**
 * What features are made of at an instant. Rows that were known some time ago are found once, near where they were found for
 * the instant before when time goes on. Allocates nothing. For one thread.
 */
final class FeatureInputs {
    /** Times back for which rows are found, seconds; features name them by their place. */
    private static final int[] SECONDS = {1, 5, 10, 30, 60, 300, 900};

    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final int NOT_ASKED = -2;

    final SimulatorDay day;
    final PrintColumns prints;
    final QuoteColumns quotes;
    MarketView view;

    private boolean knowsFlow;
    private long flowNow;

    private final int[] printRows = new int[SECONDS.length];
    private final int[] quoteRows = new int[SECONDS.length];
    private final int[] printHints = new int[SECONDS.length];
    private final int[] quoteHints = new int[SECONDS.length];
    private final long[] printHintNs = new long[SECONDS.length];
    private final long[] quoteHintNs = new long[SECONDS.length];

    FeatureInputs(SimulatorDay day) {
        this.day = day;
        this.prints = day.prints();
        this.quotes = day.quotes();
        Arrays.fill(printHints, -1);
        Arrays.fill(quoteHints, -1);
        Arrays.fill(printHintNs, Long.MIN_VALUE);
        Arrays.fill(quoteHintNs, Long.MIN_VALUE);
    }

    void at(MarketView now) {
        view = now;
        knowsFlow = false;
        Arrays.fill(printRows, NOT_ASKED);
        Arrays.fill(quoteRows, NOT_ASKED);
    }

    private static int place(int seconds) {
        for (int i = 0; i < SECONDS.length; i++) {
            if (SECONDS[i] == seconds) {
                return i;
            }
        }
        throw new IllegalArgumentException("no rows are kept for " + seconds + " s back");
    }

    /** The print known last so many seconds ago; -1 for none. */
    int printRowAgo(int seconds) {
        int i = place(seconds);
        if (printRows[i] == NOT_ASKED) {
            long ns = view.nowNs() - seconds * NS_PER_SECOND;
            printRows[i] = ns >= printHintNs[i] ? prints.rowAt(ns, printHints[i]) : prints.rowAt(ns);
            printHints[i] = printRows[i];
            printHintNs[i] = ns;
        }
        return printRows[i];
    }

    /** The quote known last so many seconds ago; -1 for none. */
    int quoteRowAgo(int seconds) {
        int i = place(seconds);
        if (quoteRows[i] == NOT_ASKED) {
            long ns = view.nowNs() - seconds * NS_PER_SECOND;
            quoteRows[i] = ns >= quoteHintNs[i] ? quotes.rowAt(ns, quoteHints[i]) : quotes.rowAt(ns);
            quoteHints[i] = quoteRows[i];
            quoteHintNs[i] = ns;
        }
        return quoteRows[i];
    }

    /** Log return of the last clean price over some seconds. */
    double logReturn(int seconds) {
        int ago = printRowAgo(seconds);
        if (ago < 0) {
            return Double.NaN;
        }
        long from = prints.cleanPriceNanos(ago);
        long to = view.lastPriceNanos();
        return from == Prices.UNDEF ? Double.NaN : from == to ? 0 : Math.log((double) to / from);
    }

    /** Last clean price over a level, less 1. */
    double above(long levelNanos) {
        long last = view.lastPriceNanos();
        return last == Prices.UNDEF || levelNanos == Prices.UNDEF ? Double.NaN : last / (double) levelNanos - 1;
    }

    /** Last clean price over a level in USD, less 1. */
    double aboveUsd(double level) {
        return lastUsd() / level - 1;
    }

    double lastUsd() {
        return Prices.toDouble(view.lastPriceNanos());
    }

    /** Prints per second. */
    double printRate(int seconds) {
        return (view.printRow() - printRowAgo(seconds)) / (double) seconds;
    }

    /** Quotes per second. */
    double quoteRate(int seconds) {
        return (view.quoteRow() - quoteRowAgo(seconds)) / (double) seconds;
    }

    /** Shares per second. */
    double shareRate(int seconds) {
        return (prints.volume(view.printRow()) - prints.volume(printRowAgo(seconds))) / (double) seconds;
    }

    /** Shares bought by aggressors less shares sold, over both. */
    double aggressorRatio(int seconds) {
        int now = view.printRow();
        int ago = printRowAgo(seconds);
        long bought = prints.bought(now) - prints.bought(ago);
        long sold = prints.sold(now) - prints.sold(ago);
        return bought + sold == 0 ? Double.NaN : (bought - sold) / (double) (bought + sold);
    }

    /** Shares of large prints over all shares. */
    double largeShare(int seconds) {
        int now = view.printRow();
        int ago = printRowAgo(seconds);
        long shares = prints.volume(now) - prints.volume(ago);
        return shares == 0 ? Double.NaN : (prints.large(now) - prints.large(ago)) / (double) shares;
    }

    /** Order flow at the best prices over the mean size there now. */
    double flowImbalance(int seconds) {
        int size = view.bidSizeShares() + view.askSizeShares();
        int ago = quoteRowAgo(seconds);
        return ago < 0 || size <= 0 ? Double.NaN : (flowNow() - quotes.orderFlow(ago)) * 2.0 / size;
    }

    private long flowNow() {
        if (!knowsFlow) {
            flowNow = quotes.orderFlow(view.quoteRow());
            knowsFlow = true;
        }
        return flowNow;
    }

    double measure(MinuteMeasures.Kind kind) {
        return view.measure(kind);
    }
}
