package io.tapelake.synthetic.market;

/**
 * Draws the logarithm of the efficient price at the start of every second, with fat-tailed steps. The walk is pinned:
 * it starts and ends where the plan says, and a planted run covers exactly its amplitude.
 */
final class LogPriceWalk {
    private static final double JUMP_PROBABILITY = 0.0012;
    private static final double JUMP_FACTOR = 8;
    private static final double STEP_SCALE = 1 / Math.sqrt(1 + JUMP_PROBABILITY * (JUMP_FACTOR * JUMP_FACTOR - 1));

    private LogPriceWalk() {}

    static double[] of(SymbolProfile profile, DayPlan plan, MarketPath market, double[] variance, KeyedRandom random) {
        int seconds = variance.length;
        double[] noise = new double[seconds + 1];
        double[] clock = new double[seconds + 1];
        for (int s = 0; s < seconds; s++) {
            double step = STEP_SCALE * Math.sqrt(variance[s]) * random.gaussian();
            noise[s + 1] = noise[s] + (random.chance(JUMP_PROBABILITY) ? JUMP_FACTOR * step : step);
            clock[s + 1] = clock[s] + variance[s];
        }
        double[] trend = trend(plan.events(), seconds);
        double[] common = new double[seconds + 1];
        for (int s = 0; s <= seconds; s++) {
            common[s] = profile.beta() * market.at(s);
        }
        double own = plan.endLog() - plan.startLog() - common[seconds] - trend[seconds];
        if (plan.events().run().isPresent()) {
            RunPlan run = plan.events().run().get();
            double[] free = noise.clone();
            double level = noise[run.startSecond()];
            // The market's own movement is taken out of the run, so that the amplitude is the planted one.
            double leap = common[run.endSecond()] - common[run.startSecond()];
            pin(free, noise, clock, run.startSecond(), run.endSecond(), level, level - leap);
            pin(free, noise, clock, run.endSecond(), seconds, level - leap, own);
        } else {
            pin(noise.clone(), noise, clock, 0, seconds, 0, own);
        }
        for (int s = 0; s <= seconds; s++) {
            noise[s] += plan.startLog() + common[s] + trend[s];
        }
        return noise;
    }

    /** Shifts a free walk between two seconds, in proportion to the variance passed, so that it has the given ends. */
    private static void pin(double[] free, double[] walk, double[] clock, int from, int to, double start, double end) {
        double startShift = start - free[from];
        double endShift = end - free[to];
        double passed = clock[to] - clock[from];
        for (int s = from; s <= to; s++) {
            walk[s] = free[s] + startShift + (endShift - startShift) * (clock[s] - clock[from]) / passed;
        }
    }

    /** What the planted events add to the log price at the start of each second. */
    private static double[] trend(DayEvents events, int seconds) {
        double[] trend = new double[seconds + 1];
        if (events.run().isEmpty()) {
            return trend;
        }
        RunPlan run = events.run().get();
        double drift = run.logAmplitude();
        int active = run.endSecond() - run.startSecond();
        for (HaltPlan halt : events.halts()) {
            drift -= halt.logGap();
            active -= halt.resumeSecond() - halt.pauseSecond();
        }
        double gaps = 0;
        int passed = 0;
        for (int s = run.startSecond(); s <= run.endSecond(); s++) {
            gaps += gapAt(events, s);
            trend[s] = gaps + drift * StrictMath.pow(passed / (double) active, run.curvature());
            passed += events.halted(s) ? 0 : 1;
        }
        double giveBack = run.retrace() * run.logAmplitude();
        for (int s = run.endSecond() + 1; s <= seconds; s++) {
            double part = Math.min(1, (s - run.endSecond()) / (double) run.fadeSeconds());
            double given = (1 - StrictMath.exp(-3 * part)) / (1 - StrictMath.exp(-3));
            trend[s] = run.logAmplitude() - giveBack * given;
        }
        return trend;
    }

    private static double gapAt(DayEvents events, int second) {
        for (HaltPlan halt : events.halts()) {
            if (halt.resumeSecond() == second) {
                return halt.logGap();
            }
        }
        return 0;
    }
}
