package io.tapelake.simulator.day;

import io.tapelake.model.CorporateAction;
import io.tapelake.model.DaySessions;
import io.tapelake.model.NewYork;
import io.tapelake.model.Prices;
import io.tapelake.model.SessionCalendar;
import io.tapelake.model.StatusEvent;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.DayFold;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.SecurityHistory;
import io.tapelake.scanner.SourceSchema;
import io.tapelake.scanner.event.MinuteGrid;
import io.tapelake.scanner.tape.MinuteTape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one symbol-day on their way into memory: from a lake, a file, or a test. Rows of a schema come in order of their
 * index timestamp; schemas in any order. Where several schemas tell the same, each moment is told by the best that had a row by
 * then, so that nothing depends on what begins later. Not thread-safe; {@link #build} is called once.
 */
public final class DayRows {
    private final SymbolDay key;
    private final DaySettings settings;
    private final DaySessions sessions;
    private final DayScanner scanner;
    private final DayFold fold;
    private final Publishers publishers = new Publishers();
    private final QuoteAssembly quotes = new QuoteAssembly();
    private final PrintStreams prints;
    private final StatusColumns.Assembly status = new StatusColumns.Assembly();
    private final List<SourceSchema> quoteOrder;
    private SourceSchema quoteSchema;
    private int quoteSchemaRank;
    private int quoteRank = Integer.MAX_VALUE;

    /**
     * Rows of a symbol-day.
     *
     * @throws IllegalArgumentException when the calendar knows no trading on the date
     */
    public DayRows(SymbolDay key, SessionCalendar calendar, DaySettings settings) {
        this.key = key;
        this.settings = settings;
        this.sessions = calendar.sessions(key.tradeDate());
        this.scanner = DayScanner.of(calendar, settings.scan());
        this.fold = scanner.fold(key);
        this.prints = new PrintStreams(settings);
        this.quoteOrder = settings.scan().sources().quotes();
    }

    /**
     * Adds a record of a book, with the event that caused it.
     *
     * @param tsNs index timestamp, nanoseconds UTC
     * @param publisher Databento's publisher id
     * @param bidNanos best bid; {@link Prices#UNDEF} when that side is empty
     * @param askNanos best ask; likewise
     * @param action {@code 'T'} for a trade
     * @param side of the event
     * @param priceNanos of the event
     * @param sizeShares of the event
     */
    public void quote(
            SourceSchema schema,
            long tsNs,
            int publisher,
            long bidNanos,
            long askNanos,
            long bidSize,
            long askSize,
            char action,
            char side,
            long priceNanos,
            long sizeShares) {
        fold.quotes(schema).add(tsNs, publisher, bidNanos, askNanos, action, priceNanos, sizeShares);
        int rank = rank(schema);
        if (rank <= quoteRank && rank < Integer.MAX_VALUE) {
            quoteRank = rank;
            quotes.add(
                    tsNs + settings.feedDelayNs(),
                    usable(bidNanos),
                    usable(askNanos),
                    bidSize,
                    askSize,
                    publishers.code(publisher));
        }
        if (action == 'T' && schema.hasPrices()) {
            prints.trade(schema, tsNs, publishers.code(publisher), usable(priceNanos), sizeShares, side);
        }
    }

    /** Neighbouring rows mostly come from one schema. */
    private int rank(SourceSchema schema) {
        if (schema != quoteSchema) {
            quoteSchema = schema;
            int at = quoteOrder.indexOf(schema);
            quoteSchemaRank = at < 0 ? Integer.MAX_VALUE : at;
        }
        return quoteSchemaRank;
    }

    /** Adds a record of schema trades; as {@link #quote}. */
    public void trade(long tsNs, int publisher, long priceNanos, long sizeShares, char side) {
        fold.trades().add(tsNs, publisher, priceNanos, sizeShares);
        prints.trade(SourceSchema.TRADES, tsNs, publishers.code(publisher), usable(priceNanos), sizeShares, side);
    }

    /**
     * Until when bars of a schema are of use, given the ticks and better bars that were added so far: nanoseconds UTC,
     * exclusive; {@code Long.MIN_VALUE} when none is.
     */
    public long barsWantedUntilNs(SourceSchema schema) {
        return schema.resolvesSessions() ? prints.firstBetterNs(schema) : fold.wantedUntilNs(schema);
    }

    /** Adds a bar of one publisher; bars come by start, then publisher. Rows after {@link #barsWantedUntilNs} may be left out. */
    public void bar(
            SourceSchema schema, long startNs, int publisher, long open, long high, long low, long close, long volume) {
        if (startNs < fold.wantedUntilNs(schema)) {
            fold.bars(schema).add(startNs, publisher, open, high, low, close, volume);
        }
        if (schema.resolvesSessions()) {
            prints.bar(schema, startNs, usable(open), usable(high), usable(low), usable(close), volume);
        }
    }

    /**
     * Adds a status record.
     *
     * @param quoting whether quotes are accepted: {@code 'Y'}, {@code 'N'} or {@code '~'}
     * @param shortSaleRestricted likewise
     */
    public void status(StatusEvent event, char quoting, char shortSaleRestricted) {
        fold.status(event);
        status.add(event.tsRecvNs() + settings.feedDelayNs(), event, quoting, shortSaleRestricted);
    }

    private static long usable(long priceNanos) {
        return priceNanos > 0 && priceNanos < Prices.LIMIT ? priceNanos : Prices.UNDEF;
    }

    /** The day. */
    public SimulatorDay build(Lookback lookback) {
        SimulatorDay.Parts parts = new SimulatorDay.Parts();
        parts.key = key;
        parts.sessions = sessions;
        parts.dayStartNs = NewYork.startOfDayNs(key.tradeDate());
        parts.feedDelayNs = settings.feedDelayNs();
        parts.openingRangeMinutes = settings.openingRangeMinutes();
        parts.publishers = publishers.ids();
        parts.highs = new SessionHighs();
        parts.prints = prints.join(parts.dayStartNs, parts.highs);
        parts.highs.finish(parts.dayStartNs, sessions, settings.openingRangeMinutes());
        parts.quotes = quotes.build(publishers.count(), parts.prints, settings.staleNs());
        parts.status = status.build();
        measure(parts, lookback);
        parts.priorDays = priorDays(lookback);
        return new SimulatorDay(parts);
    }

    private void measure(SimulatorDay.Parts parts, Lookback lookback) {
        DayStats stats = fold.finish();
        MinuteTape tape = fold.tapeSoFar();
        SecurityHistory history = scanner.history(lookback.splits());
        lookback.days().forEach(history::seed);
        io.tapelake.scanner.Lookback before = history.next(stats).lookback();
        parts.prior =
                new SimulatorDay.PriorLevels(before.prevHighNanos(), before.prevLowNanos(), before.prevCloseNanos());
        parts.minutes = MinuteBars.of(tape, sessions, BigDecimal.ONE);
        parts.measures = MinuteMeasures.walk(
                key, settings.scan(), MinuteGrid.of(tape, sessions, before), tape, lookback.coveredUntilNs());
    }

    private List<PriorDay> priorDays(Lookback lookback) {
        List<PriorDay> days = new ArrayList<>();
        SessionCalendar calendar = scanner.calendar();
        for (Lookback.Tape tape : lookback.tapes()) {
            LocalDate date = tape.stats().tradeDate();
            calendar.findSessions(date)
                    .ifPresent(of -> days.add(new PriorDay(
                            date,
                            tape.stats().symbol(),
                            of,
                            MinuteBars.of(tape.minutes(), of, splitFactor(lookback.splits(), date)))));
        }
        return days;
    }

    /** New shares per share of the earlier date: splits that came into effect since, this day's included. */
    private BigDecimal splitFactor(List<CorporateAction> splits, LocalDate from) {
        BigDecimal factor = BigDecimal.ONE;
        for (CorporateAction split : splits) {
            if (split.kind() == CorporateAction.Kind.SPLIT
                    && split.exDate().isAfter(from)
                    && !split.exDate().isAfter(key.tradeDate())) {
                factor = factor.multiply(split.ratio());
            }
        }
        return factor;
    }
}
