package io.tapelake.scanner.measure;

import java.util.Objects;

/**
 * Straight line of least squares through a series, and how much of the variance it explains.
 *
 * @param r2 share of the variance explained, 0 to 1, without the sign of the slope; 1 for two values; NaN for fewer than 2
 *     values, a NaN value, or values that are all equal
 * @param slope rise per step; with log prices, log return per step; NaN for fewer than 2 values or a NaN value
 */
public record TrendR2(double r2, double slope) {
    private static final TrendR2 UNKNOWN = new TrendR2(Double.NaN, Double.NaN);

    /** The line through {@code y[from]} to {@code y[to - 1]}, one step of time between neighbours. */
    public static TrendR2 of(double[] y, int from, int to) {
        Objects.checkFromToIndex(from, to, y.length);
        return fit(null, y, from, to);
    }

    /** The same with the time of each value, in any unit; slope is per unit. Unknown when all times are equal. */
    public static TrendR2 of(double[] time, double[] y, int from, int to) {
        Checks.sameLength("time", time.length, "y", y.length);
        Objects.checkFromToIndex(from, to, y.length);
        return fit(time, y, from, to);
    }

    private static TrendR2 fit(double[] time, double[] y, int from, int to) {
        int n = to - from;
        if (n < 2) {
            return UNKNOWN;
        }
        // Counted from the first value: equal values then have a variance of exactly 0.
        double meanT = 0;
        double meanY = 0;
        for (int i = from; i < to; i++) {
            meanT += t(time, i, from);
            meanY += y[i] - y[from];
        }
        meanT /= n;
        meanY /= n;
        double tt = 0;
        double ty = 0;
        double yy = 0;
        for (int i = from; i < to; i++) {
            double dt = t(time, i, from) - meanT;
            double dy = y[i] - y[from] - meanY;
            tt += dt * dt;
            ty += dt * dy;
            yy += dy * dy;
        }
        if (tt == 0) {
            return UNKNOWN;
        }
        return new TrendR2(yy == 0 ? Double.NaN : Math.min(1, ty / tt * (ty / yy)), ty / tt);
    }

    private static double t(double[] time, int i, int from) {
        return time == null ? i - from : time[i] - time[from];
    }
}
