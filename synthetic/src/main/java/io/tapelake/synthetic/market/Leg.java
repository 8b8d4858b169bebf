package io.tapelake.synthetic.market;

/**
 * A stretch of the day over which the efficient price covers a settled log return, with a to and fro of settled size
 * around the course. Pauses inside keep the price still and jump at their end; the jumps are part of the return.
 *
 * @param startSecond first second of the day
 * @param endSecond second of the day at which the return is complete
 * @param course shape of the way
 * @param logMove log return covered; of a {@link Course#WAVE} the swing, as it returns to where it began
 * @param bend curvature of a {@link Course#POWER}: below 1 early, above 1 late; number of swings of a wave
 * @param noise standard deviation of the to and fro as a log return, before it is pinned to both ends
 */
record Leg(int startSecond, int endSecond, Course course, double logMove, double bend, double noise) {
    private static final double FADE_DECAY = 3;

    /** How the price goes from start to end. */
    enum Course {
        /** A power of the time passed. */
        POWER,
        /** Fast at first, then slower. */
        FADE,
        /** To and fro between the start and the full move. */
        WAVE
    }

    Leg {
        if (endSecond <= startSecond) {
            throw new IllegalArgumentException(
                    "leg from second " + startSecond + " to " + endSecond + " has no length");
        }
    }

    static Leg move(int start, int end, double logMove, double curvature, double noise) {
        return new Leg(start, end, Course.POWER, logMove, curvature, noise);
    }

    static Leg fade(int start, int end, double logMove, double noise) {
        return new Leg(start, end, Course.FADE, logMove, 1, noise);
    }

    static Leg wave(int start, int end, double swing, int swings, double noise) {
        return new Leg(start, end, Course.WAVE, swing, swings, noise);
    }

    /** Log return between both ends. */
    double net() {
        return course == Course.WAVE ? 0 : logMove;
    }

    /** Share of the move done when {@code part} of the time is over. */
    double done(double part) {
        return switch (course) {
            case POWER -> StrictMath.pow(part, bend);
            case FADE -> (1 - StrictMath.exp(-FADE_DECAY * part)) / (1 - StrictMath.exp(-FADE_DECAY));
            case WAVE -> {
                double phase = part * bend - Math.floor(part * bend);
                yield 1 - Math.abs(2 * phase - 1);
            }
        };
    }
}
