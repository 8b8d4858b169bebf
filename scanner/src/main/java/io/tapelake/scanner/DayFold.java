package io.tapelake.scanner;

import io.tapelake.model.DaySessions;
import io.tapelake.model.Halt;
import io.tapelake.model.NewYork;
import io.tapelake.model.StatusEvent;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.tape.MinuteTape;
import io.tapelake.scanner.tape.TapeBuilder;
import io.tapelake.scanner.tape.TapeJoin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Folds the rows of one symbol-day into {@link DayStats}. Rows are handed over schema by schema, in time order within a
 * schema; schemas may come in any order and be interleaved. At the end the configured order decides which of the schemas
 * that had rows gives which measure, and of the minutes each is given by the best schema that had a row by its end. A caller
 * may therefore feed everything it has, or from the best schema down only the rows before {@link #wantedUntilNs}.
 *
 * <p>Memory does not depend on the number of rows: some kilobytes per schema, up to 16 MB where quotes show hundreds of
 * thousands of distinct spreads. Not thread-safe.
 */
public final class DayFold {
    private static final long NS_PER_MINUTE = 60_000_000_000L;

    private final SymbolDay day;
    private final DaySessions sessions;
    private final ScanSettings settings;
    private final Map<SourceSchema, BarFold> bars = new EnumMap<>(SourceSchema.class);
    private final Map<SourceSchema, QuoteFold> quotes = new EnumMap<>(SourceSchema.class);
    private TradeFold trades;
    private StatusHalts status;
    private final Set<String> doubts = new TreeSet<>();
    private MinuteTape tape;

    /** {@code sessions} is null when the date is no known trading day. */
    DayFold(SymbolDay day, DaySessions sessions, ScanSettings settings) {
        this.day = day;
        this.sessions = sessions;
        this.settings = settings;
    }

    /** Where trades go. */
    public TradeFold trades() {
        if (trades == null) {
            trades = new TradeFold(day, sessions, SourceSchema.TRADES, settings);
        }
        return trades;
    }

    /**
     * Where the bars of a schema go.
     *
     * @throws IllegalArgumentException when the schema has no bars
     */
    public BarFold bars(SourceSchema schema) {
        if (!schema.isBars()) {
            throw new IllegalArgumentException("schema " + schema.text() + " has no bars");
        }
        return bars.computeIfAbsent(schema, s -> new BarFold(day, sessions, s));
    }

    /**
     * Where the top-of-book records of a schema go.
     *
     * @throws IllegalArgumentException when the schema has no quotes
     */
    public QuoteFold quotes(SourceSchema schema) {
        if (!schema.hasQuotes()) {
            throw new IllegalArgumentException("schema " + schema.text() + " has no quotes");
        }
        return quotes.computeIfAbsent(schema, s -> new QuoteFold(day, sessions, s, settings));
    }

    /** Adds a status record; they come in order of their receive time. */
    public void status(StatusEvent event) {
        if (status == null) {
            status = new StatusHalts(new RowSpan("status", null));
        }
        status.event(event);
    }

    /** Notes something doubtful about the day that its rows do not show; it becomes a quality flag. */
    public void doubt(String flag) {
        doubts.add(flag);
    }

    /** The schemas that had at least one row so far. */
    public Set<SourceSchema> available() {
        EnumSet<SourceSchema> available = EnumSet.noneOf(SourceSchema.class);
        if (trades != null && trades.span().rows() > 0) {
            available.add(SourceSchema.TRADES);
        }
        bars.forEach((schema, fold) -> addIf(fold.span().rows() > 0, schema, available));
        quotes.forEach((schema, fold) -> addIf(fold.span().rows() > 0, schema, available));
        return available;
    }

    /**
     * Until when rows of a schema are of use, given the rows of better ones that were added so far: nanoseconds UTC, exclusive.
     * {@code Long.MAX_VALUE} when no better schema had a row, {@code Long.MIN_VALUE} when no row is of use.
     */
    public long wantedUntilNs(SourceSchema schema) {
        long untilNs = Long.MAX_VALUE;
        for (SourceSchema better : settings.sources().prices()) {
            if (better == schema) {
                break;
            }
            long firstNs = firstIndexNs(better);
            if (firstNs != DayStats.ABSENT && !schema.resolvesSessions()) {
                return Long.MIN_VALUE;
            }
            if (firstNs != DayStats.ABSENT && better.resolvesSessions()) {
                untilNs = Math.min(untilNs, Math.floorDiv(firstNs, NS_PER_MINUTE) * NS_PER_MINUTE);
            }
        }
        boolean beforeSessions = untilNs != Long.MAX_VALUE && (sessions == null || untilNs <= sessions.preOpenNs());
        return beforeSessions ? Long.MIN_VALUE : untilNs;
    }

    private static void addIf(boolean condition, SourceSchema schema, Set<SourceSchema> set) {
        if (condition) {
            set.add(schema);
        }
    }

    /** The day's clean minutes, to be asked for after {@link #finish()}; null when no schema resolves minutes. */
    public MinuteTape tape() {
        return tape;
    }

    /**
     * The same, but with quotes and halts where no schema resolves minutes: a day on which nothing has traded yet. For the eyes
     * of an episode, to which a day without a trade so far must look the same whether one comes later or not.
     */
    public MinuteTape tapeSoFar() {
        return tape == null ? join(List.of(), settings.sources().choose(Set.of()), new DayStatsDraft()) : tape;
    }

    /** The measures of everything added. To be called once, at the end. */
    public DayStats finish() {
        DaySources sources = settings.sources().choose(available());
        DayStatsDraft draft = new DayStatsDraft();
        draft.tradeDate = day.tradeDate();
        draft.dataset = day.dataset();
        draft.symbol = day.symbol();
        doubts.forEach(flag -> draft.flagIf(true, flag));
        if (sessions == null) {
            draft.flagIf(true, "no-known-trading-day");
        } else {
            draft.regularEnd = NewYork.at(sessions.closeNs()).toLocalTime().toString();
        }
        sources.prices().ifPresent(schema -> writePrices(schema, draft));
        sources.quotes().ifPresent(schema -> {
            draft.quoteSchema = schema.text();
            quotes.get(schema).writeTo(draft, settings);
        });
        writeHalts(sources, draft);
        buildTape(sources, draft);
        return draft.build();
    }

    private void writePrices(SourceSchema schema, DayStatsDraft draft) {
        draft.sourceSchema = schema.text();
        RowSpan span;
        if (schema.isBars()) {
            span = bars.get(schema).span();
            bars.get(schema).writeTo(draft);
        } else {
            span = span(schema);
            tradesOf(schema).writeTo(draft);
        }
        draft.publisherCount = span.publisherCount();
        draft.rows = span.rows();
        draft.firstIndexNs = span.firstIndexNs();
        draft.lastIndexNs = span.lastIndexNs();
        draft.outOfSessionRows = span.outOfSessionRows();
        draft.flagIf(span.outOfSessionRows() > 0, "out-of-session-rows");
    }

    private void buildTape(DaySources sources, DayStatsDraft draft) {
        List<DayTape.Part> parts =
                DayTape.parts(day.tradeDate(), settings.sources().prices(), this::firstIndexNs);
        if (parts.isEmpty()) {
            return;
        }
        tape = join(parts, sources, draft);
    }

    private MinuteTape join(List<DayTape.Part> parts, DaySources sources, DayStatsDraft draft) {
        TapeJoin join = new TapeJoin(day.tradeDate());
        for (DayTape.Part part : parts) {
            MinuteTape minutes = minutes(part.schema());
            join.addMinutes(minutes, part.sinceMinute(), part.untilMinute());
            if (part.schema() == sources.prices().orElse(null)) {
                CleanPrices.of(minutes, sessions).writeTo(draft);
            }
        }
        DayTape.parts(day.tradeDate(), settings.sources().quotes(), this::firstIndexNs)
                .forEach(part ->
                        join.addQuotes(quotes.get(part.schema()).sampler(), part.sinceMinute(), part.untilMinute()));
        return join.build(causalHalts(parts), haltsKnownFromNs(parts));
    }

    private MinuteTape minutes(SourceSchema schema) {
        if (schema.isBars()) {
            bars.get(schema).end();
        }
        TapeBuilder builder =
                schema.isBars() ? bars.get(schema).tape() : tradesOf(schema).tape();
        return builder.build(null, List.of(), Long.MIN_VALUE);
    }

    private long firstIndexNs(SourceSchema schema) {
        if (!available().contains(schema)) {
            return DayStats.ABSENT;
        }
        return schema.isBars()
                ? bars.get(schema).span().firstIndexNs()
                : span(schema).firstIndexNs();
    }

    private RowSpan span(SourceSchema schema) {
        return schema == SourceSchema.TRADES
                ? trades.span()
                : quotes.get(schema).span();
    }

    /** As they could be known while the day went on: inferred ones until status speaks, then what it says. */
    private List<Halt> causalHalts(List<DayTape.Part> parts) {
        List<Halt> causal = new ArrayList<>();
        for (DayTape.Part part : parts) {
            List<Halt> inferred =
                    part.schema().isBars() ? null : tradesOf(part.schema()).inferredHalts();
            if (inferred != null) {
                long untilNs = Math.min(DayTape.startNs(day.tradeDate(), part.untilMinute()), statusFromNs());
                inferred.stream().filter(halt -> halt.endNs() < untilNs).forEach(causal::add);
            }
        }
        if (status != null) {
            causal.addAll(status.halts());
        }
        return causal;
    }

    private long haltsKnownFromNs(List<DayTape.Part> parts) {
        long fromNs = statusFromNs();
        for (DayTape.Part part : parts) {
            if (!part.schema().isBars() && sessions != null) {
                fromNs = Math.min(fromNs, DayTape.startNs(day.tradeDate(), part.sinceMinute()));
            }
        }
        return fromNs;
    }

    private long statusFromNs() {
        return status == null ? Long.MAX_VALUE : status.span().firstIndexNs();
    }

    private TradeFold tradesOf(SourceSchema schema) {
        return schema == SourceSchema.TRADES ? trades : quotes.get(schema).trades();
    }

    private void writeHalts(DaySources sources, DayStatsDraft draft) {
        if (status != null) {
            draft.statusRows = status.span().rows();
            draft.statusFirstIndexNs = status.span().firstIndexNs();
            draft.statusLastIndexNs = status.span().lastIndexNs();
            writeHalts(status.halts(), "status", draft);
            return;
        }
        List<Halt> inferred = sources.prices()
                .filter(schema -> !schema.isBars())
                .map(schema -> tradesOf(schema).inferredHalts())
                .orElse(null);
        if (inferred != null) {
            writeHalts(inferred, "trade_gap", draft);
        }
    }

    private static void writeHalts(List<Halt> halts, String evidence, DayStatsDraft draft) {
        draft.haltCount = halts.size();
        draft.haltStartsNs = halts.stream().map(Halt::startNs).toList();
        draft.haltEndsNs = halts.stream().map(Halt::endNs).toList();
        draft.haltEvidence = evidence;
    }
}
