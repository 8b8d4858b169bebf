package io.tapelake.synthetic.market;

import io.tapelake.model.SessionCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A made-up market of some symbols over some trade dates. Symbol-days can be asked for in any order, from any number of
 * threads; they do not depend on how many symbols or later dates the market has. Immutable.
 */
public final class MarketModel {
    private final long seed;
    private final double activity;
    private final List<TradeDay> days;
    private final List<IntradayShape> shapes = new ArrayList<>();
    private final List<MarketPath> market = new ArrayList<>();
    private final List<SymbolProfile> profiles = new ArrayList<>();
    private final List<List<DayPlan>> plans = new ArrayList<>();

    private MarketModel(long seed, int symbols, List<TradeDay> days, double activity, double eventRate) {
        this.seed = seed;
        this.activity = activity;
        this.days = List.copyOf(days);
        for (TradeDay day : days) {
            IntradayShape shape = IntradayShape.of(day);
            shapes.add(shape);
            market.add(MarketPath.of(seed, day, shape));
        }
        EventPlanner planner = new EventPlanner(eventRate);
        for (int index = 0; index < symbols; index++) {
            SymbolProfile profile = SymbolProfile.of(seed, index);
            profiles.add(profile);
            plans.add(SymbolHistory.of(seed, profile, days, shapes, market, planner));
        }
    }

    /**
     * A market.
     *
     * @param seed the same seed gives the same market
     * @param symbols number of symbols, at most {@link Tickers#COUNT}
     * @param from first date that may be a trade date
     * @param days number of trade dates
     * @param calendar which dates are trade dates
     * @param activity scale of the number of trades and quotes, above 0; 1 is a thinned-out market
     * @param eventRate scale of the probability of planted events, 0 or more
     * @throws IllegalArgumentException when the calendar ends before the last date
     */
    public static MarketModel of(
            long seed,
            int symbols,
            LocalDate from,
            int days,
            SessionCalendar calendar,
            double activity,
            double eventRate) {
        List<TradeDay> tradeDays = new ArrayList<>(days);
        LocalDate date = from;
        while (tradeDays.size() < days) {
            if (calendar.isTradingDay(date)) {
                tradeDays.add(new TradeDay(date, calendar.sessions(date)));
            }
            date = date.plusDays(1);
        }
        return new MarketModel(seed, symbols, tradeDays, activity, eventRate);
    }

    /** The trade dates, ascending. */
    public List<TradeDay> days() {
        return days;
    }

    /** Number of symbols. */
    public int symbolCount() {
        return profiles.size();
    }

    /** The tickers, by symbol number. */
    public List<String> symbols() {
        return profiles.stream().map(SymbolProfile::symbol).toList();
    }

    /** What is settled about a symbol-day; cheap. */
    DayPlan plan(int symbolIndex, int dayIndex) {
        return plans.get(symbolIndex).get(dayIndex);
    }

    /** One symbol-day, generated anew at each call. */
    public SymbolDayTape tape(int symbolIndex, int dayIndex) {
        SymbolProfile profile = profiles.get(symbolIndex);
        DayPlan plan = plans.get(symbolIndex).get(dayIndex);
        DayPath path = DayPath.of(seed, profile, plan, shapes.get(dayIndex), market.get(dayIndex));
        return SymbolDayTape.of(seed, profile, path, activity);
    }
}
