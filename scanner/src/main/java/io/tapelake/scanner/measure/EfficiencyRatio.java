package io.tapelake.scanner.measure;

import java.util.Objects;

/**
 * Efficiency ratio (P. J. Kaufman, 1995): net change over the length of the path,
 * {@code |x[last] - x[first]| / sum |x[i] - x[i - 1]|}. 1 is a straight line, 0 a path back to its start. A ratio.
 */
public final class EfficiencyRatio {
    private EfficiencyRatio() {}

    /** The ratio over {@code x[from]} to {@code x[to - 1]}; NaN for fewer than 2 values, a NaN value or no movement. */
    public static double of(double[] x, int from, int to) {
        Objects.checkFromToIndex(from, to, x.length);
        if (to - from < 2) {
            return Double.NaN;
        }
        double path = 0;
        for (int i = from + 1; i < to; i++) {
            path += Math.abs(x[i] - x[i - 1]);
        }
        // min: a straight path of many steps may sum to a hair less than its net change.
        return path == 0 ? Double.NaN : Math.min(1, Math.abs(x[to - 1] - x[from]) / path);
    }
}
