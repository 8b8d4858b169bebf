package io.tapelake.synthetic.market;

import static io.tapelake.synthetic.market.PlannedThing.numbers;

/**
 * A fall within minutes on heavy volume and what follows it: a bounce, its decoy, or nothing.
 *
 * @param logMove log return of the fall, negative
 * @param fallSeconds its length
 * @param after what follows
 * @param retrace share of the fall that comes back
 * @param backSeconds seconds in which it does
 */
record FlushPlan(double logMove, int fallSeconds, After after, double retrace, int backSeconds) {
    private static final int QUIET_SECONDS = 720;
    private static final int REST_SECONDS = 1_260;
    private static final double BOUNCES = 0.93;

    /** What follows a fall. */
    enum After {
        BOUNCE,
        BOUNCE_DECOY,
        NOTHING
    }

    static FlushPlan draw(OrdinaryDay ordinary, KeyedRandom random) {
        double logMove = Draws.flush(ordinary, random);
        int fall = Draws.flushSeconds(logMove, random);
        After after = !random.chance(BOUNCES)
                ? After.NOTHING
                : random.chance(EventPlanner.DECOYS) ? After.BOUNCE_DECOY : After.BOUNCE;
        double retrace =
                switch (after) {
                    case BOUNCE -> random.between(0.48, 1);
                    case BOUNCE_DECOY -> random.between(0.10, 0.17);
                    case NOTHING -> random.between(-0.05, 0.10);
                };
        return new FlushPlan(logMove, fall, after, retrace, 120 + random.below(600));
    }

    /** Plants one out of quiet. */
    static boolean plantOutOfQuiet(DayDraft draft, KeyedRandom random) {
        FlushPlan flush = draw(draft.ordinary(), random);
        int start = draft.place(
                random, QUIET_SECONDS, flush.seconds(), r -> Draws.moveStart(draft.day(), flush.seconds(), r));
        if (start < 0) {
            return false;
        }
        draft.calm(start - QUIET_SECONDS, start, 0.1 * -flush.logMove());
        double busiest = draft.busiest(start - QUIET_SECONDS, start + flush.fallSeconds());
        flush.plant(draft, random, start, flush.seconds(), busiest, false);
        return true;
    }

    /** Seconds from the first of the fall to the end of the settled stretch after it. */
    int seconds() {
        return fallSeconds + backSeconds + REST_SECONDS;
    }

    /**
     * Plants the fall and what follows, over the given seconds.
     *
     * @param before trades per second before the fall
     */
    void plant(DayDraft draft, KeyedRandom random, int start, int seconds, double before, boolean afterRun) {
        double size = -logMove;
        int low = start + fallSeconds;
        int back = low + backSeconds;
        double rate = afterRun
                ? before * random.between(1.2, 2)
                : Math.max(random.between(8, 14) * before, random.logNormal(1.6, 0.5));
        rate = Math.max(rate, 150.0 / fallSeconds);
        double curvature = random.between(0.8, 1.3);
        draft.leg(Leg.move(start, low, logMove, curvature, 0.12 * size));
        draft.crowd(start, low, rate, rate);
        draft.leg(Leg.fade(low, back, -retrace * logMove, 0.08 * size));
        draft.crowd(low, back, 0.6 * rate, 0.25 * rate);
        draft.leg(Leg.move(back, start + seconds, 0, 1, 0.05 * size));
        draft.crowd(back, start + seconds, 0.25 * rate, 0.04 * rate);
        draft.thing(
                PlantedEvent.Kind.FLUSH,
                false,
                start,
                low,
                logMove,
                numbers(
                        "retrace",
                        retrace,
                        "curvature",
                        curvature,
                        "trades_per_second",
                        rate,
                        "after_run",
                        afterRun ? 1 : 0));
        if (after != After.NOTHING) {
            draft.thing(
                    PlantedEvent.Kind.BOUNCE,
                    after == After.BOUNCE_DECOY,
                    low,
                    back,
                    -retrace * logMove,
                    numbers("retrace", retrace, "flush_log_return", logMove));
        }
    }
}
