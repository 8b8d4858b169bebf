package io.tapelake.scanner.measure;

/**
 * Mean and population standard deviation of the last n values, value by value, in constant time on average.
 *
 * <p>The standard deviation is {@code sqrt(sum (x - mean)^2 / n)}. Nothing is ever taken out of a running sum: the window is
 * kept as two parts, moments of the older one from each of its values to its end, and the moments of the newer one; both are
 * joined by the pairwise formula of Chan, Golub and LeVeque (1979). So errors do not build up over millions of steps, a huge
 * value leaves no trace once it has left the window, and equal values have a deviation of exactly 0.
 *
 * <p>Unit: that of the values. Warm-up: NaN before n values. NaN while a NaN is among the last n. Not thread-safe.
 */
public final class RollingMoments {
    private final int periods;
    /** Values by age: {@code ring[i]} was the i-th value since the parts were last made anew. */
    private final double[] ring;
    /** {@code olderMeans[i]}, {@code olderSquares[i]}: of the older part from its i-th value on. */
    private final double[] olderMeans;

    private final double[] olderSquares;

    private int newerCount;
    private double newerMean;
    private double newerSquares;
    private boolean full;

    /** Moments over n values, at least 1. */
    public RollingMoments(int periods) {
        this.periods = Checks.periods(periods);
        this.ring = new double[periods];
        this.olderMeans = new double[periods];
        this.olderSquares = new double[periods];
    }

    /** Takes the next value. */
    public void next(double value) {
        if (newerCount == periods) {
            makeNewerOlder();
        }
        ring[newerCount] = value;
        newerCount++;
        if (newerCount == 1) {
            newerMean = value;
            newerSquares = 0 * value; // NaN stays NaN
        } else {
            double distance = value - newerMean;
            newerMean += distance / newerCount;
            newerSquares += distance * (value - newerMean);
        }
        full |= newerCount == periods;
    }

    private void makeNewerOlder() {
        double mean = ring[periods - 1];
        double squares = 0 * mean;
        olderMeans[periods - 1] = mean;
        olderSquares[periods - 1] = squares;
        for (int i = periods - 2; i >= 0; i--) {
            double distance = ring[i] - mean;
            mean += distance / (periods - i);
            squares += distance * (ring[i] - mean);
            olderMeans[i] = mean;
            olderSquares[i] = squares;
        }
        newerCount = 0;
    }

    /** Whether n values have been taken. */
    public boolean isFull() {
        return full;
    }

    /** The mean of the last n values; NaN before n values. */
    public double mean() {
        if (!full) {
            return Double.NaN;
        }
        if (newerCount == periods) {
            return newerMean;
        }
        double olderShare = (periods - newerCount) / (double) periods;
        return newerMean + (olderMeans[newerCount] - newerMean) * olderShare;
    }

    /** The population standard deviation of the last n values, at least 0; NaN before n values. */
    public double std() {
        if (!full) {
            return Double.NaN;
        }
        double squares = newerSquares;
        if (newerCount < periods) {
            double distance = olderMeans[newerCount] - newerMean;
            squares += olderSquares[newerCount]
                    + distance * distance * newerCount * ((periods - newerCount) / (double) periods);
        }
        return Math.sqrt(squares / periods);
    }
}
