package io.tapelake.synthetic.market;

import static io.tapelake.synthetic.market.PlannedThing.numbers;

/** Plants what comes after a run: a narrow stretch on even volume, or a near miss that is wide or slopes. */
final class Consolidation {
    private static final double NARROW = 0.09;

    private Consolidation() {}

    /**
     * Plants one.
     *
     * @param logMove log return of the run before
     * @param start second at which the run is complete
     * @param seconds its length
     * @param droop share of the run given back by its end
     * @param rate trades per second of the run
     * @return the share of the run that is given back at its end
     */
    static double plant(
            DayDraft draft,
            KeyedRandom random,
            double logMove,
            int start,
            int seconds,
            boolean decoy,
            double droop,
            double rate) {
        double size = Math.abs(logMove);
        int end = start + seconds;
        boolean wave = decoy && random.chance(0.5);
        int swings = 2 + random.below(2);
        double even = random.between(0.25, 0.4) * rate;
        if (wave) {
            draft.leg(Leg.wave(start, end, -droop * logMove, swings, NARROW * size));
        } else {
            draft.leg(Leg.move(start, end, -droop * logMove, 1, NARROW * size));
        }
        draft.crowd(start, end, even, decoy ? 0.6 * even : even);
        draft.thing(
                PlantedEvent.Kind.CONSOLIDATION,
                decoy,
                start,
                end,
                wave ? 0 : -droop * logMove,
                numbers("leg_log_return", logMove, "noise", NARROW, "droop", droop, "swings", wave ? swings : 0));
        return wave ? 0 : droop;
    }
}
