package io.tapelake.scanner.measure;

/**
 * Average true range by Wilder's smoothing (J. W. Wilder, 1978), bar by bar: the mean of the first n true ranges, then
 * {@code (previous * (n - 1) + trueRange) / n}. The first bar's true range is its high - low.
 *
 * <p>Unit: price. Warm-up: NaN before n bars. A bar with a NaN in it is left out. Not thread-safe.
 */
public final class WilderAtr {
    private final int periods;
    private double previousClose = Double.NaN;
    private double average;
    private long count;

    /** An average over n bars, at least 1; 14 is customary. */
    public WilderAtr(int periods) {
        this.periods = Checks.periods(periods);
    }

    /** Takes the next bar and returns {@link #value()}. */
    public double next(double high, double low, double close) {
        if (Double.isNaN(high) || Double.isNaN(low) || Double.isNaN(close)) {
            return value();
        }
        double range = TrueRange.of(high, low, previousClose);
        previousClose = close;
        count++;
        average += (range - average) / Math.min(count, periods);
        return value();
    }

    /** The average after the last bar; NaN before n bars. */
    public double value() {
        return count < periods ? Double.NaN : average;
    }
}
