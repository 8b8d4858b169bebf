package io.tapelake.scanner.tape;

import io.tapelake.model.Halt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The columns of a tape while they grow. A plain bag, handed over once and not written afterwards. */
final class TapeColumns {
    long dayStartNs;
    int size;
    short[] minute = new short[64];
    long[] open = new long[64];
    long[] high = new long[64];
    long[] low = new long[64];
    long[] close = new long[64];
    long[] volume = new long[64];
    long[] pricedVolume = new long[64];
    double[] dollars = new double[64];
    int[] trades = new int[64];
    double[] priceSum = new double[64];
    long[] partVolume = new long[64 * MinuteTape.PARTS];
    byte[] highSecond = new byte[64];
    byte[] lowSecond = new byte[64];
    int quoteSize;
    short[] quoteMinute = new short[64];
    long[] bid = new long[64];
    long[] ask = new long[64];
    long[] entryAsk = new long[64];
    List<Long> badPrintsNs = List.of();
    List<Long> badPrintsNanos = List.of();
    List<Long> badPrintsKnownNs = List.of();
    long undecidedNanos;
    List<Halt> halts = List.of();
    long haltsKnownFromNs;

    /** Makes room for one more minute and gives its row. */
    int addMinute() {
        if (size == minute.length) {
            int capacity = size * 2;
            minute = Arrays.copyOf(minute, capacity);
            open = Arrays.copyOf(open, capacity);
            high = Arrays.copyOf(high, capacity);
            low = Arrays.copyOf(low, capacity);
            close = Arrays.copyOf(close, capacity);
            volume = Arrays.copyOf(volume, capacity);
            pricedVolume = Arrays.copyOf(pricedVolume, capacity);
            dollars = Arrays.copyOf(dollars, capacity);
            trades = Arrays.copyOf(trades, capacity);
            priceSum = Arrays.copyOf(priceSum, capacity);
            partVolume = Arrays.copyOf(partVolume, capacity * MinuteTape.PARTS);
            highSecond = Arrays.copyOf(highSecond, capacity);
            lowSecond = Arrays.copyOf(lowSecond, capacity);
        }
        return size++;
    }

    /** Makes room for one more quote row and gives it. */
    int addQuote() {
        if (quoteSize == quoteMinute.length) {
            int capacity = quoteSize * 2;
            quoteMinute = Arrays.copyOf(quoteMinute, capacity);
            bid = Arrays.copyOf(bid, capacity);
            ask = Arrays.copyOf(ask, capacity);
            entryAsk = Arrays.copyOf(entryAsk, capacity);
        }
        return quoteSize++;
    }

    /** Adds the minutes that another tape has from one on and before another, and the prints that it found bad in that time. */
    void addMinutes(TapeColumns from, int sinceMinute, int untilMinute) {
        for (int i = 0; i < from.size; i++) {
            if (from.minute[i] >= sinceMinute && from.minute[i] < untilMinute) {
                addMinute(from, i);
            }
        }
        addBadPrints(from, sinceMinute, untilMinute);
    }

    private void addMinute(TapeColumns from, int i) {
        int row = addMinute();
        minute[row] = from.minute[i];
        open[row] = from.open[i];
        high[row] = from.high[i];
        low[row] = from.low[i];
        close[row] = from.close[i];
        volume[row] = from.volume[i];
        pricedVolume[row] = from.pricedVolume[i];
        dollars[row] = from.dollars[i];
        trades[row] = from.trades[i];
        priceSum[row] = from.priceSum[i];
        System.arraycopy(from.partVolume, i * MinuteTape.PARTS, partVolume, row * MinuteTape.PARTS, MinuteTape.PARTS);
        highSecond[row] = from.highSecond[i];
        lowSecond[row] = from.lowSecond[i];
    }

    private void addBadPrints(TapeColumns from, int sinceMinute, int untilMinute) {
        List<Long> ns = new ArrayList<>(badPrintsNs);
        List<Long> nanos = new ArrayList<>(badPrintsNanos);
        List<Long> knownNs = new ArrayList<>(badPrintsKnownNs);
        for (int i = 0; i < from.badPrintsNs.size(); i++) {
            int known = minuteAt(from.badPrintsKnownNs.get(i));
            if (known >= sinceMinute && known < untilMinute) {
                ns.add(from.badPrintsNs.get(i));
                nanos.add(from.badPrintsNanos.get(i));
                knownNs.add(from.badPrintsKnownNs.get(i));
            }
        }
        badPrintsNs = List.copyOf(ns);
        badPrintsNanos = List.copyOf(nanos);
        badPrintsKnownNs = List.copyOf(knownNs);
    }

    /** The minute of the day an instant lies in. */
    int minuteAt(long ns) {
        return (int) Math.floorDiv(ns - dayStartNs, 60_000_000_000L);
    }

    /** Adds the quote rows that another tape has from a minute on and before another one. */
    void addQuotes(TapeColumns from, int sinceMinute, int untilMinute) {
        for (int i = 0; i < from.quoteSize; i++) {
            if (from.quoteMinute[i] >= sinceMinute && from.quoteMinute[i] < untilMinute) {
                int row = addQuote();
                quoteMinute[row] = from.quoteMinute[i];
                bid[row] = from.bid[i];
                ask[row] = from.ask[i];
                entryAsk[row] = from.entryAsk[i];
            }
        }
    }
}
