package io.tapelake.synthetic.market;

import java.util.Arrays;

/**
 * Price variance and burst rate of each second of a symbol-day: the usual U-shape, shaken by a volatility that clusters
 * over minutes and hours, changed by what is planted, zero in a pause.
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
        ActivityCurve curve = new ActivityCurve(variance, rate);
        double[] usual = new double[day.minutes()];
        for (int minute = 0; minute < usual.length; minute++) {
            usual[minute] = dayBursts * shape.volume(minute) / 60;
        }
        curve.plant(plan.events(), usual);
        return curve;
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

    private void plant(DayEvents events, double[] usualRate) {
        events.moods().forEach(mood -> scale(mood, usualRate));
        for (Leg leg : events.legs()) {
            plant(leg, events);
        }
        for (Crowd crowd : events.crowds()) {
            for (int s = crowd.startSecond(); s < crowd.endSecond(); s++) {
                rate[s] += crowd.rate(s) / TRADES_PER_BURST;
            }
        }
        events.hushes().forEach(hush -> scale(hush, usualRate));
        for (HaltPlan halt : events.halts()) {
            Arrays.fill(variance, halt.pauseSecond(), halt.resumeSecond(), 0);
            Arrays.fill(rate, halt.pauseSecond(), halt.resumeSecond(), 0);
        }
    }

    /** The to and fro of a leg takes the place of the ordinary volatility. */
    private void plant(Leg leg, DayEvents events) {
        int active = 0;
        for (int s = leg.startSecond(); s < leg.endSecond(); s++) {
            active += events.halted(s) ? 0 : 1;
        }
        Arrays.fill(variance, leg.startSecond(), leg.endSecond(), leg.noise() * leg.noise() / active);
    }

    private void scale(Mood mood, double[] usualRate) {
        double sum = 0;
        for (int s = mood.startSecond(); s < mood.endSecond(); s++) {
            rate[s] = mood.rateFactor() * (mood.calm() ? Math.min(rate[s], usualRate[s / 60]) : rate[s]);
            variance[s] *= mood.varianceFactor();
            sum += variance[s];
        }
        double limit = mood.maxNoise() * mood.maxNoise();
        for (int s = mood.startSecond(); s < mood.endSecond() && sum > limit; s++) {
            variance[s] *= limit / sum;
        }
    }
}
