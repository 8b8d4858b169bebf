package io.tapelake.synthetic.market;

import io.tapelake.model.Prices;
import java.util.List;

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
        return TruthTeller.planted(this);
    }

    /** Which judgements of the whole day would be right. */
    public DayLabel label() {
        return DayJudge.judge(this);
    }

    double activity() {
        return activity;
    }

    SymbolProfile profile() {
        return profile;
    }
}
