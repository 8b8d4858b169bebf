package io.tapelake.scanner.tape;

import io.tapelake.model.Halt;
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
}
