package io.tapelake.scanner.measure;

/**
 * Keltner channel in L. Bradford Raschke's form, bar by bar: exponential average of the closes ({@link Ema}), plus and minus a
 * multiple of the average true range ({@link WilderAtr}).
 *
 * <p>Unit: price. Warm-up: NaN before both averages are. A bar with a NaN in it is left out. Not thread-safe.
 */
public final class Keltner {
    private final Ema average;
    private final WilderAtr range;
    private final double multiple;

    /** A channel around the average of so many closes, as wide as a multiple, above 0, of the range over so many bars. */
    public Keltner(int averagePeriods, int rangePeriods, double multiple) {
        this.average = new Ema(averagePeriods);
        this.range = new WilderAtr(rangePeriods);
        this.multiple = Checks.positive("multiple", multiple);
    }

    /** The channel of the volatility squeeze: 20 closes, 1.5 average true ranges over the same 20 bars. */
    public static Keltner standard() {
        return new Keltner(20, 20, 1.5);
    }

    /** Takes the next bar. */
    public void next(double high, double low, double close) {
        if (Double.isNaN(high) || Double.isNaN(low)) {
            return; // else the close alone would enter the average
        }
        average.next(close);
        range.next(high, low, close);
    }

    /** The average of the closes. */
    public double middle() {
        return average.value();
    }

    /** The average plus the multiple of the range. */
    public double upper() {
        return average.value() + multiple * range.value();
    }

    /** The average minus the multiple of the range. */
    public double lower() {
        return average.value() - multiple * range.value();
    }
}
