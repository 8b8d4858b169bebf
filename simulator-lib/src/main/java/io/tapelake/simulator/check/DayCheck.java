package io.tapelake.simulator.check;

import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.read.Condition;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import io.tapelake.model.Prices;
import io.tapelake.scanner.SourceSchema;
import io.tapelake.simulator.day.DaySettings;
import io.tapelake.simulator.day.MinuteMeasures;
import io.tapelake.simulator.day.PrintColumns;
import io.tapelake.simulator.day.QuoteColumns;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.market.MarketView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a whole day against the lake it was loaded from: every quote and trade in order, the best bid and ask over live venues
 * at every second as a plain loop over the venues finds them, and phase and setup quality at every reset point of the run.
 * Stateless and thread-safe.
 */
public final class DayCheck {
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final double FOUR_DIGITS = 6e-5;

    private final LakeRun run;
    private final DaySettings settings;

    private DayCheck(LakeRun run, DaySettings settings) {
        this.run = run;
        this.settings = settings;
    }

    /** Checks days of a run that were loaded with these settings. */
    public static DayCheck of(LakeRun run, DaySettings settings) {
        return new DayCheck(run, settings);
    }

    /** Checks a day. */
    public List<CheckLine> check(SimulatorDay day) {
        LakeTicks lake = new LakeTicks(run, day.key());
        List<LakeTicks.Quote> quotes = lake.quotes(settings.scan().sources().quotes().stream()
                .map(SourceSchema::text)
                .toList());
        List<LakeTicks.Trade> trades = trades(lake);
        return List.of(
                quotes(day, quotes), trades(day, trades), bestOfEverySecond(day, quotes, trades), resetPoints(day));
    }

    /** The trades of the best schema that has any; empty where the day has bars before them. */
    private List<LakeTicks.Trade> trades(LakeTicks lake) {
        for (SourceSchema schema : settings.scan().sources().prices()) {
            if (!schema.isBars()) {
                List<LakeTicks.Trade> found =
                        schema == SourceSchema.TRADES ? lake.trades() : lake.tradesOfQuotes(schema.text());
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static long usable(long price) {
        return price > 0 && price < Prices.LIMIT ? price : Prices.UNDEF;
    }

    private CheckLine quotes(SimulatorDay day, List<LakeTicks.Quote> lake) {
        Comparison quotes = new Comparison("quotes, every field");
        QuoteColumns columns = day.quotes();
        quotes.same(day.dayStartNs(), "number of quotes", lake.size(), columns.size());
        for (int i = 0; i < Math.min(lake.size(), columns.size()); i++) {
            LakeTicks.Quote q = lake.get(i);
            quotes.same(q.ts(), "time known", q.ts() + settings.feedDelayNs(), columns.knownNs(i));
            quotes.same(q.ts(), "publisher", q.publisher(), day.publisherId(columns.publisher(i)));
            quotes.same(q.ts(), "bid", usable(q.bid()), columns.bidNanos(i));
            quotes.same(q.ts(), "ask", usable(q.ask()), columns.askNanos(i));
            quotes.same(q.ts(), "bid size", q.bidSize(), columns.bidSizeShares(i));
            quotes.same(q.ts(), "ask size", q.askSize(), columns.askSizeShares(i));
        }
        return quotes.line();
    }

    private CheckLine trades(SimulatorDay day, List<LakeTicks.Trade> lake) {
        Comparison trades = new Comparison("trades, every field");
        PrintColumns columns = day.prints();
        int bars = 0;
        while (bars < columns.size() && columns.isBar(bars)) {
            bars++;
        }
        // A better schema that begins later cuts off the trades of a worse one: those are compared from the end.
        int skipped = columns.size() - bars - lake.size();
        trades.same(day.dayStartNs(), "number of trades", lake.size(), lake.size() + Math.min(0L, skipped));
        long volume = columns.volume(bars + Math.max(0, skipped) - 1);
        for (int i = 0; i < lake.size() && skipped >= 0; i++) {
            LakeTicks.Trade t = lake.get(i);
            int row = bars + skipped + i;
            volume += Math.max(0, t.size());
            trades.same(t.ts(), "time known", t.ts() + settings.feedDelayNs(), columns.knownNs(row));
            trades.same(t.ts(), "publisher", t.publisher(), day.publisherId(columns.publisher(row)));
            trades.same(t.ts(), "price", usable(t.price()), columns.priceNanos(row));
            trades.same(t.ts(), "volume so far", volume, columns.volume(row));
            trades.same(t.ts(), "side", t.side(), columns.side(row));
        }
        return trades.line();
    }

    private CheckLine bestOfEverySecond(SimulatorDay day, List<LakeTicks.Quote> quotes, List<LakeTicks.Trade> trades) {
        Comparison best = new Comparison("best bid and ask over live venues at every second");
        MarketView view = MarketView.of(day);
        Map<Integer, LakeTicks.Quote> books = new HashMap<>();
        Map<Integer, Long> traded = new HashMap<>();
        int quote = 0;
        int trade = 0;
        long end = day.sessions().postCloseNs();
        for (long now = day.sessions().preOpenNs(); now <= end; now += NS_PER_SECOND) {
            long known = now - settings.feedDelayNs();
            while (quote < quotes.size() && quotes.get(quote).ts() <= known) {
                books.put(quotes.get(quote).publisher(), quotes.get(quote));
                quote++;
            }
            while (trade < trades.size() && trades.get(trade).ts() <= known) {
                traded.put(trades.get(trade).publisher(), trades.get(trade).ts());
                trade++;
            }
            long bid = Long.MIN_VALUE;
            long ask = Long.MAX_VALUE;
            for (LakeTicks.Quote book : books.values()) {
                if (isLive(book, known, traded)) {
                    bid = book.bidSize() > 0 && usable(book.bid()) != Prices.UNDEF ? Math.max(bid, book.bid()) : bid;
                    ask = book.askSize() > 0 ? Math.min(ask, usable(book.ask())) : ask;
                }
            }
            view.moveTo(now);
            best.same(now, "best bid", bid == Long.MIN_VALUE ? Prices.UNDEF : bid, view.bidNanos());
            best.same(now, "best ask", ask, view.askNanos());
        }
        return best.line();
    }

    private boolean isLive(LakeTicks.Quote book, long known, Map<Integer, Long> traded) {
        if (known - book.ts() <= settings.staleNs()) {
            return true;
        }
        return traded.entrySet().stream()
                .noneMatch(other -> other.getKey() != book.publisher() && other.getValue() > book.ts());
    }

    private CheckLine resetPoints(SimulatorDay day) {
        Comparison points = new Comparison("phase and setup quality at every reset point of the run");
        if (!run.has(Tables.RESET_POINTS)) {
            return points.line();
        }
        List<DataFile> files = run.table(Tables.RESET_POINTS).files(day.key().tradeDate());
        try (RowCursor row = TableScan.of(run.storage(), Tables.RESET_POINTS, files)
                .columns("decision_ts_ns", "phase", "setup_quality")
                .where(Condition.between(
                        "trade_date",
                        day.key().tradeDate().toEpochDay(),
                        day.key().tradeDate().toEpochDay()))
                .where(Condition.equal("symbol", day.key().symbol()))
                .where(Condition.equal("dataset", day.key().dataset()))
                .open()) {
            MarketView view = MarketView.of(day);
            while (row.next()) {
                long decision = row.longAt(0);
                view.moveTo(decision + settings.feedDelayNs());
                int phase = (int) view.measure(MinuteMeasures.Kind.PHASE);
                int expected = MinuteMeasures.PHASES.indexOf(io.tapelake.scanner.reset.Phase.valueOf(row.textAt(1)));
                points.same(decision, "place of the phase", expected, phase);
                points.close(
                        decision,
                        "setup quality",
                        row.doubleAt(2),
                        view.measure(MinuteMeasures.Kind.SETUP_QUALITY),
                        FOUR_DIGITS);
            }
        }
        return points.line();
    }
}
