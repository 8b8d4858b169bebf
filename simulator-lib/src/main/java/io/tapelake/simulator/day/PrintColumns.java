package io.tapelake.simulator.day;

import io.tapelake.model.Prices;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/**
 * What traded, in the order in which it was known: trades, or bars where there were no trades yet. Every sum is of the rows up
 * to and including a row, so that what happened between two instants is one subtraction.
 *
 * <p>A lone print far from its neighbours is held back until the next row judges it, as in the scanner: it is in the volume at
 * once, in prices and dollars only from the row that confirms it on. Rows run from 0 to {@code size() - 1}; -1 stands for
 * "none yet" where a method says so. Immutable and thread-safe.
 */
public final class PrintColumns {
    /** {@link #side} of a row that is a bar. */
    public static final char BAR = '-';

    /** A publisher of a row that is a bar. */
    public static final int NO_PUBLISHER = -1;

    private final LongBuffer known;
    private final PriceColumn price;
    private final PriceColumn cleanPrice;
    private final IntBuffer cleanRow;
    private final ByteBuffer side;
    private final ByteBuffer publisher;
    private final IntBuffer otherRow;
    private final LongBuffer volume;
    private final LongBuffer pricedVolume;
    private final DoubleBuffer dollars;
    private final LongBuffer bought;
    private final LongBuffer sold;
    private final LongBuffer large;
    private final PriceColumn minuteOpen;
    private final PriceColumn minuteHigh;
    private final PriceColumn minuteLow;
    private final IntBuffer minute;
    private final TimeIndex index;

    PrintColumns(PrintAssembly a) {
        known = Columns.of(a.known);
        price = PriceColumn.of(a.price);
        cleanPrice = PriceColumn.of(a.cleanPrice);
        cleanRow = Columns.of(a.cleanRow);
        side = Columns.of(a.side);
        publisher = Columns.of(a.publisher);
        otherRow = Columns.of(a.otherRow);
        volume = Columns.of(a.volume);
        pricedVolume = Columns.of(a.pricedVolume);
        double[] sums = new double[a.dollars.size];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Double.longBitsToDouble(a.dollars.values[i]);
        }
        dollars = Columns.of(sums);
        bought = Columns.of(a.bought);
        sold = Columns.of(a.sold);
        large = Columns.of(a.large);
        minuteOpen = PriceColumn.of(a.minuteOpen);
        minuteHigh = PriceColumn.of(a.minuteHigh);
        minuteLow = PriceColumn.of(a.minuteLow);
        minute = Columns.of(a.minute);
        index = TimeIndex.of(known);
    }

    private PrintColumns(ColumnSource source) {
        known = source.longs();
        price = PriceColumn.read(source);
        cleanPrice = PriceColumn.read(source);
        cleanRow = source.ints();
        side = source.bytes();
        publisher = source.bytes();
        otherRow = source.ints();
        volume = source.longs();
        pricedVolume = source.longs();
        dollars = source.doubles();
        bought = source.longs();
        sold = source.longs();
        large = source.longs();
        minuteOpen = PriceColumn.read(source);
        minuteHigh = PriceColumn.read(source);
        minuteLow = PriceColumn.read(source);
        minute = source.ints();
        index = TimeIndex.read(source, known);
    }

    static PrintColumns read(ColumnSource source) {
        return new PrintColumns(source);
    }

    void write(ColumnSink sink) {
        sink.longs(known);
        price.write(sink);
        cleanPrice.write(sink);
        sink.ints(cleanRow);
        sink.bytes(side);
        sink.bytes(publisher);
        sink.ints(otherRow);
        sink.longs(volume);
        sink.longs(pricedVolume);
        sink.doubles(dollars);
        sink.longs(bought);
        sink.longs(sold);
        sink.longs(large);
        minuteOpen.write(sink);
        minuteHigh.write(sink);
        minuteLow.write(sink);
        sink.ints(minute);
        index.write(sink);
    }

    /** The number of rows. */
    public int size() {
        return known.limit();
    }

    /** The row known last at an instant, nanoseconds UTC; -1 when there is none yet. */
    public int rowAt(long ns) {
        return index.knownBy(ns) - 1;
    }

    /** The same, quickly when the answer is near a row known a little earlier, which may be -1. */
    public int rowAt(long ns, int near) {
        return index.knownBy(ns, near + 1) - 1;
    }

    /** When the row was known, nanoseconds UTC. */
    public long knownNs(int row) {
        return known.get(row);
    }

    /** The price as it was reported, raw; a bar's close; {@link Prices#UNDEF} where there was none. */
    public long priceNanos(int row) {
        return price.at(row);
    }

    /** The last clean price after this row; {@link Prices#UNDEF} before there was one. */
    public long cleanPriceNanos(int row) {
        return cleanPrice.at(row);
    }

    /** The row that the last clean price came from; -1 before there was one. */
    public int cleanRow(int row) {
        return cleanRow.get(row);
    }

    /** Side of the aggressor: {@code 'B'}, {@code 'A'}, {@code 'N'} for unknown, {@link #BAR} for a bar. */
    public char side(int row) {
        return (char) side.get(row);
    }

    /** Whether the row is a bar. */
    public boolean isBar(int row) {
        return side.get(row) == BAR;
    }

    /** Number of the publisher in {@link SimulatorDay#publisherId}; {@link #NO_PUBLISHER} for a bar. */
    public int publisher(int row) {
        return publisher.get(row);
    }

    /** Shares of the row. */
    public long shares(int row) {
        return row == 0 ? volume.get(0) : volume.get(row) - volume.get(row - 1);
    }

    /** Shares of all rows so far; 0 for row -1, as for the sums below. */
    public long volume(int row) {
        return row < 0 ? 0 : volume.get(row);
    }

    /** Shares behind {@link #dollars}: those of clean prices. */
    public long pricedVolume(int row) {
        return row < 0 ? 0 : pricedVolume.get(row);
    }

    /** Sum of clean price x shares in USD; of bars (high + low + close) / 3 x shares. */
    public double dollars(int row) {
        return row < 0 ? 0 : dollars.get(row);
    }

    /** Shares of trades whose aggressor bought. */
    public long bought(int row) {
        return row < 0 ? 0 : bought.get(row);
    }

    /** Shares of trades whose aggressor sold. */
    public long sold(int row) {
        return row < 0 ? 0 : sold.get(row);
    }

    /** Shares of large trades, see {@link DaySettings#largePrintUsd()}. */
    public long large(int row) {
        return row < 0 ? 0 : large.get(row);
    }

    /** First clean price of the row's minute; {@link Prices#UNDEF} when it has none yet. */
    public long minuteOpenNanos(int row) {
        return minuteOpen.at(row);
    }

    /** Highest clean price of the row's minute so far; {@link Prices#UNDEF} when it has none yet. */
    public long minuteHighNanos(int row) {
        return minuteHigh.at(row);
    }

    /** Lowest clean price of the row's minute so far; likewise. */
    public long minuteLowNanos(int row) {
        return minuteLow.at(row);
    }

    /** Minute of the day in which it traded (a bar: began), counted from midnight in New York. */
    public int minute(int row) {
        return minute.get(row);
    }

    /**
     * Whether a trade at another publisher was known later than an instant.
     *
     * @param row the last row to look at; -1 for none
     */
    public boolean tradedElsewhereSince(int publisherNumber, long ns, int row) {
        if (row < 0 || side.get(row) == BAR) {
            return false;
        }
        int other = publisher.get(row) == publisherNumber ? otherRow.get(row) : row;
        return other >= 0 && known.get(other) > ns;
    }

    /** Bytes of the columns and the index. */
    public long bytes() {
        int n = size();
        return n * (8L + 4 + 1 + 1 + 4 + 8 * 6 + 4)
                + price.bytes()
                + cleanPrice.bytes()
                + minuteOpen.bytes()
                + minuteHigh.bytes()
                + minuteLow.bytes()
                + index.bytes();
    }
}
