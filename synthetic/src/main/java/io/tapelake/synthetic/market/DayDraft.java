package io.tapelake.synthetic.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what is planted on one symbol-day and keeps account of the time that is taken. */
final class DayDraft {
    private static final int TRIES = 24;
    /** Planted things end this long before the close. */
    private static final int BEFORE_CLOSE = 180;

    /** Trades per second of a quiet that people watch. */
    private static final double TRICKLE = 0.02;

    private final OrdinaryDay ordinary;
    private final List<int[]> taken = new ArrayList<>();
    private final List<PlannedThing> things = new ArrayList<>();
    private final List<Leg> legs = new ArrayList<>();
    private final List<Crowd> crowds = new ArrayList<>();
    private final List<Mood> moods = new ArrayList<>();
    private final List<Mood> hushes = new ArrayList<>();
    private final List<HaltPlan> halts = new ArrayList<>();
    private final List<StrayPrint> strays = new ArrayList<>();
    private final List<Excursion> excursions = new ArrayList<>();
    private Optional<GapPlan> gap = Optional.empty();

    DayDraft(OrdinaryDay ordinary) {
        this.ordinary = ordinary;
    }

    /** A way to draw where something may begin. */
    interface StartDraw {
        int second(KeyedRandom random);
    }

    OrdinaryDay ordinary() {
        return ordinary;
    }

    TradeDay day() {
        return ordinary.day();
    }

    /** Last second at which something planted may end. */
    int lastSecond() {
        return day().closeSecond() - BEFORE_CLOSE;
    }

    /**
     * Finds and takes room for something with a stretch before its start and a stretch from it on.
     *
     * @return its start, or -1 when the draws found none
     */
    int place(KeyedRandom random, int before, int length, StartDraw draw) {
        for (int i = 0; i < TRIES; i++) {
            int start = draw.second(random);
            if (start - before >= 0 && start + length <= lastSecond() && isFree(start - before, start + length)) {
                take(start - before, start + length);
                return start;
            }
        }
        return -1;
    }

    void take(int from, int to) {
        taken.add(new int[] {from, to});
    }

    boolean isFree(int from, int to) {
        return taken.stream().noneMatch(span -> from < span[1] && to > span[0]);
    }

    boolean isEmpty() {
        return things.isEmpty();
    }

    boolean hasGap() {
        return gap.isPresent();
    }

    /** Ordinary trades per second at their busiest in the stretch, with what earlier planting made of them. */
    double busiest(int from, int to) {
        double factor = 1;
        for (Mood mood : moods) {
            if (mood.startSecond() < to && mood.endSecond() > from) {
                factor = Math.max(factor, mood.rateFactor());
            }
        }
        return factor * ordinary.busiest(Math.max(0, from), to);
    }

    /**
     * The quiet before something: little movement, no more than the usual trades, but some, so that there is a price to
     * move away from.
     */
    void calm(int start, int end, double maxNoise) {
        mood(Mood.calm(start, end, maxNoise));
        crowd(start, end, TRICKLE, TRICKLE);
    }

    void leg(Leg leg) {
        legs.add(leg);
    }

    void crowd(int start, int end, double fromRate, double toRate) {
        if (end > start) {
            crowds.add(new Crowd(start, end, fromRate, toRate));
        }
    }

    void mood(Mood mood) {
        moods.add(mood);
    }

    void hush(Mood hush) {
        hushes.add(hush);
    }

    void halt(HaltPlan halt) {
        halts.add(halt);
    }

    void stray(StrayPrint stray) {
        strays.add(stray);
    }

    void excursion(Excursion excursion) {
        excursions.add(excursion);
    }

    void gap(GapPlan plan) {
        gap = Optional.of(plan);
    }

    void thing(
            PlantedEvent.Kind kind,
            boolean decoy,
            int start,
            int end,
            double logAmplitude,
            Map<String, Double> parameters) {
        things.add(new PlannedThing(kind, decoy, start, end, logAmplitude, parameters));
    }

    DayEvents events() {
        things.sort(Comparator.comparingInt(PlannedThing::startSecond));
        legs.sort(Comparator.comparingInt(Leg::startSecond));
        halts.sort(Comparator.comparingInt(HaltPlan::pauseSecond));
        strays.sort(Comparator.comparingInt(StrayPrint::second));
        excursions.sort(Comparator.comparingInt(Excursion::startSecond));
        return new DayEvents(things, legs, crowds, moods, hushes, halts, strays, excursions, gap);
    }
}
