package io.tapelake.scanner.tape;

import io.tapelake.model.Halt;
import java.util.List;

/**
 * The minutes of one symbol-day that had a trade, with clean prices, and the best bid and ask at the end of the minutes
 * that had a quote. Row indexes run from 0 to {@code size() - 1} in order of time; quote rows are counted apart.
 *
 * <p>A minute is known from its end on: its values were made of rows with an index timestamp before that end, and of no
 * later ones. Prices are price nanos. Immutable; memory is some 100 bytes per minute.
 */
public final class MinuteTape {
    /** Minutes of a day, counted from midnight in New York. */
    public static final int MINUTES_PER_DAY = 1_500;

    /** Parts of a minute for which the volume is kept. */
    public static final int PARTS = 6;

    /** A second of the minute that is not known, because the rows were minute bars. */
    public static final int UNKNOWN_SECOND = -1;

    /** A number of trades that is not known, because the rows were bars. */
    public static final int UNKNOWN_TRADES = -1;

    final TapeColumns columns;

    MinuteTape(TapeColumns columns) {
        this.columns = columns;
    }

    /** The number of minutes with a trade. */
    public int size() {
        return columns.size;
    }

    /** Midnight in New York, nanoseconds UTC: minute 0 of {@link #minute}. */
    public long dayStartNs() {
        return columns.dayStartNs;
    }

    /** The minute of the day, counted from midnight in New York. */
    public int minute(int row) {
        return columns.minute[row];
    }

    /** First clean price. */
    public long openNanos(int row) {
        return columns.open[row];
    }

    /** Highest clean price. */
    public long highNanos(int row) {
        return columns.high[row];
    }

    /** Lowest clean price. */
    public long lowNanos(int row) {
        return columns.low[row];
    }

    /** Last clean price. */
    public long closeNanos(int row) {
        return columns.close[row];
    }

    /** Shares, those of bad prints included; a minute without a clean price is in no row, and nor are its shares. */
    public long volume(int row) {
        return columns.volume[row];
    }

    /**
     * Shares behind {@link #dollars}: those of clean prices. A print that a later one confirms counts in the minute of that
     * later one, so that a minute may have more of them than {@link #volume}.
     */
    public long pricedVolume(int row) {
        return columns.pricedVolume[row];
    }

    /** Sum of clean price x size in USD; of bars, of (high + low + close) / 3 x volume. */
    public double dollars(int row) {
        return columns.dollars[row];
    }

    /** Trades with a clean price; {@link #UNKNOWN_TRADES} when the rows were bars. */
    public int trades(int row) {
        return columns.trades[row];
    }

    /** Sum of the clean prices of the trades in USD, for means that are not weighted by size; 0 when the rows were bars. */
    public double priceSum(int row) {
        return columns.priceSum[row];
    }

    /** Shares in a sixth of the minute, {@code part} from 0 to 5; 0 throughout when the rows were minute bars. */
    public long partVolume(int row, int part) {
        return columns.partVolume[row * PARTS + part];
    }

    /** Second of the minute at which the highest price was first seen; {@link #UNKNOWN_SECOND} for minute bars. */
    public int highSecond(int row) {
        return columns.highSecond[row];
    }

    /** Second of the minute at which the lowest price was first seen; {@link #UNKNOWN_SECOND} for minute bars. */
    public int lowSecond(int row) {
        return columns.lowSecond[row];
    }

    /** The number of minutes with a quote. */
    public int quoteSize() {
        return columns.quoteSize;
    }

    /** The minute of the day of a quote row. */
    public int quoteMinute(int row) {
        return columns.quoteMinute[row];
    }

    /** Best bid over the venues at the end of that minute; {@link io.tapelake.model.Prices#UNDEF} when there was none. */
    public long bidNanos(int row) {
        return columns.bid[row];
    }

    /** Best ask over the venues at the end of that minute; {@link io.tapelake.model.Prices#UNDEF} when there was none. */
    public long askNanos(int row) {
        return columns.ask[row];
    }

    /** Best ask when a decision at the end of that minute meets the market, the latency later; likewise. */
    public long entryAskNanos(int row) {
        return columns.entryAsk[row];
    }

    /** Index timestamps of the prints that were left out, in order. */
    public List<Long> badPrintsNs() {
        return columns.badPrintsNs;
    }

    /** Their prices. */
    public List<Long> badPrintsNanos() {
        return columns.badPrintsNanos;
    }

    /**
     * When each turned out to be one: the index timestamp of the row that judged it. That row may come minutes later; of
     * bars it is the start of the bar.
     */
    public List<Long> badPrintsKnownNs() {
        return columns.badPrintsKnownNs;
    }

    /**
     * A last print far from the one before it, which no later print has judged; 0 when there is none. It is in no minute.
     */
    public long undecidedNanos() {
        return columns.undecidedNanos;
    }

    /** Halts in order of time: those inferred from trades before the first status record, then those it announces. */
    public List<Halt> halts() {
        return columns.halts;
    }

    /** From when on it is known whether there are halts: always for trades, for bars from the first status record. */
    public long haltsKnownFromNs() {
        return columns.haltsKnownFromNs;
    }

    /** The tape as bytes, for a trip between machines running the same build. */
    public byte[] toBytes() {
        return TapeBytes.write(columns);
    }

    /** The tape of {@link #toBytes}. */
    public static MinuteTape fromBytes(byte[] bytes) {
        return new MinuteTape(TapeBytes.read(bytes));
    }
}
