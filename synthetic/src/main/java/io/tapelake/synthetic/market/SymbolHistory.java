package io.tapelake.synthetic.market;

import java.util.ArrayList;
import java.util.List;

/** The life of one symbol from day to day: price level, volatility, attention and planted events. */
final class SymbolHistory {
    private static final double MIN_LOG_PRICE = StrictMath.log(0.15);
    private static final double MAX_LOG_PRICE = StrictMath.log(4_000);
    private static final double PULL_TO_ANCHOR = 0.015;

    private SymbolHistory() {}

    /** Share of an ordinary day's volatility that falls after the close. */
    private static final double AFTER_CLOSE = 0.22;

    private static final double OVERNIGHT = 0.45;
    /** What planted events left behind is given back over the next days, so that prices stay where companies are. */
    private static final double GIVEN_BACK = 0.2;

    /** No day drifts back by more than this share of its volatility. */
    private static final double MAX_PULL = 0.6;

    /** The plans of consecutive trade dates. A longer list begins with the plans of a shorter one. */
    static List<DayPlan> of(
            long seed,
            SymbolProfile profile,
            List<TradeDay> days,
            List<IntradayShape> shapes,
            List<MarketPath> market,
            EventPlanner planner) {
        List<DayPlan> plans = new ArrayList<>(days.size());
        List<Double> shares = new ArrayList<>(days.size());
        KeyedRandom random = KeyedRandom.of(seed, RandomStream.HISTORY, profile.index());
        double volState = 0.35 * random.gaussian();
        double attention = 0;
        double leftBehind = 0;
        double priorCloseLog = profile.logPrice();
        double startLog = profile.logPrice();
        for (int i = 0; i < days.size(); i++) {
            TradeDay day = days.get(i);
            MarketPath common = market.get(i);
            volState = 0.92 * volState + 0.14 * random.gaussian();
            double vol = profile.dailyVol() * StrictMath.exp(volState + 0.4 * common.volState() + 0.2 * attention);
            double trades = profile.tradesPerDay()
                    * StrictMath.exp(
                            0.8 * volState + 0.5 * common.volState() + 0.45 * attention + 0.25 * random.gaussian());
            OrdinaryDay ordinary = new OrdinaryDay(profile, day, shapes.get(i), startLog, vol, trades, i > 0);
            DayEvents events =
                    planner.plan(ordinary, KeyedRandom.of(seed, RandomStream.EVENTS, profile.index(), day.epochDay()));
            double openShift = 0;
            if (events.gap().isPresent()) {
                GapPlan gap = events.gap().get();
                startLog = priorCloseLog + gap.early() * gap.logGap();
                openShift = (1 - gap.early()) * gap.logGap();
            }
            double pull = PULL_TO_ANCHOR * (startLog - profile.logPrice()) + GIVEN_BACK * leftBehind;
            pull = Math.max(-MAX_PULL * vol, Math.min(MAX_PULL * vol, pull));
            double regular = vol * heavy(random, 0.04, 2.5) * Math.sqrt(freeShare(events, day, shapes.get(i)));
            double toClose = common.at(day.closeSecond());
            double closeLog =
                    bounded(startLog + profile.beta() * toClose + regular - pull + openShift + events.netLog());
            double after = profile.beta() * (common.total() - toClose) + AFTER_CLOSE * vol * heavy(random, 0.04, 2.5);
            double endLog = bounded(closeLog + after);
            plans.add(new DayPlan(
                    day, priorCloseLog, startLog, closeLog, endLog, vol, trades, UsualVolume.of(shares), events));
            shares.add((trades + events.extraTrades())
                    * TradeSizes.of(profile, startLog).mean());
            attention = 0.6 * attention + (events.remembered() ? 0.6 : 0);
            leftBehind = (1 - GIVEN_BACK) * leftBehind
                    + events.netLog()
                    + events.gap().map(GapPlan::logGap).orElse(0.0);
            priorCloseLog = closeLog;
            startLog = bounded(endLog + OVERNIGHT * vol * heavy(random, 0.05, 3));
        }
        return plans;
    }

    /** Share of the day's variance up to the close in which nothing is settled. */
    private static double freeShare(DayEvents events, TradeDay day, IntradayShape shape) {
        double settled = 0;
        double all = 0;
        for (int minute = 0; minute < day.closeSecond() / 60; minute++) {
            all += shape.variance(minute);
        }
        for (Leg leg : events.legs()) {
            for (int minute = leg.startSecond() / 60; minute <= (leg.endSecond() - 1) / 60; minute++) {
                int from = Math.max(leg.startSecond(), minute * 60);
                settled += shape.variance(minute) * (Math.min(leg.endSecond(), minute * 60 + 60) - from) / 60;
            }
        }
        return Math.max(0.02, 1 - settled / all);
    }

    /** Standard normal, now and then several times as large. */
    private static double heavy(KeyedRandom random, double probability, double factor) {
        double value = random.gaussian();
        return random.chance(probability) ? factor * value : value;
    }

    private static double bounded(double logPrice) {
        return Math.max(MIN_LOG_PRICE, Math.min(MAX_LOG_PRICE, logPrice));
    }
}
