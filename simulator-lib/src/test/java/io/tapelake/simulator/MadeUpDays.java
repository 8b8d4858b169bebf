package io.tapelake.simulator;

import io.tapelake.model.Prices;
import io.tapelake.model.StatusEvent;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.DayFold;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.SourceSchema;
import io.tapelake.simulator.day.DaySettings;
import io.tapelake.simulator.day.Lookback;
import io.tapelake.synthetic.market.MarketModel;
import io.tapelake.synthetic.market.SymbolDayTape;
import io.tapelake.synthetic.market.TradeTape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days of a made-up market in every shape that a lake may hold them in. */
final class MadeUpDays {
    static final String DATASET = "EQUS.ALL";

    /** In which schemas a day came. */
    enum Shape {
        /** Every change of every venue's book, and trades. */
        TICKS,
        /** The same without the trades schema: trades are among the book's records. */
        BOOKS_ONLY,
        /** One-second bars from four o'clock, trades and books from half past nine. */
        BARS_THEN_TICKS,
        /** One-minute bars and nothing else. */
        MINUTES_ONLY,
        /** One-second bars, and books without trades, sampled by the second until nine, every change after. */
        SECONDS_AND_SAMPLES
    }

    private static final int DAYS = 7;
    private static final long NS_PER_SECOND = 1_000_000_000L;

    private MadeUpDays() {}

    static MarketModel market(long seed, double activity) {
        return MarketModel.of(seed, 3, LocalDate.of(2025, 3, 3), DAYS, RawDay.CALENDAR, activity, 20);
    }

    /** The last day of a market, with the days before it as lookback. */
    static RawDay of(long seed, Shape shape, double activity, DaySettings settings) {
        MarketModel market = market(seed, activity);
        int symbol = (int) (seed % market.symbolCount());
        SymbolDayTape tape = market.tape(symbol, DAYS - 1);
        SymbolDay key = new SymbolDay(tape.day().date(), DATASET, tape.symbol());
        List<RawDay.Trade> trades = trades(tape.trades());
        List<RawDay.Quote> quotes = new ArrayList<>();
        tape.quotes(e -> quotes.add(new RawDay.Quote(
                SourceSchema.MBP_1,
                e.tsRecvNs(),
                e.venue().publisher(),
                e.bidNanos(),
                e.askNanos(),
                e.bidSize(),
                e.askSize(),
                e.action(),
                e.side(),
                e.priceNanos(),
                e.sizeShares())));
        return shaped(key, settings, lookback(market, symbol, settings), shape, trades, quotes);
    }

    private static RawDay shaped(
            SymbolDay key,
            DaySettings settings,
            Lookback lookback,
            Shape shape,
            List<RawDay.Trade> trades,
            List<RawDay.Quote> quotes) {
        long open = RawDay.CALENDAR.sessions(key.tradeDate()).openNs();
        long nine = open - 1_800 * NS_PER_SECOND;
        List<RawDay.Status> statuses = statuses(open, trades);
        return switch (shape) {
            case TICKS -> new RawDay(key, settings, lookback, quotes, trades, List.of(), statuses);
            case BOOKS_ONLY -> new RawDay(key, settings, lookback, quotes, List.of(), List.of(), statuses);
            case BARS_THEN_TICKS ->
                new RawDay(
                        key,
                        settings,
                        lookback,
                        quotes.stream().filter(q -> q.ts() >= open).toList(),
                        trades.stream().filter(t -> t.ts() >= open).toList(),
                        bars(SourceSchema.OHLCV_1S, trades),
                        List.of());
            case MINUTES_ONLY ->
                new RawDay(
                        key, settings, lookback, List.of(), List.of(), bars(SourceSchema.OHLCV_1M, trades), List.of());
            case SECONDS_AND_SAMPLES ->
                new RawDay(
                        key,
                        settings,
                        lookback,
                        quotes.stream()
                                .map(q -> q.ts() < nine ? withSchema(q, SourceSchema.BBO_1S) : withoutTrade(q))
                                .toList(),
                        List.of(),
                        bars(SourceSchema.OHLCV_1S, trades),
                        statuses);
        };
    }

    private static RawDay.Quote withSchema(RawDay.Quote q, SourceSchema schema) {
        return new RawDay.Quote(
                schema, q.ts(), q.publisher(), q.bid(), q.ask(), q.bidSize(), q.askSize(), 'N', 'N', Prices.UNDEF, 0);
    }

    private static RawDay.Quote withoutTrade(RawDay.Quote q) {
        return q.action() == 'T'
                ? new RawDay.Quote(
                        SourceSchema.MBP_1,
                        q.ts(),
                        q.publisher(),
                        q.bid(),
                        q.ask(),
                        q.bidSize(),
                        q.askSize(),
                        'A',
                        'N',
                        q.price(),
                        q.size())
                : q;
    }

    /** Trading from the start, a short-sale restriction, and a halt with quoting at its end. */
    private static List<RawDay.Status> statuses(long open, List<RawDay.Trade> trades) {
        long halt = open + 5_400 * NS_PER_SECOND;
        return List.of(
                new RawDay.Status(open - 5 * 3_600 * NS_PER_SECOND, StatusEvent.TRADING, 1, 'Y', 'Y', 'N'),
                new RawDay.Status(open + 1_800 * NS_PER_SECOND, 14, 0, '~', '~', 'Y'),
                new RawDay.Status(halt, StatusEvent.PAUSE, 50, 'N', '~', '~'),
                new RawDay.Status(halt + 240 * NS_PER_SECOND, StatusEvent.QUOTING, 50, 'N', 'Y', '~'),
                new RawDay.Status(halt + 300 * NS_PER_SECOND, StatusEvent.TRADING, 50, 'Y', 'Y', '~'));
    }

    static List<RawDay.Trade> trades(TradeTape tape) {
        List<RawDay.Trade> trades = new ArrayList<>();
        for (int i = 0; i < tape.size(); i++) {
            trades.add(new RawDay.Trade(
                    tape.tsRecvNs(i), tape.venue(i).publisher(), tape.priceNanos(i), tape.sizeShares(i), tape.side(i)));
        }
        return trades;
    }

    static List<RawDay.Bar> bars(SourceSchema schema, List<RawDay.Trade> trades) {
        long width = schema.barSeconds() * NS_PER_SECOND;
        List<RawDay.Bar> bars = new ArrayList<>();
        for (RawDay.Trade t : trades) {
            long start = Math.floorDiv(t.ts(), width) * width;
            RawDay.Bar last = bars.isEmpty() ? null : bars.get(bars.size() - 1);
            if (last == null || last.start() != start) {
                bars.add(new RawDay.Bar(schema, start, 1, t.price(), t.price(), t.price(), t.price(), t.size()));
            } else {
                bars.set(
                        bars.size() - 1,
                        new RawDay.Bar(
                                schema,
                                start,
                                1,
                                last.open(),
                                Math.max(last.high(), t.price()),
                                Math.min(last.low(), t.price()),
                                t.price(),
                                last.volume() + t.size()));
            }
        }
        return bars;
    }

    private static Lookback lookback(MarketModel market, int symbol, DaySettings settings) {
        DayScanner scanner = DayScanner.of(RawDay.CALENDAR, settings.scan());
        List<io.tapelake.scanner.DayStats> days = new ArrayList<>();
        List<Lookback.Tape> tapes = new ArrayList<>();
        for (int i = 0; i < DAYS - 1; i++) {
            SymbolDayTape tape = market.tape(symbol, i);
            DayFold fold = scanner.fold(new SymbolDay(tape.day().date(), DATASET, tape.symbol()));
            trades(tape.trades()).forEach(t -> fold.trades().add(t.ts(), t.publisher(), t.price(), t.size()));
            days.add(fold.finish());
            tapes.add(0, new Lookback.Tape(days.get(i), fold.tape()));
        }
        return new Lookback(
                days, List.of(), tapes.subList(0, Math.min(tapes.size(), settings.priorDays())), Long.MAX_VALUE);
    }
}
