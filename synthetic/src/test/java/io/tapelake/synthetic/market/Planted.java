package io.tapelake.synthetic.market;

import io.tapelake.synthetic.MarketSpec;
import io.tapelake.synthetic.SyntheticMarket;
import io.tapelake.synthetic.market.PlantedEvent.Kind;
import java.util.function.Predicate;

/** Walks over the planted things of a market, drawing the tapes that hold them only. */
final class Planted {
    /** A market with some hundreds of planted days. */
    static final MarketModel MARKET =
            SyntheticMarket.of(MarketSpec.truth(40, 15, 31)).model();

    private Planted() {}

    interface Check {
        void of(SymbolDayTape tape, PlantedEvent event);
    }

    static int each(Kind kind, boolean decoy, Check check) {
        return each(MARKET, kind, event -> event.decoy() == decoy, check);
    }

    /** Runs the check for every planted thing of a kind that fits; returns how many there were. */
    static int each(MarketModel market, Kind kind, Predicate<PlannedThing> which, Check check) {
        int count = 0;
        for (int symbol = 0; symbol < market.symbolCount(); symbol++) {
            for (int day = 0; day < market.days().size(); day++) {
                count += each(market, symbol, day, kind, which, check);
            }
        }
        return count;
    }

    private static int each(
            MarketModel market, int symbol, int day, Kind kind, Predicate<PlannedThing> which, Check check) {
        Predicate<PlannedThing> fits = which.and(thing -> thing.kind() == kind);
        DayEvents events = market.plan(symbol, day).events();
        if (events.things().stream().noneMatch(fits)) {
            return 0;
        }
        int count = 0;
        SymbolDayTape tape = market.tape(symbol, day);
        for (int i = 0; i < events.things().size(); i++) {
            if (fits.test(events.things().get(i))) {
                check.of(tape, tape.planted().get(i));
                count++;
            }
        }
        return count;
    }

    static double tradesPerSecond(SymbolDayTape tape, long fromNs, long toNs) {
        return tradesBetween(tape, fromNs, toNs) / ((toNs - fromNs) / 1e9);
    }

    static int tradesBetween(SymbolDayTape tape, long fromNs, long toNs) {
        return rowAt(tape.trades(), toNs) - rowAt(tape.trades(), fromNs);
    }

    /** The first row received at an instant or later. */
    static int rowAt(TradeTape trades, long epochNs) {
        int low = 0;
        int high = trades.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (trades.tsRecvNs(middle) < epochNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Log return from the first to the last trade received between two instants. */
    static double logReturn(SymbolDayTape tape, long fromNs, long toNs) {
        TradeTape trades = tape.trades();
        double first = trades.priceNanos(rowAt(trades, fromNs));
        return StrictMath.log(trades.priceNanos(rowAt(trades, toNs) - 1) / first);
    }

    /** Spread around an instant, the seconds before included, as a share of the price. */
    static double spread(SymbolDayTape tape, long epochNs) {
        int second = Math.max(1, tape.day().secondOf(epochNs));
        DayPath path = tape.path();
        int last = Math.min(path.seconds() - 1, second + 60);
        double tick = Ticks.at(tape.startPriceNanos()) / (double) tape.startPriceNanos();
        double widest = Math.max(path.spread(second), Math.max(path.spread(second - 1), path.spread(last)));
        return Math.max(widest, 2 * tick);
    }
}
