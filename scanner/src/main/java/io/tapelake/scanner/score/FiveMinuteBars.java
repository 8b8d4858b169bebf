package io.tapelake.scanner.score;

import io.tapelake.scanner.event.MinuteGrid;
import java.util.Arrays;

/** The five-minute bars of a day that had a trade, as columns. Index 0 is the first of them. */
final class FiveMinuteBars {
    static final int MINUTES = 5;

    final int size;
    final int[] minute;
    final double[] high;
    final double[] low;
    final double[] close;
    final double[] volume;

    private FiveMinuteBars(int[] minute, double[] high, double[] low, double[] close, double[] volume) {
        this.size = minute.length;
        this.minute = minute;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
    }

    /** The bars that begin within minutes {@code from} (a multiple of 5) to {@code to - 1}. */
    static FiveMinuteBars of(MinuteGrid grid, int from, int to) {
        int most = Math.max(0, (to - from + MINUTES - 1) / MINUTES);
        int[] minute = new int[most];
        double[] high = new double[most];
        double[] low = new double[most];
        double[] close = new double[most];
        double[] volume = new double[most];
        int n = 0;
        for (int start = from; start < to; start += MINUTES) {
            boolean any = false;
            for (int i = start; i < Math.min(to, start + MINUTES); i++) {
                if (grid.traded(i)) {
                    high[n] = any ? Math.max(high[n], grid.high(i)) : grid.high(i);
                    low[n] = any ? Math.min(low[n], grid.low(i)) : grid.low(i);
                    close[n] = grid.close(i);
                    volume[n] += grid.volume(i);
                    any = true;
                }
            }
            if (any) {
                minute[n++] = start;
            }
        }
        return new FiveMinuteBars(
                Arrays.copyOf(minute, n),
                Arrays.copyOf(high, n),
                Arrays.copyOf(low, n),
                Arrays.copyOf(close, n),
                Arrays.copyOf(volume, n));
    }

    double[] ranges() {
        double[] ranges = new double[size];
        for (int i = 0; i < size; i++) {
            ranges[i] = high[i] - low[i];
        }
        return ranges;
    }
}
