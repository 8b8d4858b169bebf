package io.tapelake.synthetic.market;

import io.tapelake.model.Prices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that happened on one symbol-day: its trades, its planted events and, on request, its quotes. */
public final class SymbolDayTape {
    private final SymbolProfile profile;
    private final DayPath path;
    private final TradeTape trades;
    private final long seed;
    private final double activity;

    private SymbolDayTape(long seed, SymbolProfile profile, DayPath path, TradeTape trades, double activity) {
        this.seed = seed;
        this.profile = profile;
        this.path = path;
        this.trades = trades;
        this.activity = activity;
    }

    static SymbolDayTape of(long seed, SymbolProfile profile, DayPath path, double activity) {
        KeyedRandom random = KeyedRandom.of(
                seed, RandomStream.TRADES, profile.index(), path.plan().day().epochDay());
        return new SymbolDayTape(seed, profile, path, TradeSimulator.trades(profile, path, activity, random), activity);
    }

    /** Number of the symbol in its market. */
    public int index() {
        return profile.index();
    }

    /** The price at which the day begins, before rounding to the tick. */
    public long startPriceNanos() {
        return (long) (StrictMath.exp(path.plan().startLog()) * Prices.NANOS_PER_UNIT);
    }

    /** The ticker. */
    public String symbol() {
        return profile.symbol();
    }

    /** The venue that lists the symbol. */
    public Venue listing() {
        return profile.listing();
    }

    /** The date. */
    public TradeDay day() {
        return path.plan().day();
    }

    DayPath path() {
        return path;
    }

    /** The trades, in order of tsRecv. */
    public TradeTape trades() {
        return trades;
    }

    /** Sends the book updates of every venue, and the trades between them, to the sink in order of tsRecv. */
    public void quotes(QuoteSink sink) {
        KeyedRandom random = KeyedRandom.of(
                seed, RandomStream.QUOTES, profile.index(), path.plan().day().epochDay());
        new QuoteSimulator(profile, path, trades, activity, random, sink).run();
    }

    /** What was planted, in order of time. */
    public List<PlantedEvent> planted() {
        List<PlantedEvent> events = new ArrayList<>();
        path.plan().events().run().ifPresent(run -> events.add(describe(run)));
        for (HaltPlan halt : path.plan().events().halts()) {
            events.add(describe(halt));
        }
        return events;
    }

    private PlantedEvent describe(RunPlan run) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("retrace", run.retrace());
        parameters.put("fade_seconds", (double) run.fadeSeconds());
        parameters.put("curvature", run.curvature());
        parameters.put("extra_trades", run.extraTrades() * activity);
        parameters.put("base_seconds", (double) RunPlan.BASE_SECONDS);
        parameters.put("halts", (double) path.plan().events().halts().size());
        double amplitude = StrictMath.exp(run.logAmplitude()) - 1;
        return event(PlantedEvent.Kind.BREAKOUT_RUN, run.startSecond(), run.endSecond(), amplitude, parameters);
    }

    private PlantedEvent describe(HaltPlan halt) {
        long pauseNs = day().startOfSecondNs(halt.pauseSecond());
        int after = 0;
        while (trades.tsRecvNs(after) < pauseNs) {
            after++;
        }
        double before = trades.priceNanos(after - 1);
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("planned_gap", StrictMath.exp(halt.logGap()) - 1);
        parameters.put("last_price", before / 1e9);
        parameters.put("resume_price", trades.priceNanos(after) / 1e9);
        double amplitude = trades.priceNanos(after) / before - 1;
        return event(PlantedEvent.Kind.HALT, halt.pauseSecond(), halt.resumeSecond(), amplitude, parameters);
    }

    private PlantedEvent event(
            PlantedEvent.Kind kind, int start, int end, double amplitude, Map<String, Double> parameters) {
        return new PlantedEvent(
                symbol(),
                day().date(),
                kind,
                day().startOfSecondNs(start),
                day().startOfSecondNs(end),
                amplitude,
                parameters);
    }
}
