package io.tapelake.synthetic.market;

import static io.tapelake.synthetic.market.PlannedThing.numbers;
import static io.tapelake.synthetic.market.PlantedEvent.Kind;

/** Plants near misses of runs, failed breakouts and flushes. */
final class MoveDecoys {
    private static final int MINUTE = 60;
    /** Share of an ordinary stretch's deviation that is left while the price keeps still. */
    private static final double STILL = 0.3;

    private MoveDecoys() {}

    /** The move without the volume, the volume without the move, or a spike that is taken back at once. */
    static boolean run(DayDraft draft, KeyedRandom random) {
        double which = random.uniform();
        return which < 0.4 ? slowMove(draft, random) : which < 0.7 ? surge(draft, random) : spike(draft, random);
    }

    /** A near miss of a run and, elsewhere on the day, one of a flush. */
    static boolean runAndFlush(DayDraft draft, KeyedRandom random) {
        boolean run = run(draft, random);
        return flush(draft, random) || run;
    }

    /** A slow way up and down again on ordinary volume. */
    static boolean failed(DayDraft draft, KeyedRandom random) {
        int up = between(60, 120, random);
        int down = between(40, 80, random);
        double move = size(0.02, 0.12, random);
        double retrace = random.between(0.77, 1);
        int start = draft.place(random, 0, up + down, r -> regular(draft, up + down, r));
        if (start < 0) {
            return false;
        }
        slow(draft, start, start + up, move);
        slow(draft, start + up, start + up + down, -retrace * move);
        draft.thing(Kind.FAILED_BREAKOUT, true, start, start + up, move, numbers("retrace", retrace, "form", 0));
        return true;
    }

    /** The fall of a flush spread over most of an hour, or a fast fall of next to nothing. */
    static boolean flush(DayDraft draft, KeyedRandom random) {
        boolean slow = random.chance(0.5) || draft.ordinary().tick() > 0.002;
        double fall = slow ? Draws.flush(draft.ordinary(), random) : StrictMath.log(1 - random.between(0.005, 0.012));
        int seconds = slow ? between(30, 60, random) : (int) random.between(60, 240);
        int before = slow ? 0 : 10 * MINUTE;
        int after = 20 * MINUTE;
        int start = draft.place(random, before, seconds + after, r -> regular(draft, seconds + after, r));
        if (start < 0) {
            return false;
        }
        int end = start + seconds;
        if (slow) {
            slow(draft, start, end, fall);
        } else {
            double rate = draft.busiest(start, end) * random.between(2, 4);
            draft.calm(start - before, start, 0.3 * -fall);
            draft.leg(Leg.move(start, end, fall, 1, 0.15 * -fall));
            draft.crowd(start, end, rate, rate);
        }
        draft.leg(Leg.move(end, end + after, 0, 1, 0.1 * -fall));
        draft.thing(Kind.FLUSH, true, start, end, fall, numbers("form", slow ? 0 : 1));
        return true;
    }

    private static boolean slowMove(DayDraft draft, KeyedRandom random) {
        int seconds = between(60, 180, random);
        double move = size(0.02, 0.12, random) * (random.chance(0.7) ? 1 : -1);
        int start = draft.place(random, 0, seconds, r -> regular(draft, seconds, r));
        if (start < 0) {
            return false;
        }
        slow(draft, start, start + seconds, move);
        draft.thing(Kind.BREAKOUT_RUN, true, start, start + seconds, move, numbers("form", 0));
        return true;
    }

    private static boolean surge(DayDraft draft, KeyedRandom random) {
        int seconds = between(8, 20, random);
        int start = draft.place(random, 5 * MINUTE, seconds, r -> regular(draft, seconds, r));
        if (start < 0) {
            return false;
        }
        double still = STILL * draft.ordinary().deviation(start, start + 20 * MINUTE);
        double rate = Math.max(3 * draft.busiest(start, start + seconds), 40.0 / seconds);
        draft.calm(start - 5 * MINUTE, start, still);
        draft.leg(Leg.move(start, start + seconds, 0, 1, still));
        draft.crowd(start, start + seconds, rate, rate);
        draft.thing(Kind.BREAKOUT_RUN, true, start, start + seconds, 0, numbers("form", 1));
        return true;
    }

    private static boolean spike(DayDraft draft, KeyedRandom random) {
        double move = size(0.03, 0.2, random) * (random.chance(0.7) ? 1 : -1);
        int up = 20 + random.below(25);
        int down = 20 + random.below(25);
        double kept = random.between(-0.05, 0.1);
        int rest = 15 * MINUTE;
        int start = draft.place(random, 10 * MINUTE, up + down + rest, r -> regular(draft, up + down + rest, r));
        if (start < 0) {
            return false;
        }
        int end = start + up;
        double rate = Math.max(10 * draft.busiest(start, end), random.logNormal(1.5, 0.4));
        double noise = 0.1 * Math.abs(move);
        draft.calm(start - 10 * MINUTE, start, noise);
        draft.leg(Leg.move(start, end, move, 1, noise));
        draft.leg(Leg.move(end, end + down, -(1 - kept) * move, 1, noise));
        draft.leg(Leg.move(end + down, end + down + rest, 0, 1, noise));
        draft.crowd(start, end + down, rate, rate);
        draft.crowd(end + down, end + down + rest, 0.15 * rate, 0.03 * rate);
        draft.thing(Kind.BREAKOUT_RUN, true, start, end, move, numbers("form", 2, "retrace", 1 - kept));
        return true;
    }

    /** A move at the pace and on the volume of an ordinary day. */
    private static void slow(DayDraft draft, int start, int end, double logMove) {
        draft.mood(Mood.calm(start, end, Double.MAX_VALUE));
        double noise = Math.min(0.3 * Math.abs(logMove), draft.ordinary().deviation(start, end));
        draft.leg(Leg.move(start, end, logMove, 1, noise));
    }

    private static double size(double low, double high, KeyedRandom random) {
        return StrictMath.log(1 + StrictMath.exp(random.between(StrictMath.log(low), StrictMath.log(high))));
    }

    private static int between(int lowMinutes, int highMinutes, KeyedRandom random) {
        return lowMinutes * MINUTE + random.below((highMinutes - lowMinutes) * MINUTE);
    }

    private static int regular(DayDraft draft, int length, KeyedRandom random) {
        return Draws.regularStart(draft.day(), length, 20 * MINUTE, random);
    }
}
