package io.tapelake.simulator.market;

import io.tapelake.model.Prices;
import io.tapelake.model.Session;
import io.tapelake.simulator.day.MinuteMeasures;
import io.tapelake.simulator.day.PrintColumns;
import io.tapelake.simulator.day.QuoteColumns;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.day.StatusColumns;

/**
 * What is known of a symbol-day at an instant: trades and quotes that were received at least a feed delay before, bars that are
 * over. Values are carried forward and have an age.
 *
 * <p>{@link #moveTo} finds the last known row of each column in constant expected time, and everything else is read from there.
 * What a view shows depends on the day and the instant only, never on where it was before. Nothing is allocated. For one
 * thread; a day may have any number of views. Prices are price nanos, {@link Prices#UNDEF} where there is none; times and ages
 * are nanoseconds, times UTC; an age of what is not there is {@link #NO_AGE}.
 */
public final class MarketView {
    /** The age of what is not there. */
    public static final long NO_AGE = Long.MAX_VALUE;

    private static final double USD_PER_NANO = 1e-9;
    private static final int NOT_ASKED = Integer.MIN_VALUE;

    private final SimulatorDay day;
    private final PrintColumns prints;
    private final QuoteColumns quotes;
    private final StatusColumns status;
    private long nowNs = Long.MIN_VALUE;
    private int printRow = -1;
    private int quoteRow = -1;
    private int minute = -1;
    private int bidRow = -1;
    private int askRow = -1;
    private int statusRow = -1;

    private MarketView(SimulatorDay day) {
        this.day = day;
        this.prints = day.prints();
        this.quotes = day.quotes();
        this.status = day.status();
    }

    /** A view of a day, before its beginning. */
    public static MarketView of(SimulatorDay day) {
        return new MarketView(day);
    }

    /** Goes to an instant, later or earlier than the last one. */
    public MarketView moveTo(long ns) {
        if (ns >= nowNs) {
            printRow = prints.rowAt(ns, printRow);
            quoteRow = quotes.rowAt(ns, quoteRow);
        } else {
            printRow = prints.rowAt(ns);
            quoteRow = quotes.rowAt(ns);
        }
        nowNs = ns;
        minute = NOT_ASKED;
        bidRow = NOT_ASKED;
        askRow = NOT_ASKED;
        statusRow = NOT_ASKED;
        return this;
    }

    /** Which symbol-day. It holds what comes later too: not to be looked into for an observation. */
    public SimulatorDay day() {
        return day;
    }

    /** The instant. */
    public long nowNs() {
        return nowNs;
    }

    /** The session the instant lies in. */
    public Session session() {
        return day.sessions().sessionAt(nowNs);
    }

    /** The last known row of {@link SimulatorDay#prints}; -1 for none. */
    public int printRow() {
        return printRow;
    }

    /** The last known row of {@link SimulatorDay#quotes}; -1 for none. */
    public int quoteRow() {
        return quoteRow;
    }

    /** The last known row of {@link SimulatorDay#status}; -1 for none. */
    public int statusRow() {
        if (statusRow == NOT_ASKED) {
            statusRow = status.rowAt(nowNs);
        }
        return statusRow;
    }

    /** The last minute that is over and known; -1 before the first. */
    public int lastMinute() {
        if (minute == NOT_ASKED) {
            minute = day.lastMinuteAt(nowNs);
        }
        return minute;
    }

    /** The last clean price: of the last trade, or close of the last bar. */
    public long lastPriceNanos() {
        return printRow < 0 ? Prices.UNDEF : prints.cleanPriceNanos(printRow);
    }

    /** The price of the last print as it was reported, which may be far from the market. */
    public long rawLastPriceNanos() {
        return printRow < 0 ? Prices.UNDEF : prints.priceNanos(printRow);
    }

    /** How long the last clean price has been known. */
    public long lastPriceAgeNs() {
        int row = printRow < 0 ? -1 : prints.cleanRow(printRow);
        return row < 0 ? NO_AGE : nowNs - prints.knownNs(row);
    }

    /** Shares of the last print; 0 before the first. */
    public long lastSizeShares() {
        return printRow < 0 ? 0 : prints.shares(printRow);
    }

    /** Shares traded so far. */
    public long volume() {
        return prints.volume(printRow);
    }

    /** Volume-weighted average of clean prices so far, USD; NaN before the first. */
    public double vwap() {
        long shares = prints.pricedVolume(printRow);
        return shares == 0 ? Double.NaN : prints.dollars(printRow) / shares;
    }

    /** First clean price of the day. */
    public long firstPriceNanos() {
        return day.firstPriceNanos(printRow);
    }

    /** Highest clean price of the day so far. */
    public long dayHighNanos() {
        return day.dayHighNanos(printRow);
    }

    /** Lowest clean price of the day so far. */
    public long dayLowNanos() {
        return day.dayLowNanos(printRow);
    }

    /** The row of the best bid over live books; -1 for none. */
    public int bidRow() {
        if (bidRow == NOT_ASKED) {
            bidRow = quotes.bestBidRow(quoteRow, nowNs, prints, printRow);
        }
        return bidRow;
    }

    /** The row of the best ask over live books; -1 for none. */
    public int askRow() {
        if (askRow == NOT_ASKED) {
            askRow = quotes.bestAskRow(quoteRow, nowNs, prints, printRow);
        }
        return askRow;
    }

    /** Best bid over live books. */
    public long bidNanos() {
        int row = bidRow();
        return row < 0 ? Prices.UNDEF : quotes.bidNanos(row);
    }

    /** Best ask over live books. */
    public long askNanos() {
        int row = askRow();
        return row < 0 ? Prices.UNDEF : quotes.askNanos(row);
    }

    /** Shares that the book of the best bid shows there; 0 for none. Other books at the same price are not added. */
    public int bidSizeShares() {
        int row = bidRow();
        return row < 0 ? 0 : quotes.bidSizeShares(row);
    }

    /** Shares that the book of the best ask shows there; likewise. */
    public int askSizeShares() {
        int row = askRow();
        return row < 0 ? 0 : quotes.askSizeShares(row);
    }

    /** How long the book of the best bid has been as it is. */
    public long bidAgeNs() {
        int row = bidRow();
        return row < 0 ? NO_AGE : nowNs - quotes.knownNs(row);
    }

    /** How long the book of the best ask has been as it is. */
    public long askAgeNs() {
        int row = askRow();
        return row < 0 ? NO_AGE : nowNs - quotes.knownNs(row);
    }

    /** What the best prices are to each other. */
    public QuoteCondition condition() {
        long bid = bidNanos();
        long ask = askNanos();
        if (bid == Prices.UNDEF || ask == Prices.UNDEF) {
            return bid == ask ? QuoteCondition.EMPTY : QuoteCondition.ONE_SIDED;
        }
        return ask > bid ? QuoteCondition.NORMAL : ask == bid ? QuoteCondition.LOCKED : QuoteCondition.CROSSED;
    }

    /** Best ask less best bid, price nanos; {@link Prices#UNDEF} unless both are there. Not positive when locked or crossed. */
    public long spreadNanos() {
        long bid = bidNanos();
        long ask = askNanos();
        return bid == Prices.UNDEF || ask == Prices.UNDEF ? Prices.UNDEF : ask - bid;
    }

    /** The middle of best bid and ask, USD; NaN unless both are there. */
    public double midpoint() {
        long bid = bidNanos();
        long ask = askNanos();
        return bid == Prices.UNDEF || ask == Prices.UNDEF ? Double.NaN : (bid + ask) * 0.5 * USD_PER_NANO;
    }

    /** The last row of a publisher's book, by its number in {@link SimulatorDay#publisherId}; -1 when it has not quoted. */
    public int bookRow(int publisherNumber) {
        return quotes.bookRow(quoteRow, publisherNumber);
    }

    /** Whether the book of that row counts. */
    public boolean isLive(int bookRow) {
        return quotes.isLiveAt(bookRow, nowNs, prints, printRow);
    }

    /** Whether trading goes on, as far as is known. */
    public TradingStatus tradingStatus() {
        int row = statusRow();
        if (row < 0) {
            return TradingStatus.UNKNOWN;
        }
        if (!status.isHalted(row)) {
            return TradingStatus.TRADING;
        }
        return status.quoting(row) == 'Y' ? TradingStatus.QUOTING : TradingStatus.HALTED;
    }

    /** Whether short sales are restricted: {@code 'Y'}, {@code 'N'}, or {@code '~'} when nobody has said. */
    public char shortSaleRestricted() {
        int row = statusRow();
        return row < 0 ? '~' : status.shortSaleRestricted(row);
    }

    /** How long the trading status has been known. */
    public long statusAgeNs() {
        int row = statusRow();
        return row < 0 ? NO_AGE : nowNs - status.knownNs(row);
    }

    /** The previous day's levels. */
    public SimulatorDay.PriorLevels prior() {
        return day.prior();
    }

    /** Highest clean price of the pre-market so far. */
    public long preMarketHighNanos() {
        return day.preMarketHighNanos(printRow);
    }

    /** Lowest clean price of the pre-market so far. */
    public long preMarketLowNanos() {
        return day.preMarketLowNanos(printRow);
    }

    /** High of the opening range once it is over. */
    public long openingRangeHighNanos() {
        return day.openingRangeHighNanos(nowNs);
    }

    /** Low of the opening range once it is over. */
    public long openingRangeLowNanos() {
        return day.openingRangeLowNanos(nowNs);
    }

    /** A figure that the scanner gave at the end of the last known minute; NaN when it is not known. */
    public double measure(MinuteMeasures.Kind kind) {
        return day.measures().at(kind, lastMinute());
    }

    /** How long the last known minute has been over. */
    public long minuteAgeNs() {
        int last = lastMinute();
        return last < 0 ? NO_AGE : nowNs - day.minutes().startNs(last + 1);
    }
}
