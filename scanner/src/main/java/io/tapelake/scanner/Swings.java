package io.tapelake.scanner;

import io.tapelake.model.Prices;

/**
 * Largest rise from the lowest price so far, and largest fall from the highest, over rows in time order. A row's own low
 * counts as "so far" for its high and the other way round, because a bar does not say which came first. Of equal swings
 * the first is kept; swings are compared exactly, as fractions.
 */
final class Swings {
    private long lowest = Prices.UNDEF;
    private long lowestNs = DayStats.ABSENT;
    private long highest = Prices.UNDEF;
    private long highestNs = DayStats.ABSENT;

    private long runupLow;
    private long runupHigh;
    private long runupLowNs = DayStats.ABSENT;
    private long runupHighNs = DayStats.ABSENT;
    private long drawdownHigh;
    private long drawdownLow;
    private long drawdownHighNs = DayStats.ABSENT;
    private long drawdownLowNs = DayStats.ABSENT;

    /** Adds a row; both prices are positive. */
    void row(long indexNs, long high, long low) {
        if (lowest == Prices.UNDEF || low < lowest) {
            lowest = low;
            lowestNs = indexNs;
        }
        if (highest == Prices.UNDEF || high > highest) {
            highest = high;
            highestNs = indexNs;
        }
        if (runupHighNs == DayStats.ABSENT || exceeds(high, lowest, runupHigh, runupLow)) {
            runupHigh = high;
            runupLow = lowest;
            runupLowNs = lowestNs;
            runupHighNs = indexNs;
        }
        if (drawdownLowNs == DayStats.ABSENT || exceeds(highest, low, drawdownHigh, drawdownLow)) {
            drawdownHigh = highest;
            drawdownLow = low;
            drawdownHighNs = highestNs;
            drawdownLowNs = indexNs;
        }
    }

    /** Whether a / b > c / d, for positive numbers, without rounding. */
    static boolean exceeds(long a, long b, long c, long d) {
        long leftHigh = Math.multiplyHigh(a, d);
        long rightHigh = Math.multiplyHigh(c, b);
        return leftHigh != rightHigh ? leftHigh > rightHigh : Long.compareUnsigned(a * d, c * b) > 0;
    }

    double runup() {
        return runupHighNs == DayStats.ABSENT ? Double.NaN : (runupHigh - runupLow) / (double) runupLow;
    }

    long runupLowNs() {
        return runupLowNs;
    }

    long runupHighNs() {
        return runupHighNs;
    }

    double drawdown() {
        return drawdownLowNs == DayStats.ABSENT ? Double.NaN : (drawdownLow - drawdownHigh) / (double) drawdownHigh;
    }

    long drawdownHighNs() {
        return drawdownHighNs;
    }

    long drawdownLowNs() {
        return drawdownLowNs;
    }
}
