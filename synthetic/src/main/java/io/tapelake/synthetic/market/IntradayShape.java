package io.tapelake.synthetic.market;

/**
 * The usual course of a day, minute by minute: how the trades and how the price variance of an ordinary day spread over
 * it. Both are U-shaped in regular hours, thin before and after. Each array sums to 1. An early close shortens the
 * regular session and keeps its shape.
 */
final class IntradayShape {
    private static final double PRE_VOLUME = 0.035;
    private static final double POST_VOLUME = 0.030;
    private static final double PRE_VARIANCE = 0.09;
    private static final double POST_VARIANCE = 0.05;

    private final double[] volume;
    private final double[] variance;

    private IntradayShape(double[] volume, double[] variance) {
        this.volume = volume;
        this.variance = variance;
    }

    static IntradayShape of(TradeDay day) {
        int open = day.openSecond() / 60;
        int close = day.closeSecond() / 60;
        int end = day.minutes();
        double[] volume = new double[end];
        double[] variance = new double[end];
        for (int minute = 0; minute < end; minute++) {
            double sinceOpen = minute - open + 0.5;
            double toClose = close - minute - 0.5;
            if (minute < open) {
                volume[minute] = 0.12 + StrictMath.exp(sinceOpen / 75);
                variance[minute] = 0.4 + StrictMath.exp(sinceOpen / 120);
            } else if (minute < close) {
                volume[minute] = 0.50
                        + 1.6 * StrictMath.exp(-sinceOpen / 14)
                        + 0.8 * StrictMath.exp(-sinceOpen / 70)
                        + 1.1 * StrictMath.exp(-toClose / 12)
                        + 0.5 * StrictMath.exp(-toClose / 60);
                variance[minute] = 0.55
                        + 2.6 * StrictMath.exp(-sinceOpen / 12)
                        + 0.8 * StrictMath.exp(-sinceOpen / 75)
                        + 0.5 * StrictMath.exp(-toClose / 20);
            } else {
                volume[minute] = 0.06 + StrictMath.exp((toClose + 1) / 35);
                variance[minute] = 0.25 + StrictMath.exp((toClose + 1) / 60);
            }
        }
        share(volume, 0, open, PRE_VOLUME);
        share(volume, open, close, 1 - PRE_VOLUME - POST_VOLUME);
        share(volume, close, end, POST_VOLUME);
        share(variance, 0, open, PRE_VARIANCE);
        share(variance, open, close, 1 - PRE_VARIANCE - POST_VARIANCE);
        share(variance, close, end, POST_VARIANCE);
        return new IntradayShape(volume, variance);
    }

    /** Share of the day's trades in the minute; minutes count from the opening of the pre-market session. */
    double volume(int minute) {
        return volume[minute];
    }

    /** Share of the day's price variance in the minute. */
    double variance(int minute) {
        return variance[minute];
    }

    private static void share(double[] weights, int from, int to, double total) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += weights[i];
        }
        for (int i = from; i < to; i++) {
            weights[i] *= total / sum;
        }
    }
}
