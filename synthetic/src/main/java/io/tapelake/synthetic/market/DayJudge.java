package io.tapelake.synthetic.market;

import static io.tapelake.synthetic.market.DayCategory.MIXED;
import static io.tapelake.synthetic.market.DayCategory.NONE;
import static io.tapelake.synthetic.market.DayCategory.PRIME;
import static io.tapelake.synthetic.market.DayCategory.RISK;
import static io.tapelake.synthetic.market.DayCategory.SECONDARY;

import io.tapelake.synthetic.market.PlantedEvent.Kind;
import java.util.List;

/**
 * Says which categories a symbol-day deserves, from the plan and from plain sense. Where sense is in doubt it says
 * nothing.
 */
final class DayJudge {
    private static final int MIN_PAST_DAYS = 10;
    private static final double MIN_DOLLARS = 1_300_000;
    private static final double STRONG = 0.25;
    private static final double STRONG_VOLUME = 5;
    private static final double GOOD = 0.17;
    private static final double GOOD_VOLUME = 3;
    private static final double KEPT = 0.4;
    private static final double FAILED = 0.12;
    /** A move of this size that fails or goes down makes a good day doubtful. */
    private static final double AGAINST = 0.10;

    private static final double FLUSHED = 0.15;
    private static final double TAKEN_AWAY = 0.8;
    /** Share of a rise that may be there at the close of a day on which it was taken away. */
    private static final double STILL_GONE = 0.4;

    private static final double NOTHING = 0.06;
    private static final double NOTHING_TRADED = 0.10;

    private final SymbolDayTape tape;
    private final DayPath path;
    private final DayPlan plan;

    private DayJudge(SymbolDayTape tape) {
        this.tape = tape;
        this.path = tape.path();
        this.plan = path.plan();
    }

    static DayLabel judge(SymbolDayTape tape) {
        return new DayJudge(tape).judge();
    }

    private DayLabel judge() {
        TradeTape trades = tape.trades();
        double dollars = 0;
        long high = 0;
        long low = Long.MAX_VALUE;
        for (int row = 0; row < trades.size(); row++) {
            dollars += trades.priceNanos(row) / 1e9 * trades.sizeShares(row);
            high = Math.max(high, trades.priceNanos(row));
            low = Math.min(low, trades.priceNanos(row));
        }
        double overMean = plan.usual().overMean((double) trades.volume(), tape.activity());
        double overMedian = plan.usual().overMedian((double) trades.volume(), tape.activity());
        double range = pathRange();
        boolean known = plan.usual().days() >= MIN_PAST_DAYS;
        List<DayCategory> expected = List.of();
        if (plan.events().things().isEmpty()) {
            boolean still = range < NOTHING && (trades.size() == 0 || high <= low * (1 + NOTHING_TRADED));
            expected = still ? List.of(NONE) : List.of();
        } else if (known && dollars >= MIN_DOLLARS) {
            expected = busyDay(Math.min(overMean, overMedian));
        }
        return new DayLabel(
                tape.symbol(),
                tape.day().date(),
                tape.day().sessions().preOpenNs(),
                tape.day().sessions().postCloseNs(),
                StrictMath.exp(plan.closeLog() - plan.priorCloseLog()) - 1,
                expected,
                PlannedThing.numbers(
                        "range",
                        range,
                        "dollar_volume",
                        dollars,
                        "volume_over_mean",
                        overMean,
                        "volume_over_median",
                        overMedian,
                        "past_days",
                        plan.usual().days()));
    }

    private List<DayCategory> busyDay(double ratio) {
        boolean danger = false;
        boolean against = false;
        double best = 0;
        for (PlannedThing thing : plan.events().things()) {
            if (thing.decoy()) {
                continue;
            }
            double size = StrictMath.exp(thing.logAmplitude()) - 1;
            boolean failed = thing.kind() == Kind.FAILED_BREAKOUT;
            danger |= (failed && size >= FAILED && goneAtClose(thing.startSecond(), thing.logAmplitude()))
                    || (thing.kind() == Kind.FLUSH && -size >= FLUSHED && takesTheRun(thing));
            against |= (failed && size >= AGAINST) || size <= -AGAINST;
            boolean kept =
                    (thing.kind() == Kind.BREAKOUT_RUN && runKept(thing)) || (thing.kind() == Kind.GAP && gapKept());
            best = kept ? Math.max(best, size) : best;
        }
        if (danger) {
            return ratio >= GOOD_VOLUME && best < AGAINST ? List.of(RISK) : List.of();
        }
        if (against) {
            return List.of();
        }
        if (best >= STRONG && ratio >= STRONG_VOLUME) {
            return List.of(PRIME, SECONDARY);
        }
        return best >= GOOD && ratio >= GOOD_VOLUME ? List.of(PRIME, SECONDARY, MIXED) : List.of();
    }

    /** Whether a run still stands at the close, and never lost more than it may. */
    private boolean runKept(PlannedThing run) {
        double begin = path.logPrice(run.startSecond(), 0);
        return lowest(run.endSecond()) - begin >= (1 - KEPT) * run.logAmplitude();
    }

    private boolean gapKept() {
        double gap = plan.events().gap().orElseThrow().logGap();
        return lowest(tape.day().openSecond()) - plan.priorCloseLog() >= (1 - KEPT) * gap;
    }

    /** The lowest efficient price from a second to the close. */
    private double lowest(int from) {
        double lowest = Double.MAX_VALUE;
        for (int second = from; second <= tape.day().closeSecond(); second++) {
            lowest = Math.min(lowest, path.logPrice(second, 0));
        }
        return lowest;
    }

    /** Whether a flush removes most of a rise that went before it. */
    private boolean takesTheRun(PlannedThing flush) {
        double lowest = path.logPrice(flush.startSecond(), 0);
        for (int second = 0; second <= flush.startSecond(); second++) {
            lowest = Math.min(lowest, path.logPrice(second, 0));
        }
        lowest = Math.min(lowest, plan.priorCloseLog());
        double rise = path.logPrice(flush.startSecond(), 0) - lowest;
        return rise >= StrictMath.log(1 + FAILED)
                && -flush.logAmplitude() >= TAKEN_AWAY * rise
                && plan.closeLog() - lowest <= STILL_GONE * rise;
    }

    /** Whether the close is near where a move began that once covered a log return. */
    private boolean goneAtClose(int start, double logMove) {
        return plan.closeLog() - path.logPrice(start, 0) <= STILL_GONE * logMove;
    }

    /** High over low of the efficient price, the close of the day before included, minus 1. */
    private double pathRange() {
        double high = plan.priorCloseLog();
        double low = plan.priorCloseLog();
        for (int second = 0; second <= path.seconds(); second++) {
            double log = second < path.seconds() ? path.logPrice(second, 0) : path.logPrice(second - 1, 1);
            high = Math.max(high, log);
            low = Math.min(low, log);
        }
        return StrictMath.exp(high - low) - 1;
    }
}
