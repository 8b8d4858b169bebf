package io.tapelake.scanner.measure;

import java.util.Objects;

/**
 * Bid-ask spreads estimated from bars where there are no quotes. Both take neighbouring bars in pairs and answer the mean over
 * the pairs, as a share of the price (0.001 = 10 basis points); a pair's negative estimate counts as 0, so that the answer is
 * never negative. They are rough for single days; averages over many are what they are good for.
 *
 * <p>Pairs with a NaN, or a price of 0 or less, are left out; NaN when no pair is left. Bars must be of one length.
 */
public final class SpreadEstimators {
    private static final double K = 3 - 2 * Math.sqrt(2);

    private SpreadEstimators() {}

    /**
     * Corwin and Schultz (2012). Of two bars, with {@code beta = ln(H1/L1)^2 + ln(H2/L2)^2} and
     * {@code gamma = ln(max H / min L)^2}: {@code alpha = (sqrt(2 beta) - sqrt(beta)) / k - sqrt(gamma / k)}, k being 3 - 2 sqrt(2);
     * spread {@code 2 (e^alpha - 1) / (1 + e^alpha)}. As in the paper, a second bar that lies wholly beyond the first one's close
     * is first moved back to it, for the jump between them is no spread.
     */
    public static double corwinSchultz(double[] high, double[] low, double[] close, int from, int to) {
        check(high, low, close, from, to);
        double sum = 0;
        int pairs = 0;
        for (int i = from; i + 1 < to; i++) {
            double jump = Math.max(0, low[i + 1] - close[i]) + Math.min(0, high[i + 1] - close[i]);
            double nextHigh = high[i + 1] - jump;
            double nextLow = low[i + 1] - jump;
            double range1 = Math.log(high[i] / low[i]);
            double range2 = Math.log(nextHigh / nextLow);
            double both = Math.log(Math.max(high[i], nextHigh) / Math.min(low[i], nextLow));
            double beta = range1 * range1 + range2 * range2;
            double alpha = (Math.sqrt(2 * beta) - Math.sqrt(beta)) / K - Math.sqrt(both * both / K);
            double spread = 2 * (Math.exp(alpha) - 1) / (1 + Math.exp(alpha));
            if (isPriced(high, low, close, i) && !Double.isNaN(spread)) {
                sum += Math.max(0, spread);
                pairs++;
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }

    /**
     * Abdi and Ranaldo (2017), corrected pair by pair. With c the log close and m the middle of log high and log low:
     * {@code sqrt(max(0, 4 (c1 - m1) (c1 - m2)))}.
     */
    public static double abdiRanaldo(double[] high, double[] low, double[] close, int from, int to) {
        check(high, low, close, from, to);
        double sum = 0;
        int pairs = 0;
        for (int i = from; i + 1 < to; i++) {
            double c = Math.log(close[i]);
            double product = (c - middle(high, low, i)) * (c - middle(high, low, i + 1));
            if (isPriced(high, low, close, i) && !Double.isNaN(product)) {
                sum += Math.sqrt(Math.max(0, 4 * product));
                pairs++;
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }

    private static double middle(double[] high, double[] low, int i) {
        return (Math.log(high[i]) + Math.log(low[i])) / 2;
    }

    private static boolean isPriced(double[] high, double[] low, double[] close, int i) {
        return low[i] > 0 && low[i + 1] > 0 && high[i] > 0 && high[i + 1] > 0 && close[i] > 0;
    }

    private static void check(double[] high, double[] low, double[] close, int from, int to) {
        Checks.sameLength("high", high.length, "low", low.length);
        Checks.sameLength("high", high.length, "close", close.length);
        Objects.checkFromToIndex(from, to, high.length);
    }
}
