package io.tapelake.synthetic.market;

/** Draws what is planted on a symbol-day. Every number it uses is its own: it knows no detector and no threshold. */
final class EventPlanner {
    /** Share of planted things that are near misses. */
    static final double DECOYS = 0.3;

    /** A little more, as runs come with more true things than their decoys. */
    private static final double SCENARIO_DECOYS = 0.32;

    private static final double MAX_PROBABILITY = 0.9;
    private static final double SECOND_SCENARIO = 0.7;
    private static final int TRIES = 6;

    /** What may be planted, with its weight among the others. */
    private enum Scenario {
        RUN(0.14),
        FAILED(0.28),
        CONSOLIDATION(0.13),
        RUN_AND_FLUSH(0.13),
        FLUSH(0.21),
        GAP(0.10),
        BAD_PRINTS(0.06),
        HALT_DECOY(0.04),
        DEAD_ZONE(0.52);

        private final double weight;

        Scenario(double weight) {
            this.weight = weight;
        }
    }

    private final double eventRate;

    /** A planner that multiplies the usual probability of an event by {@code eventRate}. */
    EventPlanner(double eventRate) {
        this.eventRate = eventRate;
    }

    DayEvents plan(OrdinaryDay ordinary, KeyedRandom random) {
        double probability = ordinary.profile().tier().eventProbability * eventRate;
        if (!random.chance(Math.min(MAX_PROBABILITY, probability))) {
            return DayEvents.NONE;
        }
        DayDraft draft = new DayDraft(ordinary);
        for (int i = 0; i < TRIES && draft.isEmpty(); i++) {
            plant(scenario(ordinary, random), draft, random);
        }
        if (random.chance(SECOND_SCENARIO)) {
            plant(scenario(ordinary, random), draft, random);
        }
        return draft.events();
    }

    private static Scenario scenario(OrdinaryDay ordinary, KeyedRandom random) {
        boolean busy = Silences.meanSomething(ordinary);
        double total = 0;
        for (Scenario scenario : Scenario.values()) {
            total += weight(scenario, busy);
        }
        double left = random.uniform() * total;
        for (Scenario scenario : Scenario.values()) {
            left -= weight(scenario, busy);
            if (left < 0) {
                return scenario;
            }
        }
        return Scenario.RUN;
    }

    /** Silence is no event where trades are rare. */
    private static double weight(Scenario scenario, boolean busy) {
        boolean silence = scenario == Scenario.DEAD_ZONE || scenario == Scenario.HALT_DECOY;
        return silence && !busy ? 0 : scenario.weight;
    }

    private static boolean plant(Scenario scenario, DayDraft draft, KeyedRandom random) {
        boolean decoy = random.chance(SCENARIO_DECOYS);
        return switch (scenario) {
            case RUN -> decoy ? MoveDecoys.run(draft, random) : RunScenario.plant(draft, random, false);
            case FAILED -> decoy ? MoveDecoys.failed(draft, random) : RunScenario.plant(draft, random, true);
            case CONSOLIDATION -> RunScenario.plantWithConsolidation(draft, random, decoy);
            case RUN_AND_FLUSH ->
                decoy ? MoveDecoys.runAndFlush(draft, random) : RunScenario.plantWithFlush(draft, random);
            case FLUSH -> decoy ? MoveDecoys.flush(draft, random) : FlushPlan.plantOutOfQuiet(draft, random);
            case GAP -> Oddities.gap(draft, random, decoy);
            case BAD_PRINTS -> decoy ? Oddities.excursions(draft, random) : Oddities.badPrints(draft, random);
            case HALT_DECOY -> Silences.haltDecoy(draft, random);
            case DEAD_ZONE -> Silences.deadZone(draft, random, decoy);
        };
    }
}
