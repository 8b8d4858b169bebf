package io.tapelake.simulator.execution;

import io.tapelake.model.Prices;
import io.tapelake.simulator.day.PrintColumns;
import io.tapelake.simulator.day.SimulatorDay;
import java.util.concurrent.atomic.LongAdder;

/**
 * A guess of the market between two prints, for executions on days without quotes. It looks ahead to the next print, and never
 * further; it is off unless somebody makes one, and every guess is counted. Values are of a type of their own, which no
 * observation takes. For one thread, but for the counter.
 */
public final class Interpolation {
    private static final double SECONDS_PER_NANO = 1e-9;

    private final SimulatorDay day;
    private final FutureBuffer future;
    private final double halfSpreadShare;
    private final double widenPerSecond;
    private final LongAdder uses;

    /**
     * An interpolation within the bounds of a future buffer.
     *
     * @param halfSpreadShare half of the spread right after a print, as a share of the price; above 0
     * @param widenPerSecond by what share of itself the spread grows with each second since the print; 0 or more
     * @param uses counts the guesses; may be shared
     */
    public Interpolation(
            SimulatorDay day, FutureBuffer future, double halfSpreadShare, double widenPerSecond, LongAdder uses) {
        if (!(halfSpreadShare > 0) || !(widenPerSecond >= 0)) {
            throw new IllegalArgumentException("halfSpreadShare is " + halfSpreadShare + " and widenPerSecond "
                    + widenPerSecond + "; must be above 0, and 0 or more");
        }
        this.day = day;
        this.future = future;
        this.halfSpreadShare = halfSpreadShare;
        this.widenPerSecond = widenPerSecond;
        this.uses = uses;
    }

    /**
     * A guess. Bid is below ask, always.
     *
     * @param priceNanos on the line from the last clean price to the next print's
     * @param bidNanos the price less half a spread
     * @param askNanos the price and half a spread
     * @param shares what would have traded since the last print: the next print's shares in proportion to the time gone
     */
    public record Guess(long priceNanos, long bidNanos, long askNanos, double shares) {}

    /** The guess at an instant, nanoseconds UTC; null where there is no print before, or none after within the buffer. */
    public Guess at(long ns) {
        PrintColumns prints = day.prints();
        int before = future.printRowBy(ns);
        int next = future.nextPrintRow(ns);
        if (before < 0 || next < 0 || prints.cleanPriceNanos(before) == Prices.UNDEF) {
            return null;
        }
        uses.increment();
        long fromNs = prints.knownNs(before) - day.feedDelayNs();
        long toNs = prints.knownNs(next) - day.feedDelayNs();
        double gone = (ns - fromNs) / (double) (toNs - fromNs);
        long from = prints.cleanPriceNanos(before);
        long to = prints.cleanPriceNanos(next);
        long price = from + Math.round((to - from) * gone);
        double seconds = (ns - fromNs) * SECONDS_PER_NANO;
        long half = Math.max(1, Math.round(price * halfSpreadShare * (1 + widenPerSecond * seconds)));
        return new Guess(price, Math.max(1, price - half), price + half, prints.shares(next) * gone);
    }
}
