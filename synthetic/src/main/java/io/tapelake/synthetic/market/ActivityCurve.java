package io.tapelake.synthetic.market;

/**
 * Price variance and burst rate of each second of a symbol-day: the usual U-shape, shaken by a volatility that clusters
 * over minutes and hours, raised by a planted run, zero in a pause.
 */
final class ActivityCurve {
    /** Mean number of trades in a burst. */
    static final double TRADES_PER_BURST = 3.2;

    private static final double FAST_MEMORY = 0.96;
    private static final double FAST_SPREAD = 0.38;
    private static final double SLOW_MEMORY = 0.997;
    private static final double SLOW_SPREAD = 0.30;
    private static final double STATE_VARIANCE = FAST_SPREAD * FAST_SPREAD + SLOW_SPREAD * SLOW_SPREAD;
    private static final double VARIANCE_EXPONENT = 2.0;
    private static final double RATE_EXPONENT = 0.9;
    private static final double BASE_CALM = 0.3;
    /** Size of the to and fro inside a run, and after it, as a share of the run. */
    private static final double RUN_NOISE = 0.35;

    private static final double FADE_NOISE = 0.25;
    private static final double RUN_SHARE_OF_TRADES = 0.5;
    private static final double FADE_SHARE_OF_TRADES = 0.3;
    private static final double FADE_DECAY = 3.0;
    /** What stays of the crowd for the rest of the day. */
    private static final double REST_SHARE_OF_TRADES = 1 - RUN_SHARE_OF_TRADES - FADE_SHARE_OF_TRADES;

    private static final double REST_NOISE = 0.2;

    private final double[] variance;
    private final double[] rate;

    private ActivityCurve(double[] variance, double[] rate) {
        this.variance = variance;
        this.rate = rate;
    }

    static ActivityCurve of(SymbolProfile profile, DayPlan plan, IntradayShape shape, KeyedRandom random) {
        TradeDay day = plan.day();
        double[] variance = new double[day.seconds()];
        double[] rate = new double[day.seconds()];
        double fast = FAST_SPREAD * random.gaussian();
        double slow = SLOW_SPREAD * random.gaussian();
        double dayVariance = plan.dailyVol() * plan.dailyVol();
        double dayBursts = plan.trades() / TRADES_PER_BURST;
        for (int minute = 0; minute < day.minutes(); minute++) {
            fast = step(fast, FAST_MEMORY, FAST_SPREAD, random);
            slow = step(slow, SLOW_MEMORY, SLOW_SPREAD, random);
            double perSecond = dayVariance * shape.variance(minute) / 60 * level(fast + slow, VARIANCE_EXPONENT);
            double bursts = dayBursts * shape.volume(minute) / 60 * level(fast + slow, RATE_EXPONENT);
            for (int second = minute * 60; second < minute * 60 + 60; second++) {
                variance[second] = perSecond;
                rate[second] = bursts;
            }
        }
        plan.events().run().ifPresent(run -> plant(run, plan.events(), variance, rate));
        return new ActivityCurve(variance, rate);
    }

    /** Variance of the log price per second; not a copy. */
    double[] variance() {
        return variance;
    }

    /** Expected bursts of trades per second, at activity 1; not a copy. */
    double[] rate() {
        return rate;
    }

    private static double step(double state, double memory, double spread, KeyedRandom random) {
        return memory * state + spread * Math.sqrt(1 - memory * memory) * random.gaussian();
    }

    /** exp(exponent x state), scaled to mean 1. */
    private static double level(double state, double exponent) {
        return StrictMath.exp(exponent * state - 0.5 * exponent * exponent * STATE_VARIANCE);
    }

    /** Adds {@code total} to the values from an index on, in proportion to what they are. */
    private static void raise(double[] values, int from, double total) {
        double sum = 0;
        for (int i = from; i < values.length; i++) {
            sum += values[i];
        }
        for (int i = from; i < values.length; i++) {
            values[i] *= 1 + total / sum;
        }
    }

    private static void plant(RunPlan run, DayEvents events, double[] variance, double[] rate) {
        for (int s = Math.max(0, run.startSecond() - RunPlan.BASE_SECONDS); s < run.startSecond(); s++) {
            variance[s] *= BASE_CALM;
        }
        int active = 0;
        for (int s = run.startSecond(); s < run.endSecond(); s++) {
            active += events.halted(s) ? 0 : 1;
        }
        double bursts = run.extraTrades() / TRADES_PER_BURST;
        double restNoise = REST_NOISE * run.logAmplitude();
        raise(variance, run.endSecond(), restNoise * restNoise);
        raise(rate, run.endSecond(), bursts * REST_SHARE_OF_TRADES);
        double noise = RUN_NOISE * run.logAmplitude();
        int passed = 0;
        for (int s = run.startSecond(); s < run.endSecond(); s++) {
            if (events.halted(s)) {
                variance[s] = 0;
                rate[s] = 0;
            } else {
                double part = passed++ / (double) active;
                variance[s] += noise * noise / active;
                rate[s] += bursts * RUN_SHARE_OF_TRADES / active * (1.3 - 0.6 * part);
            }
        }
        double fadeNoise = FADE_NOISE * run.logAmplitude();
        double perSecond = FADE_DECAY / (1 - StrictMath.exp(-FADE_DECAY)) / run.fadeSeconds();
        double decay = 1;
        double decayPerSecond = StrictMath.exp(-FADE_DECAY / run.fadeSeconds());
        for (int s = run.endSecond(); s < run.fadeEndSecond(); s++) {
            variance[s] += fadeNoise * fadeNoise * perSecond * decay;
            rate[s] += bursts * FADE_SHARE_OF_TRADES * perSecond * decay;
            decay *= decayPerSecond;
        }
    }
}
