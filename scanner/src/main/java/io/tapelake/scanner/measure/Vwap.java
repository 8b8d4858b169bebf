package io.tapelake.scanner.measure;

/**
 * Volume-weighted average price, trade by trade or bar by bar: {@code sum(p v) / sum(v)} since it was made. The anchor
 * (04:00, 09:30, an event) is the caller's: it makes a new one there.
 *
 * <p>For bars the customary price is {@code (high + low + close) / 3}. Kept as a running weighted mean, so that it never
 * leaves the range of the prices by more than rounding. Unit: price. NaN before the first volume. A NaN price or volume and a
 * volume of 0 or less are left out. Not thread-safe.
 */
public final class Vwap {
    private double average = Double.NaN;
    private double volume;

    /** A new average, without volume. */
    public Vwap() {}

    /** Takes the next price and its volume in shares, and returns {@link #value()}. */
    public double next(double price, double shares) {
        if (!Double.isNaN(price) && shares > 0) {
            volume += shares;
            average = volume == shares ? price : average + (price - average) * (shares / volume);
        }
        return average;
    }

    /** The average so far; NaN without volume. */
    public double value() {
        return average;
    }

    /** Shares so far. */
    public double volume() {
        return volume;
    }
}
