package io.tapelake.scanner;

import io.tapelake.model.Prices;
import io.tapelake.model.StatusEvent;
import io.tapelake.model.SymbolDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The decoded records of one symbol-day by schema, and how they are handed to the scanner. */
final class RealDay {
    /** A bar, trade or book record; fields that its kind lacks are undefined. */
    record Row(long indexNs, int publisher, long a, long b, long c, long d, long size, char action) {}

    final SymbolDay key;
    final Map<String, List<Row>> rows = new TreeMap<>();
    final List<StatusEvent> status = new ArrayList<>();

    RealDay(SymbolDay key) {
        this.key = key;
    }

    void add(String schema, Row row) {
        rows.computeIfAbsent(schema, s -> new ArrayList<>()).add(row);
    }

    /** Sorts as the lake does: bars by start and publisher, ticks by index time; ties keep source order. */
    RealDay sorted() {
        rows.forEach((schema, list) -> list.sort(
                schema.startsWith("ohlcv")
                        ? Comparator.comparingLong(Row::indexNs).thenComparingInt(Row::publisher)
                        : Comparator.comparingLong(Row::indexNs)));
        status.sort(Comparator.comparingLong(StatusEvent::tsRecvNs));
        return this;
    }

    /** The rows that were there at an instant: ticks and samples stamped by then, bars that were over by then. */
    RealDay knownAt(long ns) {
        RealDay known = new RealDay(key);
        rows.forEach((schema, list) -> {
            long lengthNs = barNs(schema);
            list.stream().filter(r -> r.indexNs() + lengthNs <= ns).forEach(r -> known.add(schema, r));
        });
        status.stream().filter(e -> e.tsRecvNs() <= ns).forEach(known.status::add);
        return known;
    }

    private static long barNs(String schema) {
        SourceSchema known = SourceSchema.fromText(schema);
        return known.isBars() ? known.barSeconds() * 1_000_000_000L : 0;
    }

    DayStats scan(DayScanner scanner) {
        return fold(scanner).finish();
    }

    /** All rows handed over, not yet finished. */
    DayFold fold(DayScanner scanner) {
        DayFold fold = scanner.fold(key);
        rows.forEach((text, list) -> feed(fold, SourceSchema.fromText(text), list));
        status.forEach(fold::status);
        return fold;
    }

    /** Hands over the rows of one schema. */
    void feed(DayFold fold, String schema) {
        feed(fold, SourceSchema.fromText(schema), rows.get(schema));
    }

    private static void feed(DayFold fold, SourceSchema schema, List<Row> rows) {
        if (schema == SourceSchema.TRADES) {
            TradeFold trades = fold.trades();
            rows.forEach(r -> trades.add(r.indexNs(), r.publisher(), r.a(), r.size()));
        } else if (schema.isBars()) {
            BarFold bars = fold.bars(schema);
            rows.forEach(r -> bars.add(r.indexNs(), r.publisher(), r.a(), r.b(), r.c(), r.d(), r.size()));
        } else {
            QuoteFold quotes = fold.quotes(schema);
            rows.forEach(r -> quotes.add(r.indexNs(), r.publisher(), r.a(), r.b(), r.action(), r.c(), r.size()));
        }
    }

    static Row bar(long startNs, int publisher, long open, long high, long low, long close, long volume) {
        return new Row(startNs, publisher, open, high, low, close, volume, ' ');
    }

    static Row trade(long indexNs, int publisher, long price, long size) {
        return new Row(indexNs, publisher, price, Prices.UNDEF, Prices.UNDEF, Prices.UNDEF, size, 'T');
    }

    static Row book(long indexNs, int publisher, long bid, long ask, char action, long price, long size) {
        return new Row(indexNs, publisher, bid, ask, price, Prices.UNDEF, size, action);
    }
}
