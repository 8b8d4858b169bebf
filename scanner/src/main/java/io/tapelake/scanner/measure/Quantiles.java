package io.tapelake.scanner.measure;

import java.util.Arrays;
import java.util.Objects;

/**
 * Exact quantiles with linear interpolation: the q-quantile of n sorted values lies at place {@code q (n - 1)}, counted from 0
 * (type 7 of Hyndman and Fan, 1996). Unit: that of the values. NaN values are left out; NaN when none is left.
 */
public final class Quantiles {
    private Quantiles() {}

    /** The median: the middle value or the mean of the two middle ones. The array is not changed. */
    public static double median(double[] values) {
        return quantile(values, 0, values.length, 0.5);
    }

    /** The quantile q, in 0 to 1, of all values. The array is not changed. */
    public static double quantile(double[] values, double q) {
        return quantile(values, 0, values.length, q);
    }

    /** The quantile q, in 0 to 1, of {@code values[from]} to {@code values[to - 1]}. The array is not changed. */
    public static double quantile(double[] values, int from, int to, double q) {
        Objects.checkFromToIndex(from, to, values.length);
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted); // NaN last
        int n = sorted.length;
        while (n > 0 && Double.isNaN(sorted[n - 1])) {
            n--;
        }
        return ofSorted(sorted, n, q);
    }

    /** The quantile q, in 0 to 1, of the first n values of an array, which ascend and hold no NaN; without a copy. */
    public static double ofSorted(double[] sorted, int n, double q) {
        Checks.share("q", q);
        Objects.checkFromToIndex(0, n, sorted.length);
        if (n == 0) {
            return Double.NaN;
        }
        double place = q * (n - 1);
        int below = (int) place;
        double share = place - below;
        if (share == 0 || sorted[below] == sorted[below + 1]) {
            return sorted[below];
        }
        return sorted[below] * (1 - share) + sorted[below + 1] * share;
    }
}
