package io.tapelake.scanner.measure;

/**
 * True range of a bar (J. W. Wilder, 1978): {@code max(H - L, |H - C'|, |L - C'|)}, C' being the close of the bar before. In
 * units of price.
 */
public final class TrueRange {
    private TrueRange() {}

    /**
     * The true range; {@code high - low} when {@code previousClose} is NaN, as for a first bar; NaN when high or low is.
     */
    public static double of(double high, double low, double previousClose) {
        double range = high - low;
        if (Double.isNaN(previousClose)) {
            return range;
        }
        return Math.max(range, Math.max(Math.abs(high - previousClose), Math.abs(low - previousClose)));
    }
}
