package io.tapelake.scanner.measure;

/**
 * A function through given points, straight between them and level outside: how a measure becomes a score. It may rise or fall
 * with x. NaN gives NaN. Immutable and thread-safe.
 */
public final class PiecewiseLinear {
    private final double[] x;
    private final double[] y;

    private PiecewiseLinear(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * The function through the points {@code x0, y0, x1, y1, ...}.
     *
     * @throws IllegalArgumentException unless there are at least two points, x strictly ascends or strictly descends, and all
     *     numbers are finite
     */
    public static PiecewiseLinear of(double... points) {
        int n = points.length / 2;
        if (points.length < 4 || points.length % 2 != 0) {
            throw new IllegalArgumentException(points.length + " numbers; x and y of at least two points are needed");
        }
        boolean ascends = points[2] > points[0];
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            int to = ascends ? i : n - 1 - i;
            x[to] = points[2 * i];
            y[to] = points[2 * i + 1];
            if (!Double.isFinite(x[to]) || !Double.isFinite(y[to])) {
                throw new IllegalArgumentException("point " + i + " is (" + x[to] + ", " + y[to] + "), not finite");
            }
        }
        for (int i = 1; i < n; i++) {
            if (!(x[i] > x[i - 1])) {
                throw new IllegalArgumentException("x must strictly ascend or strictly descend, but " + x[i - 1]
                        + " and " + x[i] + " are neighbours in a row that " + (ascends ? "ascends" : "descends"));
            }
        }
        return new PiecewiseLinear(x, y);
    }

    /** The function that is 0, 0.5, 0.8 and 1 at the four given x, which strictly ascend or descend. */
    public static PiecewiseLinear score(double at0, double at50, double at80, double at100) {
        return of(at0, 0, at50, 0.5, at80, 0.8, at100, 1);
    }

    /** The value at x. */
    public double at(double at) {
        if (Double.isNaN(at)) {
            return Double.NaN;
        }
        int last = x.length - 1;
        if (at <= x[0]) {
            return y[0];
        }
        if (at >= x[last]) {
            return y[last];
        }
        int i = 1;
        while (x[i] < at) {
            i++;
        }
        return y[i - 1] + (y[i] - y[i - 1]) * ((at - x[i - 1]) / (x[i] - x[i - 1]));
    }
}
