package io.tapelake.synthetic;

import static java.util.Objects.requireNonNull;

import io.tapelake.databento.dbn.Schema;
import io.tapelake.model.SessionCalendar;
import io.tapelake.synthetic.market.Tickers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * What a made-up market shall be. The same specification gives the same files, byte for byte. Immutable; the {@code with}
 * methods return a changed copy.
 *
 * @param symbols number of symbols, 1 to {@link Tickers#COUNT}
 * @param days number of trade dates, 1 to 2,600
 * @param seed any number
 * @param from first trade date, or a date before it without trading in between
 * @param schemas what is written, of {@link #SUPPORTED}, in the order of the enum
 * @param tickSymbols how many of the symbols, from the first, get trades, tbbo and mbp-1; the others have bars and samples
 * @param activity scale of the number of trades and quotes, above 0 to 100; 1 is a market thinned out to a few thousand
 *     trades per symbol-day, 25 is near life
 * @param eventRate scale of the probability of planted events, 0 to 100; 0 plants nothing
 * @param split where files end
 * @param securityEvents whether securities are split, renamed and delisted; see {@link SecurityEvents}
 */
public record MarketSpec(
        int symbols,
        int days,
        long seed,
        LocalDate from,
        List<Schema> schemas,
        int tickSymbols,
        double activity,
        double eventRate,
        FileSplit split,
        boolean securityEvents) {

    /** Every schema that can be written. */
    public static final List<Schema> SUPPORTED = List.of(
            Schema.MBP_1,
            Schema.TBBO,
            Schema.TRADES,
            Schema.OHLCV_1S,
            Schema.OHLCV_1M,
            Schema.OHLCV_1H,
            Schema.DEFINITION,
            Schema.STATUS,
            Schema.BBO_1S,
            Schema.BBO_1M);

    /** A Monday two weeks before the clocks change, so that a month from it holds both offsets. */
    public static final LocalDate DEFAULT_FROM = LocalDate.of(2025, 2, 24);

    private static final List<Schema> DEFAULT_SCHEMAS =
            List.of(Schema.TRADES, Schema.OHLCV_1S, Schema.DEFINITION, Schema.STATUS, Schema.BBO_1S);
    private static final int MAX_DAYS = 2_600;
    private static final double MAX_SCALE = 100;
    private static final double TRUTH_EVENT_RATE = 5;

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public MarketSpec {
        requireNonNull(from, "from");
        requireNonNull(split, "split");
        check(symbols >= 1 && symbols <= Tickers.COUNT, "symbols", symbols, "1 to " + Tickers.COUNT);
        check(days >= 1 && days <= MAX_DAYS, "days", days, "1 to " + MAX_DAYS);
        check(tickSymbols >= 0, "tickSymbols", tickSymbols, "0 or more");
        check(activity > 0 && activity <= MAX_SCALE, "activity", activity, "above 0, to 100");
        check(eventRate >= 0 && eventRate <= MAX_SCALE, "eventRate", eventRate, "0 to 100");
        check(!schemas.isEmpty(), "schemas", "none", "at least one of " + texts(SUPPORTED));
        for (Schema schema : schemas) {
            check(SUPPORTED.contains(schema), "schemas", schema.text(), texts(SUPPORTED));
        }
        schemas = List.copyOf(EnumSet.copyOf(schemas));
        check(
                !securityEvents
                        || (symbols >= SecurityEvents.MIN_SYMBOLS
                                && days >= SecurityEvents.MIN_DAYS
                                && symbols < Tickers.COUNT),
                "symbols and days",
                symbols + " and " + days,
                "at least " + SecurityEvents.MIN_SYMBOLS + " and " + SecurityEvents.MIN_DAYS + " with security events");
        SessionCalendar calendar = SessionCalendar.usEquities();
        check(
                calendar.covers(from) && calendar.covers(from.plusDays(10 + days * 3L / 2)),
                "from and days",
                from + " and " + days,
                "dates from " + calendar.firstDate() + " to " + calendar.lastDate());
    }

    /** A market with the usual schemas for all symbols, from {@link #DEFAULT_FROM}, one file per UTC day. */
    public static MarketSpec of(int symbols, int days, long seed) {
        return new MarketSpec(
                symbols, days, seed, DEFAULT_FROM, DEFAULT_SCHEMAS, Integer.MAX_VALUE, 1, 1, FileSplit.UTC_DAY, false);
    }

    /** The market of {@code tapelake demo}: 40 symbols over 25 trade dates, thinned out, ticks for ten of them. */
    public static MarketSpec demo(long seed) {
        return of(40, 25, seed).withTickSymbols(10).withActivity(0.35);
    }

    /**
     * The market on which detectors are measured: about a third of the symbol-days hold something planted, so that 40
     * symbols over 60 trade dates have dozens of every kind and size.
     */
    public static MarketSpec truth(int symbols, int days, long seed) {
        return of(symbols, days, seed).withEventRate(TRUTH_EVENT_RATE);
    }

    /**
     * Six weeks over the end of daylight saving time, Thanksgiving and its early close, in which securities are split,
     * renamed, delisted and their names used again.
     */
    public static MarketSpec yearEnd(int symbols, long seed) {
        return of(symbols, 30, seed).withFrom(LocalDate.of(2025, 10, 27)).withSecurityEvents(true);
    }

    /** This market with another number of symbols and trade dates. */
    public MarketSpec withSize(int symbolCount, int dayCount) {
        return new MarketSpec(
                symbolCount, dayCount, seed, from, schemas, tickSymbols, activity, eventRate, split, securityEvents);
    }

    /** This market from another date. */
    public MarketSpec withFrom(LocalDate date) {
        return new MarketSpec(
                symbols, days, seed, date, schemas, tickSymbols, activity, eventRate, split, securityEvents);
    }

    /** This market written in other schemas. */
    public MarketSpec withSchemas(Collection<Schema> other) {
        return new MarketSpec(
                symbols,
                days,
                seed,
                from,
                new ArrayList<>(other),
                tickSymbols,
                activity,
                eventRate,
                split,
                securityEvents);
    }

    /** This market with ticks of its first symbols only. */
    public MarketSpec withTickSymbols(int count) {
        return new MarketSpec(symbols, days, seed, from, schemas, count, activity, eventRate, split, securityEvents);
    }

    /** This market with more or fewer trades and quotes. */
    public MarketSpec withActivity(double scale) {
        return new MarketSpec(symbols, days, seed, from, schemas, tickSymbols, scale, eventRate, split, securityEvents);
    }

    /** This market with more or fewer planted events. */
    public MarketSpec withEventRate(double scale) {
        return new MarketSpec(symbols, days, seed, from, schemas, tickSymbols, activity, scale, split, securityEvents);
    }

    /** This market in files that end elsewhere. */
    public MarketSpec withSplit(FileSplit other) {
        return new MarketSpec(
                symbols, days, seed, from, schemas, tickSymbols, activity, eventRate, other, securityEvents);
    }

    /** This market with or without splits, new names and delistings. */
    public MarketSpec withSecurityEvents(boolean planned) {
        return new MarketSpec(symbols, days, seed, from, schemas, tickSymbols, activity, eventRate, split, planned);
    }

    /** How many symbols a schema's files hold. */
    int symbolsOf(Schema schema) {
        boolean ticks = schema == Schema.TRADES || schema == Schema.TBBO || schema == Schema.MBP_1;
        return ticks ? Math.min(symbols, tickSymbols) : symbols;
    }

    private static void check(boolean good, String name, Object value, String allowed) {
        if (!good) {
            throw new IllegalArgumentException(name + " is " + value + "; allowed is " + allowed);
        }
    }

    private static String texts(List<Schema> schemas) {
        return String.join(", ", schemas.stream().map(Schema::text).toList());
    }
}
