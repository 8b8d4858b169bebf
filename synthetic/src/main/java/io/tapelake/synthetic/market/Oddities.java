package io.tapelake.synthetic.market;

import static io.tapelake.synthetic.market.PlannedThing.numbers;
import static io.tapelake.synthetic.market.PlantedEvent.Kind;

/** Plants gaps at the open and prints away from the market, with their near misses. */
final class Oddities {
    private static final int MINUTE = 60;
    /** Seconds before and after a print away from the market in which nothing else is planted and somebody trades. */
    private static final int ROOM = 5 * MINUTE;

    private static final double SOMEBODY = 0.05;

    private Oddities() {}

    static boolean gap(DayDraft draft, KeyedRandom random, boolean decoy) {
        int open = draft.day().openSecond();
        int busy = between(25, 50, random);
        if (!draft.ordinary().hasPast() || draft.hasGap() || !draft.isFree(0, open + busy)) {
            return false;
        }
        double size = decoy
                ? random.between(0.005, 0.015)
                : StrictMath.exp(random.between(StrictMath.log(0.04), StrictMath.log(0.40)));
        boolean up = random.chance(0.65);
        double logGap = StrictMath.log(up ? 1 + size : 1 - size);
        double early = random.between(0.6, 1.05);
        draft.gap(new GapPlan(logGap, early));
        draft.take(0, open + busy);
        if (!decoy) {
            OrdinaryDay ordinary = draft.ordinary();
            double times = random.between(0.3, 1) * Math.min(4, size / 0.04);
            double rate = Math.max(times * ordinary.busiest(open, open + 1), random.logNormal(0.8, 0.4));
            if (size >= 0.16 && random.chance(0.85)) {
                double wanted =
                        Math.max(random.between(8, 14) * ordinary.trades(), 2_500_000 / ordinary.dollarsPerTrade());
                rate = Math.max(rate, Math.min(40, wanted / (0.4 * busy + 0.1 * 5_400)));
            }
            draft.crowd(open - 90 * MINUTE, open, 0.02 * rate, 0.2 * rate);
            draft.crowd(open, open + busy, rate, 0.1 * rate);
            draft.mood(Mood.rate(open + busy, draft.day().seconds(), random.between(1.1, 1.6)));
        }
        draft.thing(Kind.GAP, decoy, open, open + MINUTE, logGap, numbers("early", early));
        return true;
    }

    /** One to four lone prints in regular hours, each at its own distance. */
    static boolean badPrints(DayDraft draft, KeyedRandom random) {
        int count = 1 + random.geometric(0.55, 3);
        int planted = 0;
        for (int i = 0; i < count; i++) {
            int second = draft.place(random, ROOM, ROOM, r -> Draws.regularStart(draft.day(), ROOM, 6 * MINUTE, r));
            if (second < 0) {
                continue;
            }
            double away = random.between(0.10, 0.60) * (random.chance(0.5) ? 1 : -1);
            int shares = random.chance(0.6) ? 100 : 50 + random.below(250);
            draft.crowd(second - ROOM, second + ROOM, SOMEBODY, SOMEBODY);
            draft.stray(new StrayPrint(second, random.between(0.1, 0.9), StrictMath.log(1 + away), shares));
            draft.thing(Kind.BAD_PRINT, false, second, second + 1, StrictMath.log(1 + away), numbers("shares", shares));
            planted++;
        }
        return planted > 0;
    }

    /** One to three excursions. */
    static boolean excursions(DayDraft draft, KeyedRandom random) {
        int count = 1 + random.geometric(0.55, 2);
        boolean planted = false;
        for (int i = 0; i < count; i++) {
            planted |= excursion(draft, random);
        }
        return planted;
    }

    /** The market itself leaves for a few seconds: several venues trade there, and the quotes go along. */
    private static boolean excursion(DayDraft draft, KeyedRandom random) {
        int seconds = 2 + random.below(3);
        int start = draft.place(random, ROOM, ROOM, r -> Draws.regularStart(draft.day(), ROOM, 6 * MINUTE, r));
        if (start < 0) {
            return false;
        }
        double away = StrictMath.log(1 + random.between(0.05, 0.12) * (random.chance(0.5) ? 1 : -1));
        int prints = 5 + random.below(6);
        int from = start;
        draft.leg(Leg.move(from, from + 1, away, 0.3, 0));
        draft.leg(Leg.move(from + 1, from + 1 + seconds, 0, 1, 0));
        draft.leg(Leg.move(from + 1 + seconds, from + 2 + seconds, -away, 1, 0));
        draft.crowd(start - ROOM, start + ROOM, SOMEBODY, SOMEBODY);
        draft.hush(new Mood(from, from + 2 + seconds, 0, 1, Double.MAX_VALUE, false));
        draft.excursion(new Excursion(from + 1, from + 1 + seconds, prints));
        draft.thing(
                Kind.BAD_PRINT, true, from, from + 2 + seconds, away, numbers("prints", prints, "seconds", seconds));
        return true;
    }

    private static int between(int lowMinutes, int highMinutes, KeyedRandom random) {
        return lowMinutes * MINUTE + random.below((highMinutes - lowMinutes) * MINUTE);
    }
}
