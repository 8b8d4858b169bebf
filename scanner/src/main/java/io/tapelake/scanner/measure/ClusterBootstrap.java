package io.tapelake.scanner.measure;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile interval of a statistic by resampling whole clusters: rows of one trade date are not independent, so dates are
 * drawn, with replacement, and all rows of a drawn date come along, each time it is drawn.
 */
public final class ClusterBootstrap {
    private ClusterBootstrap() {}

    /**
     * An interval.
     *
     * @param low lower bound; NaN when the statistic was unknown in every round
     * @param high upper bound
     * @param rounds rounds in which the statistic was known
     * @param unknownRounds rounds in which it was NaN, left out of the bounds
     */
    public record Interval(double low, double high, int rounds, int unknownRounds) {}

    /**
     * The interval of a statistic.
     *
     * @param clusters cluster of each row, any numbers, such as epoch days
     * @param statistic of the rows with the given numbers (places in {@code clusters}), which repeat; must not keep the array
     * @param rounds how often to draw, at least 1; 1,000 is usual
     * @param level share of the rounds inside the interval, such as 0.95
     * @param random decides every draw: the same state gives the same interval
     * @throws IllegalArgumentException without rows, and for settings out of bounds
     */
    public static Interval interval(
            long[] clusters, ToDoubleFunction<int[]> statistic, int rounds, double level, SplittableRandom random) {
        Objects.requireNonNull(statistic, "statistic");
        Checks.share("level", level);
        if (clusters.length == 0 || rounds < 1) {
            throw new IllegalArgumentException(
                    clusters.length + " rows and " + rounds + " rounds; at least one of each is needed");
        }
        int[][] rowsOf = rowsByCluster(clusters);
        double[] values = new double[rounds];
        int known = 0;
        for (int round = 0; round < rounds; round++) {
            double value = statistic.applyAsDouble(draw(rowsOf, random));
            if (!Double.isNaN(value)) {
                values[known++] = value;
            }
        }
        Arrays.sort(values, 0, known);
        double tail = (1 - level) / 2;
        return new Interval(
                Quantiles.ofSorted(values, known, tail),
                Quantiles.ofSorted(values, known, 1 - tail),
                known,
                rounds - known);
    }

    private static int[][] rowsByCluster(long[] clusters) {
        long[] distinct = Arrays.stream(clusters).sorted().distinct().toArray();
        int[] counts = new int[distinct.length];
        for (long cluster : clusters) {
            counts[Arrays.binarySearch(distinct, cluster)]++;
        }
        int[][] rows = new int[distinct.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new int[counts[i]];
        }
        for (int row = clusters.length - 1; row >= 0; row--) {
            int cluster = Arrays.binarySearch(distinct, clusters[row]);
            rows[cluster][--counts[cluster]] = row;
        }
        return rows;
    }

    private static int[] draw(int[][] rowsOf, SplittableRandom random) {
        int[] drawn = new int[rowsOf.length];
        int total = 0;
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = random.nextInt(rowsOf.length);
            total += rowsOf[drawn[i]].length;
        }
        int[] rows = new int[total];
        int at = 0;
        for (int cluster : drawn) {
            System.arraycopy(rowsOf[cluster], 0, rows, at, rowsOf[cluster].length);
            at += rowsOf[cluster].length;
        }
        return rows;
    }
}
