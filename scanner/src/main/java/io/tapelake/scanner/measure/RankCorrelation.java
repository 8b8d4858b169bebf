package io.tapelake.scanner.measure;

import java.util.Arrays;

/**
 * Rank correlation of C. Spearman: Pearson's correlation of the ranks; equal values share the mean of their ranks. From -1 to
 * 1.
 */
public final class RankCorrelation {
    private RankCorrelation() {}

    /**
     * The correlation of x[i] with y[i]. Pairs with a NaN are left out. NaN for fewer than 2 pairs, or when all x or all y are
     * equal. The arrays are not changed.
     *
     * @throws IllegalArgumentException unless there are as many x as y
     */
    public static double spearman(double[] x, double[] y) {
        Checks.sameLength("x", x.length, "y", y.length);
        double[] knownX = new double[x.length];
        double[] knownY = new double[x.length];
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                knownX[n] = x[i] + 0.0; // -0.0 becomes 0.0: they are equal
                knownY[n] = y[i] + 0.0;
                n++;
            }
        }
        return pearson(ranks(Arrays.copyOf(knownX, n)), ranks(Arrays.copyOf(knownY, n)));
    }

    /** Ranks from 1. */
    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = (firstPlace(sorted, values[i], false) + 1 + firstPlace(sorted, values[i], true)) / 2.0;
        }
        return ranks;
    }

    /** The first place with a value of at least, or above, the given one. */
    private static int firstPlace(double[] sorted, double value, boolean above) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (above && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double pearson(double[] a, double[] b) {
        int n = a.length;
        double mean = (n + 1) / 2.0; // of any ranks, shared or not
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < n; i++) {
            ab += (a[i] - mean) * (b[i] - mean);
            aa += (a[i] - mean) * (a[i] - mean);
            bb += (b[i] - mean) * (b[i] - mean);
        }
        return aa == 0 || bb == 0 ? Double.NaN : ab / Math.sqrt(aa * bb);
    }
}
