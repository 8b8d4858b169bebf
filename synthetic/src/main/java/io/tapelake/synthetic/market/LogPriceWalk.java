package io.tapelake.synthetic.market;

import java.util.Arrays;
import java.util.List;

/**
 * Draws the logarithm of the efficient price at the start of every second, with fat-tailed steps. The walk is pinned:
 * every planted leg covers exactly its return, and what is free between the legs brings the price where the plan says at
 * the open of a day with a gap, at the close, and at the end of the day.
 */
final class LogPriceWalk {
    private static final double JUMP_PROBABILITY = 0.0012;
    private static final double JUMP_FACTOR = 8;
    private static final double STEP_SCALE = 1 / Math.sqrt(1 + JUMP_PROBABILITY * (JUMP_FACTOR * JUMP_FACTOR - 1));

    private final DayEvents events;
    private final double[] variance;
    /** Change of the log price in each second. */
    private final double[] change;

    private final boolean[] settled;

    private LogPriceWalk(DayEvents events, double[] variance) {
        this.events = events;
        this.variance = variance;
        this.change = new double[variance.length];
        this.settled = new boolean[variance.length];
    }

    static double[] of(SymbolProfile profile, DayPlan plan, MarketPath market, double[] variance, KeyedRandom random) {
        LogPriceWalk walk = new LogPriceWalk(plan.events(), variance);
        for (Leg leg : plan.events().legs()) {
            Arrays.fill(walk.settled, leg.startSecond(), leg.endSecond(), true);
        }
        walk.draw(profile.beta(), market, random);
        plan.events().legs().forEach(walk::settle);
        int close = plan.day().closeSecond();
        List<HaltPlan> halts = plan.events().halts();
        if (halts.stream().anyMatch(halt -> halt.resumeSecond() >= close)) {
            throw new IllegalStateException("a pause on " + plan.day().date() + " reaches the close");
        }
        if (plan.events().gap().isPresent()) {
            int open = plan.day().openSecond();
            double openLog = plan.priorCloseLog() + plan.events().gap().get().logGap();
            walk.pin(0, open, openLog - plan.startLog());
            walk.pin(open, close, plan.closeLog() - openLog);
        } else {
            walk.pin(0, close, plan.closeLog() - plan.startLog());
        }
        walk.pin(close, variance.length, plan.endLog() - plan.closeLog());
        double[] logPrice = new double[variance.length + 1];
        logPrice[0] = plan.startLog();
        for (int s = 0; s < variance.length; s++) {
            logPrice[s + 1] = logPrice[s] + walk.change[s];
        }
        return logPrice;
    }

    /** Draws all steps; the market's own movement is left out of the legs, so that their return is the planted one. */
    private void draw(double beta, MarketPath market, KeyedRandom random) {
        for (int s = 0; s < change.length; s++) {
            double step = STEP_SCALE * Math.sqrt(variance[s]) * random.gaussian();
            boolean jump = random.chance(JUMP_PROBABILITY);
            change[s] =
                    settled[s] ? step : (jump ? JUMP_FACTOR * step : step) + beta * (market.at(s + 1) - market.at(s));
        }
    }

    /** Shifts the steps of a leg so that they add up to nothing, and adds its course. */
    private void settle(Leg leg) {
        double gaps = 0;
        int active = leg.endSecond() - leg.startSecond();
        for (HaltPlan halt : events.halts()) {
            if (halt.pauseSecond() >= leg.startSecond() && halt.pauseSecond() < leg.endSecond()) {
                gaps += halt.logGap();
                active -= halt.resumeSecond() - halt.pauseSecond();
                change[halt.resumeSecond() - 1] += halt.logGap();
            }
        }
        double sum = 0;
        double clock = 0;
        for (int s = leg.startSecond(); s < leg.endSecond(); s++) {
            sum += change[s];
            clock += variance[s];
        }
        double drift = leg.logMove() - gaps;
        double excess = sum - gaps;
        int passed = 0;
        for (int s = leg.startSecond(); s < leg.endSecond(); s++) {
            if (clock > 0) {
                change[s] -= excess * variance[s] / clock;
            }
            if (!events.halted(s)) {
                double before = leg.done(passed / (double) active);
                passed++;
                change[s] += drift * (leg.done(passed / (double) active) - before);
            }
        }
    }

    /** Shifts the free steps between two seconds, in proportion to their variance, so that all add up to a return. */
    private void pin(int from, int to, double logReturn) {
        double sum = 0;
        double clock = 0;
        for (int s = from; s < to; s++) {
            sum += change[s];
            clock += settled[s] ? 0 : variance[s];
        }
        for (int s = from; s < to; s++) {
            if (!settled[s]) {
                change[s] += (logReturn - sum) * variance[s] / clock;
            }
        }
    }
}
