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
    private final ShownAs shown;

    /** Under which name, and in which shares: {@code perShare} of them are one of the model's. */
    private record ShownAs(String symbol, int perShare, TradeTape trades) {}

    private SymbolDayTape(
            long seed, SymbolProfile profile, DayPath path, TradeTape trades, double activity, ShownAs shown) {
        this.seed = seed;
        this.profile = profile;
        this.path = path;
        this.trades = trades;
        this.activity = activity;
        this.shown = shown;
    }

    static SymbolDayTape of(long seed, SymbolProfile profile, DayPath path, double activity) {
        KeyedRandom random = KeyedRandom.of(
                seed, RandomStream.TRADES, profile.index(), path.plan().day().epochDay());
        TradeTape trades = TradeSimulator.trades(profile, path, activity, random);
        return new SymbolDayTape(seed, profile, path, trades, activity, new ShownAs(profile.symbol(), 1, trades));
    }

    /**
     * The same symbol-day under another name and in smaller shares, as after a split: every price divided, every size
     * multiplied. Both are exact, so prices may lie off the grid.
     *
     * @param perShare shares that one share of the model has become, 1 or more
     */
    public SymbolDayTape as(String symbol, int perShare) {
        TradeTape smaller = perShare == 1 ? trades : trades.inSmallerShares(perShare);
        return new SymbolDayTape(seed, profile, path, trades, activity, new ShownAs(symbol, perShare, smaller));
    }

    /** Number of the symbol in its market. */
    public int index() {
        return profile.index();
    }

    /** The price at which the day begins, before rounding to the tick. */
    public long startPriceNanos() {
        return (long) (StrictMath.exp(path.plan().startLog()) * Prices.NANOS_PER_UNIT) / shown.perShare();
    }

    /** The ticker. */
    public String symbol() {
        return shown.symbol();
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
        return shown.trades();
    }

    /** Sends the book updates of every venue, and the trades between them, to the sink in order of tsRecv. */
    public void quotes(QuoteSink sink) {
        KeyedRandom random = KeyedRandom.of(
                seed, RandomStream.QUOTES, profile.index(), path.plan().day().epochDay());
        new QuoteSimulator(profile, path, trades, activity, random, inShownShares(sink)).run();
    }

    private QuoteSink inShownShares(QuoteSink sink) {
        if (shown.perShare() == 1) {
            return sink;
        }
        BookEvent smaller = new BookEvent();
        return event -> {
            smaller.copyInSmallerShares(event, shown.perShare());
            sink.accept(smaller);
        };
    }

    /** What was planted, in order of time. */
    public List<PlantedEvent> planted() {
        List<PlantedEvent> planted = TruthTeller.planted(inOwnShares());
        return shown.perShare() == 1
                ? planted
                : planted.stream()
                        .map(event -> event.inSmallerShares(shown.perShare()))
                        .toList();
    }

    /** Which judgements of the whole day would be right. */
    public DayLabel label() {
        return DayJudge.judge(inOwnShares());
    }

    /** What a day is does not depend on the shares it is told in. */
    private SymbolDayTape inOwnShares() {
        return shown.perShare() == 1 ? this : as(shown.symbol(), 1);
    }

    double activity() {
        return activity;
    }

    SymbolProfile profile() {
        return profile;
    }
}
