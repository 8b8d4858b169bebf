package io.tapelake.simulator.day;

import io.tapelake.model.DaySessions;
import io.tapelake.model.Prices;
import io.tapelake.model.SymbolDay;
import java.util.List;

/**
 * One symbol-day in memory: prints, quotes and status in compact columns, its minutes with what the scanner says of them, and
 * what came before. Immutable, and shared by any number of threads and environments.
 *
 * <p>It holds the whole day, so it is nothing to hand to an agent: {@code io.tapelake.simulator.market.MarketView} shows what
 * is known at an instant, and everything an observation is made of goes through it.
 */
public final class SimulatorDay {
    private final SymbolDay key;
    private final DaySessions sessions;
    private final long dayStartNs;
    private final long feedDelayNs;
    private final int openingRangeMinutes;
    private final int[] publishers;
    private final PrintColumns prints;
    private final QuoteColumns quotes;
    private final StatusColumns status;
    private final SessionHighs highs;
    private final MinuteBars minutes;
    private final MinuteMeasures measures;
    private final PriorLevels prior;
    private final List<PriorDay> priorDays;

    SimulatorDay(Parts parts) {
        key = parts.key;
        sessions = parts.sessions;
        dayStartNs = parts.dayStartNs;
        feedDelayNs = parts.feedDelayNs;
        openingRangeMinutes = parts.openingRangeMinutes;
        publishers = parts.publishers.clone();
        prints = parts.prints;
        quotes = parts.quotes;
        status = parts.status;
        highs = parts.highs;
        minutes = parts.minutes;
        measures = parts.measures;
        prior = parts.prior;
        priorDays = List.copyOf(parts.priorDays);
    }

    /** What a day is made of. */
    static final class Parts {
        SymbolDay key;
        DaySessions sessions;
        long dayStartNs;
        long feedDelayNs;
        int openingRangeMinutes;
        int[] publishers;
        PrintColumns prints;
        QuoteColumns quotes;
        StatusColumns status;
        SessionHighs highs;
        MinuteBars minutes;
        MinuteMeasures measures;
        PriorLevels prior;
        List<PriorDay> priorDays;
    }

    /**
     * Levels of the previous day on this day's split basis, price nanos, {@link Prices#UNDEF} when unknown.
     *
     * @param highNanos its high
     * @param lowNanos its low
     * @param closeNanos its regular close
     */
    public record PriorLevels(long highNanos, long lowNanos, long closeNanos) {}

    /** Which symbol-day. */
    public SymbolDay key() {
        return key;
    }

    /** The bounds of its sessions. */
    public DaySessions sessions() {
        return sessions;
    }

    /** Midnight in New York, nanoseconds UTC. */
    public long dayStartNs() {
        return dayStartNs;
    }

    /** Nanoseconds from the receive time of a record to the moment it is known. */
    public long feedDelayNs() {
        return feedDelayNs;
    }

    /** Minutes of the opening range. */
    public int openingRangeMinutes() {
        return openingRangeMinutes;
    }

    /** How many publishers the day has. */
    public int publisherCount() {
        return publishers.length;
    }

    /** Databento's id of a publisher that columns name by its number. */
    public int publisherId(int number) {
        return publishers[number];
    }

    /** What traded. */
    public PrintColumns prints() {
        return prints;
    }

    /** The tops of the books. */
    public QuoteColumns quotes() {
        return quotes;
    }

    /** Changes of the trading status. */
    public StatusColumns status() {
        return status;
    }

    /** The clean minutes of the day. */
    public MinuteBars minutes() {
        return minutes;
    }

    /** What the scanner says at the end of each minute. */
    public MinuteMeasures measures() {
        return measures;
    }

    /** Levels of the previous day. */
    public PriorLevels prior() {
        return prior;
    }

    /** Earlier days of the security, newest first; as many as were asked for and exist. */
    public List<PriorDay> priorDays() {
        return priorDays;
    }

    /**
     * The last minute that is over and known at an instant; -1 before the first. Minutes are made of ticks too, so that they
     * are known a feed delay after their end.
     */
    public int lastMinuteAt(long ns) {
        long minute = Math.floorDiv(ns - feedDelayNs - sessions.preOpenNs(), MinuteBars.NS_PER_MINUTE) - 1;
        return (int) Math.max(-1, Math.min(minutes.size() - 1, minute));
    }

    /** Highest clean price of the day up to a print row; {@link Prices#UNDEF} when there is none, as below. */
    public long dayHighNanos(int printRow) {
        return printRow < 0
                ? Prices.UNDEF
                : SessionHighs.highest(highs.dayHighBefore(prints.minute(printRow)), prints.minuteHighNanos(printRow));
    }

    /** Lowest clean price of the day up to a print row. */
    public long dayLowNanos(int printRow) {
        return printRow < 0
                ? Prices.UNDEF
                : SessionHighs.lowest(highs.dayLowBefore(prints.minute(printRow)), prints.minuteLowNanos(printRow));
    }

    /** Highest clean price of the session in which a print row lies, up to that row. */
    public long sessionHighNanos(int printRow) {
        return printRow < 0
                ? Prices.UNDEF
                : SessionHighs.highest(
                        highs.sessionHighBefore(prints.minute(printRow)), prints.minuteHighNanos(printRow));
    }

    /** Lowest clean price of the session in which a print row lies, up to that row. */
    public long sessionLowNanos(int printRow) {
        return printRow < 0
                ? Prices.UNDEF
                : SessionHighs.lowest(highs.sessionLowBefore(prints.minute(printRow)), prints.minuteLowNanos(printRow));
    }

    /** Highest clean price of the pre-market up to a print row. */
    public long preMarketHighNanos(int printRow) {
        return beforeOpen(printRow) ? inPreMarket(printRow, sessionHighNanos(printRow)) : highs.preHighNanos();
    }

    /** Lowest clean price of the pre-market up to a print row. */
    public long preMarketLowNanos(int printRow) {
        return beforeOpen(printRow) ? inPreMarket(printRow, sessionLowNanos(printRow)) : highs.preLowNanos();
    }

    private boolean beforeOpen(int printRow) {
        return printRow < 0 || prints.minute(printRow) < minuteOf(sessions.openNs());
    }

    private long inPreMarket(int printRow, long price) {
        return printRow >= 0 && prints.minute(printRow) >= minuteOf(sessions.preOpenNs()) ? price : Prices.UNDEF;
    }

    private int minuteOf(long ns) {
        return (int) ((ns - dayStartNs) / MinuteBars.NS_PER_MINUTE);
    }

    /** Whether the opening range is over and known at an instant. */
    public boolean knowsOpeningRange(long ns) {
        return ns >= sessions.openNs() + openingRangeMinutes * MinuteBars.NS_PER_MINUTE + feedDelayNs;
    }

    /** Highest clean price of the opening range; {@link Prices#UNDEF} before {@link #knowsOpeningRange}. */
    public long openingRangeHighNanos(long ns) {
        return knowsOpeningRange(ns) ? highs.rangeHighNanos() : Prices.UNDEF;
    }

    /** Lowest clean price of the opening range; likewise. */
    public long openingRangeLowNanos(long ns) {
        return knowsOpeningRange(ns) ? highs.rangeLowNanos() : Prices.UNDEF;
    }

    /** First clean price of the day, as known after a print row. */
    public long firstPriceNanos(int printRow) {
        return highs.firstRow() >= 0 && printRow >= highs.firstRow() ? highs.firstPriceNanos() : Prices.UNDEF;
    }

    /** Bytes of all columns; what a cache counts. */
    public long bytes() {
        long earlier = 0;
        for (PriorDay day : priorDays) {
            earlier += day.bars().bytes();
        }
        return prints.bytes()
                + quotes.bytes()
                + status.bytes()
                + minutes.bytes()
                + measures.bytes()
                + 8L * 4 * SessionHighs.MINUTES
                + earlier;
    }

    SessionHighs highs() {
        return highs;
    }
}
