package io.tapelake.synthetic.market;

import java.util.ArrayList;
import java.util.List;

/** The life of one symbol from day to day: price level, volatility, attention and planted events. */
final class SymbolHistory {
    private static final double MIN_LOG_PRICE = StrictMath.log(0.15);
    private static final double MAX_LOG_PRICE = StrictMath.log(4_000);
    private static final double PULL_TO_ANCHOR = 0.015;

    private SymbolHistory() {}

    /** The plans of consecutive trade dates. A longer list begins with the plans of a shorter one. */
    static List<DayPlan> of(
            long seed, SymbolProfile profile, List<TradeDay> days, List<MarketPath> market, EventPlanner planner) {
        List<DayPlan> plans = new ArrayList<>(days.size());
        KeyedRandom random = KeyedRandom.of(seed, RandomStream.HISTORY, profile.index());
        double volState = 0.35 * random.gaussian();
        double attention = 0;
        double startLog = profile.logPrice();
        for (int i = 0; i < days.size(); i++) {
            TradeDay day = days.get(i);
            MarketPath common = market.get(i);
            DayEvents events = planner.plan(
                    profile, day, KeyedRandom.of(seed, RandomStream.EVENTS, profile.index(), day.epochDay()));
            volState = 0.92 * volState + 0.14 * random.gaussian();
            double vol = profile.dailyVol() * StrictMath.exp(volState + 0.4 * common.volState() + 0.35 * attention);
            double trades = profile.tradesPerDay()
                    * StrictMath.exp(
                            0.8 * volState + 0.5 * common.volState() + 0.7 * attention + 0.25 * random.gaussian());
            double own = vol * heavy(random, 0.04, 2.5) - PULL_TO_ANCHOR * (startLog - profile.logPrice());
            double endLog = bounded(startLog + profile.beta() * common.total() + own + events.netLog());
            plans.add(new DayPlan(day, startLog, endLog, vol, trades, events));
            attention = 0.6 * attention + (events.run().isPresent() ? 0.9 : 0);
            startLog = bounded(endLog + 0.45 * vol * heavy(random, 0.05, 3));
        }
        return plans;
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
