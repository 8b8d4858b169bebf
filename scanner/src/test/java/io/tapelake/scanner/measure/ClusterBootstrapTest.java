package io.tapelake.scanner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {
    private static ToDoubleFunction<int[]> meanOf(double[] values) {
        return rows ->
                Arrays.stream(rows).mapToDouble(row -> values[row]).average().orElseThrow();
    }

    @Test
    void rowsOfAClusterComeAlongTogether() {
        long[] clusters = {7, 20_000, 7, -3};
        ClusterBootstrap.interval(
                clusters,
                rows -> {
                    long of7a = Arrays.stream(rows).filter(row -> row == 0).count();
                    long of7b = Arrays.stream(rows).filter(row -> row == 2).count();
                    long others = Arrays.stream(rows)
                            .filter(row -> row == 1 || row == 3)
                            .count();
                    assertThat(of7b).isEqualTo(of7a);
                    assertThat(of7a + others).as("as many draws as clusters").isEqualTo(3);
                    return 0;
                },
                200,
                0.95,
                new SplittableRandom(1));
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        long[] clusters = {1, 2, 3, 4, 5};
        double[] values = {1, 5, 2, 8, 4};
        ClusterBootstrap.Interval a =
                ClusterBootstrap.interval(clusters, meanOf(values), 300, 0.9, new SplittableRandom(5));
        assertThat(ClusterBootstrap.interval(clusters, meanOf(values), 300, 0.9, new SplittableRandom(5)))
                .isEqualTo(a);
        assertThat(ClusterBootstrap.interval(clusters, meanOf(values), 300, 0.9, new SplittableRandom(6)))
                .isNotEqualTo(a);
        assertThat(a.low()).isLessThan(4.0);
        assertThat(a.high()).isGreaterThan(4.0);
        assertThat(a.rounds()).isEqualTo(300);
    }

    /** With every cluster one row, the interval of a mean is mean +- 1.96 std / sqrt(n). */
    @Test
    void agreesWithTheNormalIntervalOfAMean() {
        int n = 400;
        SplittableRandom random = new SplittableRandom(9);
        double[] values = random.doubles(n).toArray();
        long[] clusters = new long[n];
        Arrays.setAll(clusters, i -> i);
        double mean = Arrays.stream(values).average().orElseThrow();
        double std = Math.sqrt(Arrays.stream(values)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow());
        ClusterBootstrap.Interval interval = ClusterBootstrap.interval(clusters, meanOf(values), 4_000, 0.95, random);
        double half = 1.96 * std / Math.sqrt(n);
        assertThat(interval.low()).isCloseTo(mean - half, within(0.1 * half));
        assertThat(interval.high()).isCloseTo(mean + half, within(0.1 * half));
    }

    /** Four rows that always agree are one fact: taken for four, the interval would be half as wide. */
    @Test
    void repeatedRowsDoNotNarrowTheInterval() {
        double[] values = new SplittableRandom(4).doubles(50).toArray();
        double[] repeated = new double[200];
        long[] clusters = new long[200];
        long[] apart = new long[200];
        for (int i = 0; i < 200; i++) {
            repeated[i] = values[i / 4];
            clusters[i] = i / 4;
            apart[i] = i;
        }
        ClusterBootstrap.Interval honest =
                ClusterBootstrap.interval(clusters, meanOf(repeated), 2_000, 0.95, new SplittableRandom(1));
        ClusterBootstrap.Interval naive =
                ClusterBootstrap.interval(apart, meanOf(repeated), 2_000, 0.95, new SplittableRandom(1));
        assertThat((honest.high() - honest.low()) / (naive.high() - naive.low()))
                .isBetween(1.8, 2.2);
    }

    @Test
    void unknownRoundsAreCountedAndLeftOut() {
        int[] calls = {0};
        ClusterBootstrap.Interval interval = ClusterBootstrap.interval(
                new long[] {1, 2}, rows -> calls[0]++ % 2 == 0 ? Double.NaN : 3, 10, 0.95, new SplittableRandom(1));
        assertThat(interval).isEqualTo(new ClusterBootstrap.Interval(3, 3, 5, 5));
        assertThat(ClusterBootstrap.interval(new long[] {1}, rows -> Double.NaN, 4, 0.95, new SplittableRandom(1)))
                .isEqualTo(new ClusterBootstrap.Interval(Double.NaN, Double.NaN, 0, 4));
    }

    @Test
    void nothingToDrawFromIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterBootstrap.interval(new long[0], r -> 1, 1, 0.9, new SplittableRandom(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterBootstrap.interval(new long[1], r -> 1, 0, 0.9, new SplittableRandom(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterBootstrap.interval(new long[1], r -> 1, 1, 95, new SplittableRandom(1)));
    }
}
