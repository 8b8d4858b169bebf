package io.tapelake.scanner.measure;

/**
 * How far a value lies from the n values before it, in their population standard deviations: {@code (x - mean) / std}. The
 * value itself is not among them, so that a spike cannot hide itself.
 *
 * <p>Answers are held to {@link #CAP} either way. Where the n values before are all equal, the answer is 0 for the same value
 * again and the cap, with its sign, for any other. A number without unit. Warm-up: NaN before n values. NaN for a NaN, and
 * while a NaN is among the n before. Not thread-safe.
 */
public final class ZScore {
    /** The largest answer, either way. */
    public static final double CAP = 50;

    private final RollingMoments before;

    /** Scores against n values, at least 1. */
    public ZScore(int periods) {
        this.before = new RollingMoments(periods);
    }

    /** Scores a value against the n before it, then takes it. */
    public double next(double value) {
        double score = of(value);
        before.next(value);
        return score;
    }

    /** Scores a value against the last n taken, without taking it. */
    public double of(double value) {
        double mean = before.mean();
        double std = before.std();
        double distance = value - mean;
        if (Double.isNaN(distance) || Double.isNaN(std)) {
            return Double.NaN;
        }
        if (std == 0) {
            return distance == 0 ? 0 : Math.copySign(CAP, distance);
        }
        return Math.max(-CAP, Math.min(CAP, distance / std));
    }

    /** Mean of the last n values taken. */
    public double mean() {
        return before.mean();
    }

    /** Population standard deviation of the last n values taken. */
    public double std() {
        return before.std();
    }
}
