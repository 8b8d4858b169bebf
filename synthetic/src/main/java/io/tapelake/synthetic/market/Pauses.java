package io.tapelake.synthetic.market;

import java.util.ArrayList;
import java.util.List;

/** Stops of trading inside a large run: volatility pauses with their gap, and silences that nobody ordered. */
final class Pauses {
    private static final int MINUTE = 60;
    /** A pause needs trading on both sides of it. */
    private static final int MARGIN_SECONDS = 90;

    private static final double SMALLEST_RUN = 0.1;
    private static final double SHARE_OF_RUNS = 0.6;

    /**
     * One stop, in seconds from the start of the run.
     *
     * @param from first second without trading
     * @param seconds its length
     * @param logGap log return through it; of a silence 0, as the price goes on by itself
     * @param decoy whether it is a silence
     */
    record Stop(int from, int seconds, double logGap, boolean decoy) {}

    private Pauses() {}

    /** Stops of a run that moves for {@code active} seconds; empty when the run is too small or too short. */
    static List<Stop> draw(double logMove, int active, KeyedRandom random) {
        List<Stop> stops = new ArrayList<>();
        if (Math.abs(logMove) < SMALLEST_RUN || !random.chance(SHARE_OF_RUNS)) {
            return stops;
        }
        int count = Math.min(1 + random.geometric(0.7, 2), active / (2 * MARGIN_SECONDS) - 1);
        int piece = active / (Math.max(0, count) + 1);
        int shift = 0;
        for (int i = 1; i <= count; i++) {
            int slack = piece / 2 - MARGIN_SECONDS / 2;
            int from = shift + i * piece - (slack > 0 ? random.below(slack) : 0);
            if (random.chance(EventPlanner.DECOYS)) {
                int seconds = Math.min(100 + random.below(131), piece - MARGIN_SECONDS);
                if (seconds >= 100) {
                    stops.add(new Stop(from, seconds, 0, true));
                }
                continue;
            }
            int seconds = random.chance(0.85) ? 5 * MINUTE : 10 * MINUTE;
            double gap = logMove * random.between(0.08, 0.25) / count * (random.chance(0.7) ? 1 : -1);
            stops.add(new Stop(from, seconds, Math.abs(gap) < 0.03 ? 0.03 * Math.signum(gap) : gap, false));
            shift += seconds;
        }
        return stops;
    }

    /** Seconds that the pauses add to a run; silences are part of it. */
    static int added(List<Stop> stops) {
        return stops.stream()
                .filter(stop -> !stop.decoy())
                .mapToInt(Stop::seconds)
                .sum();
    }

    /** Plants the stops of a run that begins at a second. */
    static void plant(DayDraft draft, List<Stop> stops, int start) {
        for (Stop stop : stops) {
            int from = start + stop.from();
            int to = from + stop.seconds();
            if (stop.decoy()) {
                draft.hush(new Mood(from, to, 0, 1, Double.MAX_VALUE, false));
                draft.thing(PlantedEvent.Kind.HALT, true, from, to, 0, PlannedThing.numbers("in_run", 1));
            } else {
                draft.halt(new HaltPlan(from, to, stop.logGap()));
                draft.thing(PlantedEvent.Kind.HALT, false, from, to, stop.logGap(), PlannedThing.numbers());
            }
        }
    }
}
