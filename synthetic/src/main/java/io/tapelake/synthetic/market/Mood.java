package io.tapelake.synthetic.market;

/**
 * A stretch of the day in which ordinary trading and volatility are scaled.
 *
 * @param startSecond first second of the day
 * @param endSecond second of the day at which it is over
 * @param rateFactor scale of the trade rate
 * @param varianceFactor scale of the price variance
 * @param maxNoise upper bound of the standard deviation of the log price over the whole stretch
 * @param calm whether the rate keeps to what is usual at that time, without the day's own busy spells
 */
record Mood(int startSecond, int endSecond, double rateFactor, double varianceFactor, double maxNoise, boolean calm) {
    private static final double CALM_VARIANCE = 0.3;

    /** The quiet before a move. */
    static Mood calm(int start, int end, double maxNoise) {
        return new Mood(start, end, 1, CALM_VARIANCE, maxNoise, true);
    }

    /** A stretch with more or less trading at an ordinary volatility per trade. */
    static Mood rate(int start, int end, double factor) {
        return new Mood(start, end, factor, 1, Double.MAX_VALUE, false);
    }

    /** A stretch in which trading almost stops, and the price with it. */
    static Mood hush(int start, int end, double factor) {
        return new Mood(start, end, factor, Math.max(0.05, Math.sqrt(factor) * 0.5), Double.MAX_VALUE, true);
    }
}
