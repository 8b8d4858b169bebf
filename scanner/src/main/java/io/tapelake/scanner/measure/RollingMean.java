package io.tapelake.scanner.measure;

/**
 * Mean of the last n values, value by value, in constant time on average.
 *
 * <p>No value is ever subtracted from a running sum, so errors do not build up over millions of steps: the window is kept
 * as two parts, sums of the older one from each of its values to its end, and one sum of the newer one.
 *
 * <p>Unit: that of the values. Warm-up: NaN before n values. NaN while a NaN is among the last n. Not thread-safe.
 */
public final class RollingMean {
    private final int periods;
    /** Values by age: {@code ring[i]} was the i-th value since the parts were last made anew. */
    private final double[] ring;
    /** {@code olderSums[i]}: sum of the older part from its i-th value on. */
    private final double[] olderSums;

    private int newerCount;
    private double newerSum;
    private boolean full;

    /** A mean over n values, at least 1. */
    public RollingMean(int periods) {
        this.periods = Checks.periods(periods);
        this.ring = new double[periods];
        this.olderSums = new double[periods];
    }

    /** Takes the next value and returns {@link #value()}. */
    public double next(double value) {
        if (newerCount == periods) {
            makeNewerOlder();
        }
        ring[newerCount] = value;
        newerCount++;
        newerSum = newerCount == 1 ? value : newerSum + value;
        full |= newerCount == periods;
        return value();
    }

    private void makeNewerOlder() {
        double sum = 0;
        for (int i = periods - 1; i >= 0; i--) {
            sum += ring[i];
            olderSums[i] = sum;
        }
        newerCount = 0;
    }

    /** The mean of the last n values; NaN before n values. */
    public double value() {
        if (!full) {
            return Double.NaN;
        }
        return (newerCount == periods ? newerSum : newerSum + olderSums[newerCount]) / periods;
    }
}
