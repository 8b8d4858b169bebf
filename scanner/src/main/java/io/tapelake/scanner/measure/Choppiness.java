package io.tapelake.scanner.measure;

import java.util.Objects;

/**
 * Choppiness index (E. W. Dreiss): {@code 100 log10(sum TR / (max H - min L)) / log10 n} over n bars. 0 is one straight line,
 * 100 bars that each cover the whole range.
 */
public final class Choppiness {
    private Choppiness() {}

    /**
     * The index over the bars {@code from} to {@code to - 1}, seen by themselves: the first bar's true range is its high -
     * low. It therefore lies in 0 to 100. NaN for fewer than 2 bars, a NaN value, or bars without any range.
     */
    public static double of(double[] high, double[] low, double[] close, int from, int to) {
        return index(high, low, close, from, to, Double.NaN);
    }

    /**
     * The index as charts show it: the first bar's true range also reaches to the close of bar {@code from - 1}, when there
     * is one. It may lie above 100, after a gap.
     */
    public static double withPriorClose(double[] high, double[] low, double[] close, int from, int to) {
        return index(high, low, close, from, to, from > 0 && from <= close.length ? close[from - 1] : Double.NaN);
    }

    private static double index(double[] high, double[] low, double[] close, int from, int to, double closeBefore) {
        Checks.sameLength("high", high.length, "low", low.length);
        Checks.sameLength("high", high.length, "close", close.length);
        Objects.checkFromToIndex(from, to, high.length);
        int n = to - from;
        if (n < 2) {
            return Double.NaN;
        }
        double sum = 0;
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        double previousClose = closeBefore;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(close[i])) {
                return Double.NaN;
            }
            sum += TrueRange.of(high[i], low[i], previousClose);
            highest = Math.max(highest, high[i]);
            lowest = Math.min(lowest, low[i]);
            previousClose = close[i];
        }
        double range = highest - lowest;
        return range == 0 ? Double.NaN : 100 * Math.log10(sum / range) / Math.log10(n);
    }
}
