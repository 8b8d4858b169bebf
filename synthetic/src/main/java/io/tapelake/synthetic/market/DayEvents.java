package io.tapelake.synthetic.market;

import java.util.List;
import java.util.Optional;

/**
 * What is planted on a symbol-day: labels, and the pieces of price and activity that make them come true.
 *
 * @param things the labels, in order of their start
 * @param legs settled stretches of the price, in order of time, none over another
 * @param crowds trades on top of the ordinary ones
 * @param moods scales of the ordinary activity
 * @param hushes scales of all activity, crowds included
 * @param halts pauses, in order of time
 * @param strays lone trades far from the market
 * @param excursions short departures of the market itself
 * @param gap distance of the open from the close before
 */
record DayEvents(
        List<PlannedThing> things,
        List<Leg> legs,
        List<Crowd> crowds,
        List<Mood> moods,
        List<Mood> hushes,
        List<HaltPlan> halts,
        List<StrayPrint> strays,
        List<Excursion> excursions,
        Optional<GapPlan> gap) {
    static final DayEvents NONE = new DayEvents(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

    DayEvents {
        things = List.copyOf(things);
        legs = List.copyOf(legs);
        crowds = List.copyOf(crowds);
        moods = List.copyOf(moods);
        hushes = List.copyOf(hushes);
        halts = List.copyOf(halts);
        strays = List.copyOf(strays);
        excursions = List.copyOf(excursions);
    }

    boolean halted(int second) {
        for (HaltPlan halt : halts) {
            if (halt.contains(second)) {
                return true;
            }
        }
        return false;
    }

    /** Log return that the legs leave behind at the end of the day. */
    double netLog() {
        return legs.stream().mapToDouble(Leg::net).sum();
    }

    /** Expected trades on top of the ordinary ones, at activity 1. */
    double extraTrades() {
        return crowds.stream().mapToDouble(Crowd::trades).sum();
    }

    /** Whether a true move was planted, which people remember the next day. */
    boolean remembered() {
        for (PlannedThing thing : things) {
            if (!thing.decoy() && thing.kind().isMove()) {
                return true;
            }
        }
        return false;
    }
}
