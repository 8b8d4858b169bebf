package io.tapelake.synthetic.market;

import static io.tapelake.synthetic.market.PlannedThing.numbers;
import static io.tapelake.synthetic.market.PlantedEvent.Kind;

import java.util.List;

/** Plants a run out of a calm base, and what becomes of it: a fade, a failure, a consolidation, a flush. */
final class RunScenario {
    static final int BASE_SECONDS = 900;
    /** A run keeps what it is said to keep for at least this long after its end. */
    private static final int KEPT_SECONDS = 3_700;

    private static final double BASE_NOISE = 0.12;
    private static final double RUN_NOISE = 0.22;
    private static final double FADE_NOISE = 0.08;
    /** A run of this size is meant to make the day; most of them get the volume for it. */
    private static final double MAKES_THE_DAY = 0.16;

    private static final double DAY_DOLLARS = 2_500_000;
    private static final double MAX_RATE = 40;
    /** Trades of the fade's crowd over those of the run's, per second. */
    private static final double FADE_WEIGHT = 0.23;

    private final DayDraft draft;
    private final KeyedRandom random;
    private final double logMove;
    private final int active;
    private final List<Pauses.Stop> stops;
    private final int span;

    private RunScenario(DayDraft draft, KeyedRandom random, double logMove, boolean mayPause) {
        this.draft = draft;
        this.random = random;
        this.logMove = logMove;
        this.active = Draws.runSeconds(logMove, random);
        this.stops = mayPause ? Pauses.draw(logMove, active, random) : List.of();
        this.span = active + Pauses.added(stops);
    }

    /** A run with its fade; a failed one gives nearly all back. */
    static boolean plant(DayDraft draft, KeyedRandom random, boolean failed) {
        return new RunScenario(draft, random, Draws.run(draft.ordinary(), random), true).alone(failed);
    }

    /** A run, a narrow stretch or its decoy, and sometimes a second leg. */
    static boolean plantWithConsolidation(DayDraft draft, KeyedRandom random, boolean decoy) {
        double logMove = Draws.run(draft.ordinary(), random);
        boolean visible =
                Math.abs(logMove) >= Math.max(0.04, 25 * draft.ordinary().tick());
        return visible && new RunScenario(draft, random, logMove, true).withConsolidation(decoy);
    }

    /** A run, a flush out of its height, and what follows a flush. */
    static boolean plantWithFlush(DayDraft draft, KeyedRandom random) {
        for (int i = 0; i < 30; i++) {
            double logMove = Draws.run(draft.ordinary(), random);
            FlushPlan flush = FlushPlan.draw(draft.ordinary(), random);
            double drooped = random.between(0, 0.08);
            double back = drooped - flush.logMove() / logMove;
            boolean clear = back <= 0.5 || (back >= 0.77 && back <= 1.05);
            if (logMove > 0 && clear) {
                return new RunScenario(draft, random, logMove, true).withFlush(flush, drooped, back);
            }
        }
        return false;
    }

    private boolean alone(boolean failed) {
        double retrace = failed ? random.between(0.77, 1) : random.between(0, 0.5);
        int fade = failed
                ? (int) random.between(300, 3_600)
                : (int) Math.min(9_000, Math.max(1_800, active * random.between(2, 6)));
        int hold = failed ? 600 : Math.max(0, KEPT_SECONDS - fade);
        int start = place(fade + hold);
        if (start < 0) {
            return false;
        }
        double rate = rate(start, fade);
        int end = run(start, BASE_SECONDS, rate, failed ? Kind.FAILED_BREAKOUT : Kind.BREAKOUT_RUN, retrace, fade);
        fade(end, fade, retrace, rate);
        hold(end + fade, hold, 0.06 * rate);
        return true;
    }

    private boolean withConsolidation(boolean decoy) {
        int pause = 720 + random.below(1_680);
        boolean again = random.chance(0.4);
        double secondMove = Draws.sameWay(Draws.run(draft.ordinary(), random), logMove);
        RunScenario second = new RunScenario(draft, random, secondMove, false);
        int fade = (int) Math.min(7_200, Math.max(1_800, active * random.between(2, 5)));
        int hold = Math.max(0, KEPT_SECONDS - fade);
        int start = place(pause + (again ? second.span : 0) + fade + hold);
        if (start < 0) {
            return false;
        }
        double rate = rate(start, pause + fade);
        double droop = decoy ? random.between(0.25, 0.45) : random.between(-0.04, 0.05);
        double retrace = again ? droop : Math.max(droop, random.between(0, 0.5));
        int end = run(start, BASE_SECONDS, rate, Kind.BREAKOUT_RUN, retrace, pause + (again ? 0 : fade));
        double given = Consolidation.plant(draft, random, logMove, end, pause, decoy, droop, rate);
        int last = end + pause;
        if (again) {
            double secondRate = Math.max(rate, second.rate(last, fade));
            double secondRetrace = random.between(0, 0.5);
            second.run(last, pause, secondRate, Kind.BREAKOUT_RUN, secondRetrace, fade);
            second.fade(last + second.span, fade, secondRetrace, secondRate);
            second.hold(last + second.span + fade, hold, 0.06 * secondRate);
        } else {
            fade(last, fade, retrace - given, 0.5 * rate);
            hold(last + fade, hold, 0.06 * rate);
        }
        return true;
    }

    private boolean withFlush(FlushPlan flush, double drooped, double back) {
        int top = 180 + random.below(900);
        boolean failed = back > 0.6;
        int rest = Math.max(flush.seconds(), failed ? 0 : KEPT_SECONDS - top);
        int start = place(top + rest);
        if (start < 0) {
            return false;
        }
        double rate = rate(start, top + rest);
        Kind kind = failed ? Kind.FAILED_BREAKOUT : Kind.BREAKOUT_RUN;
        int end = run(start, BASE_SECONDS, rate, kind, back, top + flush.fallSeconds());
        draft.leg(Leg.move(end, end + top, -drooped * logMove, 1, FADE_NOISE * logMove));
        draft.crowd(end, end + top, 0.6 * rate, 0.35 * rate);
        flush.plant(draft, random, end + top, rest, rate, true);
        return true;
    }

    private int place(int after) {
        int length = span + after;
        boolean paused = stops.stream().anyMatch(stop -> !stop.decoy());
        return draft.place(
                random,
                BASE_SECONDS,
                length,
                r -> paused
                        ? Draws.regularStart(draft.day(), length, 10 * Draws.MINUTE, r)
                        : Draws.moveStart(draft.day(), length, r));
    }

    /** Trades per second of the run; a large run is given enough of them to make the day a busy one. */
    private double rate(int start, int fade) {
        double rate = Draws.crowdRate(draft.busiest(start - BASE_SECONDS, start + span), active, random);
        boolean makesTheDay = Math.abs(logMove) >= MAKES_THE_DAY && random.chance(0.85);
        double times = random.between(8, 15);
        if (makesTheDay) {
            OrdinaryDay ordinary = draft.ordinary();
            double wanted = Math.max(times * ordinary.trades(), DAY_DOLLARS / ordinary.dollarsPerTrade());
            rate = Math.max(rate, Math.min(MAX_RATE, wanted / (active + FADE_WEIGHT * fade)));
        }
        return rate;
    }

    /** The move itself with its base, crowd and pauses; returns the second at which it is complete. */
    private int run(int start, int base, double rate, Kind kind, double retrace, int fade) {
        double curvature = random.between(0.7, 1.3);
        int end = start + span;
        draft.calm(start - base, start, BASE_NOISE * Math.abs(logMove));
        draft.leg(Leg.move(start, end, logMove, curvature, RUN_NOISE * Math.abs(logMove)));
        draft.crowd(start, end, 1.15 * rate, 0.85 * rate);
        Pauses.plant(draft, stops, start);
        draft.thing(
                kind,
                false,
                start,
                end,
                logMove,
                numbers(
                        "retrace",
                        retrace,
                        "fade_seconds",
                        fade,
                        "curvature",
                        curvature,
                        "trades_per_second",
                        rate,
                        "base_seconds",
                        base,
                        "halts",
                        stops.stream().filter(stop -> !stop.decoy()).count()));
        return end;
    }

    private void fade(int from, int seconds, double retrace, double rate) {
        draft.leg(Leg.fade(from, from + seconds, -retrace * logMove, FADE_NOISE * Math.abs(logMove)));
        draft.crowd(from, from + seconds, 0.6 * rate, 0.06 * rate);
    }

    /** The price keeps about where the fade left it. */
    private void hold(int from, int seconds, double rate) {
        if (seconds > 0) {
            draft.leg(Leg.move(from, from + seconds, 0, 1, FADE_NOISE * Math.abs(logMove)));
            draft.crowd(from, from + seconds, rate, 0.5 * rate);
        }
        draft.mood(Mood.rate(from + seconds, draft.day().seconds(), random.between(1.1, 1.8)));
    }
}
