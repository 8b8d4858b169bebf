package io.tapelake.bench.score;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Rank correlation of rows that count with a weight. The rank of a value is the weight of all smaller values and half the
 * weight of the equal ones; the correlation is Pearson's weighted one of these ranks. With equal weights it is Spearman's with
 * mean ranks. The order is found once, so that a bootstrap, which only changes weights, costs one pass a round.
 */
final class WeightedRanks {
    private final double[] x;
    private final double[] y;
    private final int[] orderX;
    private final int[] orderY;
    private final double[] rankX;
    private final double[] rankY;

    /** Rows without NaN. */
    WeightedRanks(double[] x, double[] y) {
        this.x = x.clone();
        this.y = y.clone();
        orderX = order(this.x);
        orderY = order(this.y);
        rankX = new double[x.length];
        rankY = new double[x.length];
    }

    private static int[] order(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** The correlation under these weights, at least 0 each; NaN when all x or all y that count are equal. */
    double correlation(double[] weights) {
        ranks(x, orderX, weights, rankX);
        ranks(y, orderY, weights, rankY);
        double total = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < weights.length; i++) {
            total += weights[i];
            meanX += weights[i] * rankX[i];
            meanY += weights[i] * rankY[i];
        }
        meanX /= total;
        meanY /= total;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < weights.length; i++) {
            double dx = rankX[i] - meanX;
            double dy = rankY[i] - meanY;
            xy += weights[i] * dx * dy;
            xx += weights[i] * dx * dx;
            yy += weights[i] * dy * dy;
        }
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
    }

    private static void ranks(double[] values, int[] order, double[] weights, double[] ranks) {
        double below = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            double equal = 0;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                equal += weights[order[to++]];
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = below + equal / 2;
            }
            below += equal;
            from = to;
        }
    }
}
