package io.tapelake.simulator.day;

import io.tapelake.model.Prices;
import io.tapelake.scanner.SourceSchema;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What each schema says traded, and the one stream they are joined to: a row counts if no better schema was known to have one
 * before it. Not thread-safe.
 */
final class PrintStreams {
    private static final long NS_PER_SECOND = 1_000_000_000L;

    private final DaySettings settings;
    private final List<SourceSchema> order;
    private final Map<SourceSchema, Stream> streams = new EnumMap<>(SourceSchema.class);

    PrintStreams(DaySettings settings) {
        this.settings = settings;
        this.order = settings.scan().sources().prices().stream()
                .filter(SourceSchema::resolvesSessions)
                .toList();
    }

    /** Rows of one schema: trades, or bars of which those of several publishers are one. */
    private static final class Stream {
        final LongRows ts = new LongRows();
        final LongRows price = new LongRows();
        final LongRows size = new LongRows();
        final ByteRows side = new ByteRows();
        final ByteRows publisher = new ByteRows();
        final LongRows open = new LongRows();
        final LongRows high = new LongRows();
        final LongRows low = new LongRows();
    }

    private Stream of(SourceSchema schema) {
        return streams.computeIfAbsent(schema, s -> new Stream());
    }

    void trade(SourceSchema schema, long tsNs, int publisher, long priceNanos, long size, char side) {
        Stream rows = of(schema);
        rows.ts.add(tsNs);
        rows.price.add(priceNanos);
        rows.size.add(Math.max(0, size));
        rows.side.add((byte) side);
        rows.publisher.add((byte) publisher);
    }

    void bar(SourceSchema schema, long startNs, long open, long high, long low, long close, long volume) {
        Stream bars = of(schema);
        boolean priced = open != Prices.UNDEF && high != Prices.UNDEF && low != Prices.UNDEF && close != Prices.UNDEF;
        int last = bars.ts.size - 1;
        if (last < 0 || bars.ts.values[last] != startNs) {
            bars.ts.add(startNs);
            bars.open.add(priced ? open : Prices.UNDEF);
            bars.high.add(priced ? high : Prices.UNDEF);
            bars.low.add(priced ? low : Prices.UNDEF);
            bars.price.add(priced ? close : Prices.UNDEF);
            bars.size.add(priced ? Math.max(0, volume) : 0);
        } else if (priced) {
            boolean first = bars.open.values[last] == Prices.UNDEF;
            bars.open.values[last] = first ? open : bars.open.values[last];
            bars.high.values[last] = first ? high : Math.max(bars.high.values[last], high);
            bars.low.values[last] = Math.min(bars.low.values[last], low);
            bars.price.values[last] = close;
            bars.size.values[last] += Math.max(0, volume);
        }
    }

    /** Index timestamp of the first row of any better schema; {@code Long.MAX_VALUE} when there is none. */
    long firstBetterNs(SourceSchema schema) {
        long first = Long.MAX_VALUE;
        for (SourceSchema better : order) {
            if (better == schema) {
                return first;
            }
            Stream rows = streams.get(better);
            if (rows != null && rows.ts.size > 0) {
                first = Math.min(first, rows.ts.values[0]);
            }
        }
        return Long.MIN_VALUE;
    }

    /** When a row is known. */
    private long knownNs(SourceSchema schema, long tsNs) {
        return schema.isBars() ? tsNs + schema.barSeconds() * NS_PER_SECOND : tsNs + settings.feedDelayNs();
    }

    /** The joined stream. A schema ends where a better one is first known; so the parts follow each other in time. */
    PrintColumns join(long dayStartNs, SessionHighs highs) {
        PrintAssembly joined = new PrintAssembly(dayStartNs, settings.largePrintUsd(), highs);
        for (int i = order.size() - 1; i >= 0; i--) {
            SourceSchema schema = order.get(i);
            Stream rows = streams.get(schema);
            if (rows == null) {
                continue;
            }
            long untilNs = Long.MAX_VALUE;
            for (SourceSchema better : order.subList(0, i)) {
                Stream its = streams.get(better);
                if (its != null && its.ts.size > 0) {
                    untilNs = Math.min(untilNs, knownNs(better, its.ts.values[0]));
                }
            }
            for (int row = 0; row < rows.ts.size; row++) {
                long known = knownNs(schema, rows.ts.values[row]);
                if (known >= untilNs) {
                    break;
                }
                add(joined, schema, rows, row, known);
            }
        }
        return joined.build();
    }

    private static void add(PrintAssembly joined, SourceSchema schema, Stream rows, int row, long known) {
        long ts = rows.ts.values[row];
        if (!schema.isBars()) {
            joined.trade(
                    known,
                    ts,
                    rows.price.values[row],
                    rows.size.values[row],
                    (char) rows.side.values[row],
                    rows.publisher.values[row]);
        } else if (rows.open.values[row] != Prices.UNDEF) {
            joined.bar(
                    known,
                    ts,
                    schema.barSeconds(),
                    rows.open.values[row],
                    rows.high.values[row],
                    rows.low.values[row],
                    rows.price.values[row],
                    rows.size.values[row]);
        }
    }
}
