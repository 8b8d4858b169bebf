package io.tapelake.synthetic.market;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what was planted on a symbol-day, with what can be measured once price and trades are drawn. */
final class TruthTeller {
    private static final int HOUR = 3_600;

    private final SymbolDayTape tape;
    private final DayPath path;
    private final TradeTape trades;

    private TruthTeller(SymbolDayTape tape) {
        this.tape = tape;
        this.path = tape.path();
        this.trades = tape.trades();
    }

    static List<PlantedEvent> planted(SymbolDayTape tape) {
        TruthTeller teller = new TruthTeller(tape);
        List<PlantedEvent> events = new ArrayList<>();
        for (PlannedThing thing : tape.path().plan().events().things()) {
            events.add(teller.tell(thing));
        }
        return events;
    }

    private PlantedEvent tell(PlannedThing thing) {
        return switch (thing.kind()) {
            case HALT -> thing.decoy() ? plain(thing) : halt(thing);
            case BAD_PRINT -> thing.decoy() ? plain(thing) : badPrint(thing);
            case GAP -> gap(thing);
            case BREAKOUT_RUN, FAILED_BREAKOUT -> run(thing);
            default -> plain(thing);
        };
    }

    private PlantedEvent plain(PlannedThing thing) {
        return event(thing, StrictMath.exp(thing.logAmplitude()) - 1, thing.parameters());
    }

    /** Adds how much of the move was given back at worst, within the hour and until the close. */
    private PlantedEvent run(PlannedThing thing) {
        Map<String, Double> parameters = new LinkedHashMap<>(thing.parameters());
        int close = tape.day().closeSecond();
        parameters.put("worst_retrace_hour", worstRetrace(thing, Math.min(close, thing.endSecond() + HOUR)));
        parameters.put("worst_retrace_day", worstRetrace(thing, close));
        return event(thing, StrictMath.exp(thing.logAmplitude()) - 1, parameters);
    }

    private double worstRetrace(PlannedThing thing, int until) {
        double end = path.logPrice(thing.endSecond(), 0);
        double worst = 0;
        for (int second = thing.endSecond(); second <= until; second++) {
            worst = Math.max(worst, (end - path.logPrice(second, 0)) * Math.signum(thing.logAmplitude()));
        }
        return thing.logAmplitude() == 0 ? 0 : worst / Math.abs(thing.logAmplitude());
    }

    private PlantedEvent halt(PlannedThing thing) {
        int after = rowAt(tape.day().startOfSecondNs(thing.startSecond()));
        double before = trades.priceNanos(after - 1);
        Map<String, Double> parameters = new LinkedHashMap<>(thing.parameters());
        parameters.put("planned_gap", StrictMath.exp(thing.logAmplitude()) - 1);
        parameters.put("last_price", before / 1e9);
        parameters.put("resume_price", trades.priceNanos(after) / 1e9);
        return event(thing, trades.priceNanos(after) / before - 1, parameters);
    }

    private PlantedEvent gap(PlannedThing thing) {
        Map<String, Double> parameters = new LinkedHashMap<>(thing.parameters());
        parameters.put("prior_close", StrictMath.exp(path.plan().priorCloseLog()));
        parameters.put("open_price", StrictMath.exp(path.logPrice(thing.startSecond(), 0)));
        return event(thing, StrictMath.exp(thing.logAmplitude()) - 1, parameters);
    }

    private PlantedEvent badPrint(PlannedThing thing) {
        StrayPrint stray = path.plan().events().strays().stream()
                .filter(print -> print.second() == thing.startSecond())
                .findFirst()
                .orElseThrow();
        long eventNs = tape.day().startOfSecondNs(stray.second()) + (long) (stray.part() * TradeDay.SECOND_NS);
        int row = rowAt(eventNs);
        while (trades.tsEventNs(row) != eventNs || trades.sizeShares(row) != stray.shares()) {
            row++;
        }
        double market = StrictMath.exp(path.logPrice(stray.second(), stray.part()));
        Map<String, Double> parameters = new LinkedHashMap<>(thing.parameters());
        parameters.put("price", trades.priceNanos(row) / 1e9);
        parameters.put("market_price", market);
        return new PlantedEvent(
                tape.symbol(),
                tape.day().date(),
                thing.kind(),
                false,
                eventNs,
                trades.tsRecvNs(row),
                trades.priceNanos(row) / 1e9 / market - 1,
                parameters);
    }

    /** The first row received at an instant or later. */
    private int rowAt(long epochNs) {
        int row = 0;
        while (trades.tsRecvNs(row) < epochNs) {
            row++;
        }
        return row;
    }

    private PlantedEvent event(PlannedThing thing, double amplitude, Map<String, Double> parameters) {
        return new PlantedEvent(
                tape.symbol(),
                tape.day().date(),
                thing.kind(),
                thing.decoy(),
                tape.day().startOfSecondNs(thing.startSecond()),
                tape.day().startOfSecondNs(thing.endSecond()),
                amplitude,
                parameters);
    }
}
