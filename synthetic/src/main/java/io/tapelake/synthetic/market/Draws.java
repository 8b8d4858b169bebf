package io.tapelake.synthetic.market;

/** Sizes and lengths of planted moves. All returns are log returns unless they say otherwise. */
final class Draws {
    static final int MINUTE = 60;
    /** Share of runs that go up. */
    private static final double UP = 0.85;

    private static final double[] RUN_BINS = {0.03, 0.05, 0.10, 0.20, 0.60};
    private static final double[] FLUSH_BINS = {0.03, 0.05, 0.10, 0.20, 0.30};
    private static final double[] FLUSH_WEIGHTS = {0.30, 0.24, 0.22, 0.24};
    /** Nobody sees a move of fewer ticks than this. */
    private static final int MIN_RUN_TICKS = 7;
    /** Half of a flush that comes back has to be told from a tenth. */
    private static final int MIN_FLUSH_TICKS = 15;

    private Draws() {}

    /** Log return of a run; the smaller the company, the larger, but every company has all sizes. */
    static double run(OrdinaryDay ordinary, KeyedRandom random) {
        double[] weights =
                switch (ordinary.profile().tier()) {
                    case SMALL -> new double[] {0.32, 0.24, 0.23, 0.21};
                    case MID -> new double[] {0.30, 0.24, 0.24, 0.22};
                    case LARGE -> new double[] {0.32, 0.26, 0.23, 0.19};
                };
        double size = Math.max(size(RUN_BINS, weights, random), MIN_RUN_TICKS * ordinary.tick());
        return random.chance(UP) ? StrictMath.log(1 + size) : down(size);
    }

    /** A log return of the size of the first, in simple terms, and the direction of the second. */
    static double sameWay(double logMove, double other) {
        double size = Math.abs(StrictMath.exp(logMove) - 1);
        return other > 0 ? StrictMath.log(1 + size) : down(size);
    }

    private static double down(double size) {
        return StrictMath.log(1 - Math.min(0.4, size));
    }

    /** Log return of a flush, negative. */
    static double flush(OrdinaryDay ordinary, KeyedRandom random) {
        return StrictMath.log(1 - Math.max(size(FLUSH_BINS, FLUSH_WEIGHTS, random), MIN_FLUSH_TICKS * ordinary.tick()));
    }

    /** Seconds of a run: longer for larger, 2 to 90 minutes. */
    static int runSeconds(double logMove, KeyedRandom random) {
        double median = 420 * Math.sqrt(Math.abs(logMove) / 0.05);
        return (int) Math.max(2 * MINUTE, Math.min(90 * MINUTE, random.logNormal(median, 0.8)));
    }

    /** Seconds of a flush: longer for larger, 1 to 5 minutes. */
    static int flushSeconds(double logMove, KeyedRandom random) {
        double longest = 150 + 150 * Math.min(1, Math.abs(logMove) / 0.2);
        return (int) random.between(60, longest);
    }

    /** Trades per second that a move brings: several times the ordinary, and enough to be a move at all. */
    static double crowdRate(double busiest, int seconds, KeyedRandom random) {
        double times = random.between(5, 12);
        return Math.max(Math.max(times * busiest, random.logNormal(1.2, 0.4)), 150.0 / seconds);
    }

    /** The second of the day at which a move begins: a quarter before the open, nearly half in the hour after 09:40. */
    static int moveStart(TradeDay day, int length, KeyedRandom random) {
        int open = day.openSecond();
        double session = random.uniform();
        if (session < 0.25) {
            return open - 150 * MINUTE + random.below(150 * MINUTE);
        }
        if (session < 0.65) {
            return open + 10 * MINUTE + random.below(60 * MINUTE);
        }
        return regularStart(day, length, 70 * MINUTE, random);
    }

    /** A second of regular hours, some time after the open, from which there is room before the close. */
    static int regularStart(TradeDay day, int length, int afterOpen, KeyedRandom random) {
        int earliest = day.openSecond() + afterOpen;
        return earliest + random.below(Math.max(1, day.closeSecond() - length - earliest));
    }

    private static double size(double[] bins, double[] weights, KeyedRandom random) {
        double left = random.uniform();
        int bin = 0;
        while (bin < weights.length - 1 && left >= weights[bin]) {
            left -= weights[bin++];
        }
        return StrictMath.exp(random.between(StrictMath.log(bins[bin]), StrictMath.log(bins[bin + 1])));
    }
}
