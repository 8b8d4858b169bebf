package io.tapelake.scanner;

import io.tapelake.model.StatusEvent;
import io.tapelake.model.SymbolDay;
import io.tapelake.synthetic.market.BookEvent;
import io.tapelake.synthetic.market.PlantedEvent;
import io.tapelake.synthetic.market.SymbolDayTape;
import io.tapelake.synthetic.market.TradeTape;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Symbol-days of the made-up market as rows of the schemas that are asked for. */
final class SyntheticDays {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int LISTING = 66;

    private SyntheticDays() {}

    /**
     * The rows of a day.
     *
     * @param schemas of trades, mbp-1, bbo-1s, ohlcv-1s, ohlcv-1m (bars of each venue) and status
     */
    static RealDay rows(SymbolDayTape tape, Set<String> schemas) {
        RealDay day = new RealDay(new SymbolDay(tape.day().date(), "EQUS.ALL", tape.symbol()));
        TradeTape trades = tape.trades();
        for (int row = 0; schemas.contains("trades") && row < trades.size(); row++) {
            day.add("trades", trade(trades, row));
        }
        bars(day, trades, schemas, "ohlcv-1s", SECOND_NS);
        bars(day, trades, schemas, "ohlcv-1m", 60 * SECOND_NS);
        if (schemas.contains("mbp-1")) {
            tape.quotes(e -> day.add("mbp-1", book(e, e.tsRecvNs())));
        }
        if (schemas.contains("bbo-1s")) {
            samples(day, tape);
        }
        if (schemas.contains("status")) {
            status(day, tape);
        }
        return day.sorted();
    }

    private static RealDay.Row trade(TradeTape trades, int row) {
        return RealDay.trade(
                trades.tsRecvNs(row), trades.venue(row).publisher(), trades.priceNanos(row), trades.sizeShares(row));
    }

    private static void bars(RealDay day, TradeTape trades, Set<String> schemas, String schema, long lengthNs) {
        if (!schemas.contains(schema)) {
            return;
        }
        Map<String, long[]> bars = new TreeMap<>();
        for (int row = 0; row < trades.size(); row++) {
            long price = trades.priceNanos(row);
            long start = Math.floorDiv(trades.tsRecvNs(row), lengthNs) * lengthNs;
            int publisher = trades.venue(row).publisher();
            long[] bar = bars.computeIfAbsent(
                    start + " " + publisher, k -> new long[] {start, publisher, price, price, price, price, 0});
            bar[3] = Math.max(bar[3], price);
            bar[4] = Math.min(bar[4], price);
            bar[5] = price;
            bar[6] += trades.sizeShares(row);
        }
        bars.values().forEach(b -> day.add(schema, RealDay.bar(b[0], (int) b[1], b[2], b[3], b[4], b[5], b[6])));
    }

    private static RealDay.Row book(BookEvent e, long ns) {
        return RealDay.book(
                ns, e.venue().publisher(), e.bidNanos(), e.askNanos(), e.action(), e.priceNanos(), e.sizeShares());
    }

    /** Each venue's last book of every second in which it changed, stamped with the end of the second. */
    private static void samples(RealDay day, SymbolDayTape tape) {
        Map<Integer, RealDay.Row> last = new TreeMap<>();
        tape.quotes(e -> {
            long end = (Math.floorDiv(e.tsRecvNs(), SECOND_NS) + 1) * SECOND_NS;
            last.values().removeIf(row -> {
                boolean over = row.indexNs() < end;
                if (over) {
                    day.add("bbo-1s", row);
                }
                return over;
            });
            last.put(e.venue().publisher(), book(e, end));
        });
        last.values().forEach(row -> day.add("bbo-1s", row));
    }

    private static void status(RealDay day, SymbolDayTape tape) {
        day.status.add(status(tape.day().sessions().preOpenNs() + 12_000, 1, 'Y'));
        day.status.add(status(tape.day().sessions().openNs() + 12_000, 7, 'Y'));
        for (PlantedEvent event : tape.planted()) {
            if (event.kind() == PlantedEvent.Kind.HALT && !event.decoy()) {
                day.status.add(status(event.startNs() + 12_000, StatusEvent.PAUSE, 'N'));
                day.status.add(status(event.endNs() + 12_000, StatusEvent.TRADING, 'Y'));
            }
        }
        day.status.sort(Comparator.comparingLong(StatusEvent::tsRecvNs));
    }

    private static StatusEvent status(long ns, int action, char trading) {
        return new StatusEvent(ns, ns, LISTING, action, 0, trading);
    }
}
