package io.tapelake.synthetic;

import io.tapelake.synthetic.market.TradeDay;

/**
 * How likely a bar is in each minute of a day for each of a few classes of activity, scaled so that a day has the wanted
 * number of bars.
 */
final class FloodShape {
    /** Classes of activity; the busiest trades 2^(CLASSES/2) times as often as the laziest. */
    static final int CLASSES = 16;

    private static final int ROUNDS = 60;
    private static final double REGULAR = 1.0;
    private static final double OUTSIDE = 0.03;

    private final double[][] probability;

    private FloodShape(double[][] probability) {
        this.probability = probability;
    }

    /**
     * The shape of a day with {@code bars} bars among {@code symbols} symbols, spread evenly over the classes.
     *
     * @param perMinute most bars of a symbol in a minute: 60 for one-second bars, 1 for one-minute bars
     */
    static FloodShape of(TradeDay day, int symbols, double bars, int perMinute) {
        int open = day.secondOf(day.sessions().openNs()) / 60;
        int close = day.secondOf(day.sessions().closeNs()) / 60;
        int minutes = day.seconds() / 60;
        double[] weight = new double[minutes];
        for (int minute = 0; minute < minutes; minute++) {
            double edge = Math.min(Math.abs(minute - open), Math.abs(close - minute));
            boolean regular = minute >= open && minute < close;
            weight[minute] = regular ? REGULAR + 3 / (1 + edge / 15) : OUTSIDE + 0.2 / (1 + edge / 20);
        }
        double low = 0;
        double high = 1e6;
        for (int round = 0; round < ROUNDS; round++) {
            double middle = (low + high) / 2;
            if (expected(weight, middle, symbols, perMinute) < bars) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new FloodShape(probabilities(weight, low));
    }

    /** Probability of each possible bar of the minute for a symbol of the class. */
    double probability(int activityClass, int minute) {
        return probability[activityClass][minute];
    }

    private static double expected(double[] weight, double scale, int symbols, int perMinute) {
        double sum = 0;
        for (double[] minutes : probabilities(weight, scale)) {
            for (double p : minutes) {
                sum += perMinute * p;
            }
        }
        return sum * symbols / CLASSES;
    }

    private static double[][] probabilities(double[] weight, double scale) {
        double[][] result = new double[CLASSES][weight.length];
        for (int c = 0; c < CLASSES; c++) {
            double activity = scale * StrictMath.pow(2, c / 2.0);
            for (int minute = 0; minute < weight.length; minute++) {
                result[c][minute] = 1 - StrictMath.exp(-activity * weight[minute]);
            }
        }
        return result;
    }
}
