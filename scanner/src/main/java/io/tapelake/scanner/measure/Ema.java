package io.tapelake.scanner.measure;

/**
 * Exponential moving average, value by value: the mean of the first n values, then
 * {@code previous + 2 / (n + 1) * (value - previous)}.
 *
 * <p>Unit: that of the values. Warm-up: NaN before n values. NaN values are left out. Not thread-safe.
 */
public final class Ema {
    private final int periods;
    private final double share;
    private double average;
    private long count;

    /** An average over n values, at least 1. */
    public Ema(int periods) {
        this.periods = Checks.periods(periods);
        this.share = 2.0 / (periods + 1.0);
    }

    /** Takes the next value and returns {@link #value()}. */
    public double next(double value) {
        if (!Double.isNaN(value)) {
            count++;
            average += (value - average) * (count <= periods ? 1.0 / count : share);
        }
        return value();
    }

    /** The average after the last value; NaN before n values. */
    public double value() {
        return count < periods ? Double.NaN : average;
    }
}
