package io.tapelake.synthetic.market;

/**
 * The hidden course of one symbol-day, second by second: efficient price, burst rate, spread. Trades and quotes are drawn
 * around it and do not move it.
 */
final class DayPath {
    private static final double MIN_SPREAD = 0.0001;
    private static final double MAX_REGULAR_SPREAD = 0.12;
    private static final double MAX_OUTSIDE_SPREAD = 0.25;

    private final DayPlan plan;
    private final double[] logPrice;
    private final double[] variance;
    private final double[] rate;
    private final double[] spread;

    private DayPath(DayPlan plan, double[] logPrice, double[] variance, double[] rate, double[] spread) {
        this.plan = plan;
        this.logPrice = logPrice;
        this.rate = rate;
        this.spread = spread;
        this.variance = variance;
    }

    static DayPath of(long seed, SymbolProfile profile, DayPlan plan, IntradayShape shape, MarketPath market) {
        KeyedRandom random = KeyedRandom.of(
                seed, RandomStream.PATH, profile.index(), plan.day().epochDay());
        ActivityCurve curve = ActivityCurve.of(profile, plan, shape, random);
        double[] logPrice = LogPriceWalk.of(profile, plan, market, curve.variance(), random);
        double[] spread = spreads(profile, plan, curve, random);
        return new DayPath(plan, logPrice, curve.variance(), curve.rate(), spread);
    }

    DayPlan plan() {
        return plan;
    }

    int seconds() {
        return rate.length;
    }

    /** Logarithm of the efficient price in USD at an instant given as second and part of the second. */
    double logPrice(int second, double part) {
        return logPrice[second] + part * (logPrice[second + 1] - logPrice[second]);
    }

    /** Standard deviation of the log price over the second. */
    double deviation(int second) {
        return Math.sqrt(variance[second]);
    }

    /** Expected bursts of trades in the second, at activity 1; 0 in a pause. */
    double rate(int second) {
        return rate[second];
    }

    /** Width of the best market as a share of the price. */
    double spread(int second) {
        return spread[second / 60];
    }

    /**
     * The spread follows the price movement per burst of trades, so it widens with volatility and where trading is thin,
     * and narrows when a crowd arrives.
     */
    private static double[] spreads(SymbolProfile profile, DayPlan plan, ActivityCurve curve, KeyedRandom random) {
        TradeDay day = plan.day();
        double[] spread = new double[day.minutes()];
        double state = 0;
        for (int minute = 0; minute < spread.length; minute++) {
            state = 0.9 * state + 0.09 * random.gaussian();
            double variance = 0;
            double rate = 0;
            for (int second = minute * 60; second < minute * 60 + 60; second++) {
                variance += curve.variance()[second];
                rate += curve.rate()[second];
            }
            boolean regular = minute * 60 >= day.openSecond() && minute * 60 < day.closeSecond();
            double early = minute * 60 < day.openSecond() ? 1 + 2.5 * StrictMath.exp(-minute / 90.0) : 1;
            if (rate <= 0 && minute > 0) {
                spread[minute] = Math.min(MAX_REGULAR_SPREAD, spread[minute - 1] * 1.3);
                continue;
            }
            double width = profile.spreadFactor() * Math.sqrt(variance / rate) * early * StrictMath.exp(state);
            double limit = regular ? MAX_REGULAR_SPREAD : MAX_OUTSIDE_SPREAD;
            spread[minute] = Math.max(MIN_SPREAD, Math.min(limit, width));
        }
        return spread;
    }
}
