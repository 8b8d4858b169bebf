package io.tapelake.synthetic.market;

/** The movement that all symbols share on one date: a log return path in minutes. Immutable. */
final class MarketPath {
    private static final double DAILY_VOL = 0.008;
    private static final int MEMORY_DAYS = 20;
    private static final double MEMORY = 0.88;

    private final double[] cumulative;
    private final double volState;

    private MarketPath(double[] cumulative, double volState) {
        this.cumulative = cumulative;
        this.volState = volState;
    }

    static MarketPath of(long seed, TradeDay day, IntradayShape shape) {
        double volState = volState(seed, day.epochDay());
        double dailyVol = DAILY_VOL * StrictMath.exp(volState);
        KeyedRandom random = KeyedRandom.of(seed, RandomStream.MARKET, day.epochDay());
        double[] cumulative = new double[day.minutes() + 1];
        for (int minute = 0; minute < day.minutes(); minute++) {
            double step = dailyVol * Math.sqrt(shape.variance(minute)) * random.gaussian();
            cumulative[minute + 1] = cumulative[minute] + step;
        }
        return new MarketPath(cumulative, volState);
    }

    /** Log return of the market from the opening of the pre-market session to a second, piecewise linear. */
    double at(int second) {
        int minute = Math.min(second / 60, cumulative.length - 2);
        double part = (second - minute * 60) / 60.0;
        return cumulative[minute] + part * (cumulative[minute + 1] - cumulative[minute]);
    }

    /** Log return over the whole day. */
    double total() {
        return cumulative[cumulative.length - 1];
    }

    /** Logarithm of the day's volatility over the usual one; calm and nervous weeks cluster. */
    double volState() {
        return volState;
    }

    /** A decaying sum of daily shocks, so that a date needs no other date to be computed first. */
    private static double volState(long seed, long epochDay) {
        double sum = 0;
        double weight = 0.15;
        for (int back = 0; back < MEMORY_DAYS; back++) {
            sum += weight
                    * KeyedRandom.of(seed, RandomStream.MARKET, epochDay - back, 1)
                            .gaussian();
            weight *= MEMORY;
        }
        return sum;
    }
}
