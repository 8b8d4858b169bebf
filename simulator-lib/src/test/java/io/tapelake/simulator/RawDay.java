package io.tapelake.simulator;

import io.tapelake.model.SessionCalendar;
import io.tapelake.model.StatusEvent;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.SourceSchema;
import io.tapelake.simulator.day.DayRows;
import io.tapelake.simulator.day.DaySettings;
import io.tapelake.simulator.day.Lookback;
import io.tapelake.simulator.day.SimulatorDay;
import java.util.List;

/** The rows of a symbol-day as lists: what a day is built of, what is cut off after an instant, and what the naive market scans. */
record RawDay(
        SymbolDay key,
        DaySettings settings,
        Lookback lookback,
        List<Quote> quotes,
        List<Trade> trades,
        List<Bar> bars,
        List<Status> statuses) {

    static final SessionCalendar CALENDAR = SessionCalendar.usEquities();

    record Quote(
            SourceSchema schema,
            long ts,
            int publisher,
            long bid,
            long ask,
            int bidSize,
            int askSize,
            char action,
            char side,
            long price,
            int size) {}

    record Trade(long ts, int publisher, long price, long size, char side) {}

    record Bar(
            SourceSchema schema, long start, int publisher, long open, long high, long low, long close, long volume) {
        long end() {
            return start + schema.barSeconds() * 1_000_000_000L;
        }
    }

    record Status(long ts, int action, int reason, char trading, char quoting, char restricted) {}

    SimulatorDay build() {
        DayRows rows = new DayRows(key, CALENDAR, settings);
        trades.forEach(t -> rows.trade(t.ts, t.publisher, t.price, t.size, t.side));
        quotes.forEach(q -> rows.quote(
                q.schema, q.ts, q.publisher, q.bid, q.ask, q.bidSize, q.askSize, q.action, q.side, q.price, q.size));
        for (SourceSchema schema : settings.scan().sources().prices()) {
            if (schema.isBars()) {
                long until = rows.barsWantedUntilNs(schema);
                bars.stream()
                        .filter(b -> b.schema == schema && b.start < until)
                        .forEach(b -> rows.bar(schema, b.start, b.publisher, b.open, b.high, b.low, b.close, b.volume));
            }
        }
        statuses.forEach(s ->
                rows.status(new StatusEvent(s.ts, s.ts, 1, s.action, s.reason, s.trading), s.quoting, s.restricted));
        return rows.build(lookback);
    }

    /** The day as it would be if everything that is known later had never been. */
    RawDay knownBy(long ns) {
        long ticks = ns - settings.feedDelayNs();
        return new RawDay(
                key,
                settings,
                lookback,
                quotes.stream().filter(q -> q.ts <= ticks).toList(),
                trades.stream().filter(t -> t.ts <= ticks).toList(),
                bars.stream().filter(b -> b.end() <= ns).toList(),
                statuses.stream().filter(s -> s.ts <= ticks).toList());
    }
}
