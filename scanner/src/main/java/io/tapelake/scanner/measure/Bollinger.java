package io.tapelake.scanner.measure;

/**
 * Bollinger bands (J. Bollinger), value by value: mean of the last n closes, plus and minus k population standard deviations.
 *
 * <p>Unit: price. Warm-up: NaN before n closes. NaN while a NaN is among the last n. Not thread-safe.
 */
public final class Bollinger {
    private final RollingMoments moments;
    private final double deviations;

    /** Bands over n closes, at least 1, with k standard deviations, above 0. */
    public Bollinger(int periods, double deviations) {
        this.moments = new RollingMoments(periods);
        this.deviations = Checks.positive("deviations", deviations);
    }

    /** The customary bands: 20 closes, 2 standard deviations. */
    public static Bollinger standard() {
        return new Bollinger(20, 2);
    }

    /** Takes the next close. */
    public void next(double close) {
        moments.next(close);
    }

    /** The mean. */
    public double middle() {
        return moments.mean();
    }

    /** The mean plus k standard deviations. */
    public double upper() {
        return moments.mean() + deviations * moments.std();
    }

    /** The mean minus k standard deviations. */
    public double lower() {
        return moments.mean() - deviations * moments.std();
    }
}
