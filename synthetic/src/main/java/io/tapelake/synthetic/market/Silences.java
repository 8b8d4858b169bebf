package io.tapelake.synthetic.market;

import static io.tapelake.synthetic.market.PlannedThing.numbers;
import static io.tapelake.synthetic.market.PlantedEvent.Kind;

/** Plants stretches in which trading dries up: dead zones, their near misses, and gaps that look like a pause. */
final class Silences {
    private static final int MINUTE = 60;
    /** A dead zone means something only where this many trades a second are usual. */
    private static final double WORTH_MISSING = 7 / 60.0;

    private static final int MARGIN = 5 * MINUTE;

    private Silences() {}

    /** Whether the symbol is busy enough around noon for a silence to be an event. */
    static boolean meanSomething(OrdinaryDay ordinary) {
        int noon = (ordinary.day().openSecond() + ordinary.day().closeSecond()) / 2;
        return ordinary.busiest(noon, noon + 1) >= WORTH_MISSING;
    }

    static boolean deadZone(DayDraft draft, KeyedRandom random, boolean decoy) {
        boolean brief = decoy && random.chance(0.5);
        double left = decoy && !brief ? random.between(0.5, 0.7) : brief ? 0.05 : random.between(0.02, 0.08);
        int seconds = brief ? between(4, 7, random) : decoy ? 20 * MINUTE : between(16, 60, random);
        int start = placeBusy(draft, random, seconds);
        if (start < 0) {
            return false;
        }
        Mood hush = Mood.hush(start, start + seconds, left);
        draft.mood(Mood.calm(start - MARGIN, start, Double.MAX_VALUE));
        draft.hush(brief || !decoy ? hush : Mood.rate(start, start + seconds, left));
        draft.thing(
                Kind.DEAD_ZONE,
                decoy,
                start,
                start + seconds,
                0,
                numbers(
                        "rate_left",
                        left,
                        "usual_trades_per_minute",
                        60 * draft.ordinary().quietest(start, start + seconds)));
        return true;
    }

    /** No trades for minutes, and nobody paused anything: at once, or after trading has died down. */
    static boolean haltDecoy(DayDraft draft, KeyedRandom random) {
        boolean fading = random.chance(0.5);
        int quiet = fading ? 90 + random.below(90) : 0;
        int seconds = fading ? between(5, 11, random) : 100 + random.below(131);
        int start = placeBusy(draft, random, seconds);
        if (start < 0) {
            return false;
        }
        if (fading) {
            draft.hush(Mood.hush(start - quiet, start, 0.1));
        }
        draft.hush(new Mood(start, start + seconds, 0, 0.3, Double.MAX_VALUE, false));
        draft.thing(Kind.HALT, true, start, start + seconds, 0, numbers("in_run", 0, "quiet_seconds", quiet));
        return true;
    }

    /** Room where trades are frequent all along. */
    private static int placeBusy(DayDraft draft, KeyedRandom random, int seconds) {
        int length = seconds + MARGIN;
        return draft.place(random, MARGIN, length, r -> {
            int start = Draws.regularStart(draft.day(), length, 20 * MINUTE, r);
            boolean busy = draft.ordinary().quietest(start - MARGIN, start + length) >= WORTH_MISSING;
            return busy ? start : -1;
        });
    }

    private static int between(int lowMinutes, int highMinutes, KeyedRandom random) {
        return lowMinutes * MINUTE + random.below((highMinutes - lowMinutes) * MINUTE);
    }
}
