package io.tapelake.bench.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.scanner.measure.RankCorrelation;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeightedRanksTest {
    private final SplittableRandom random = new SplittableRandom(7);

    /** Few distinct values, so that many are equal. */
    private double[] values(int n) {
        return random.doubles(n).map(v -> Math.rint(v * 6)).toArray();
    }

    @Test
    void equalWeightsGiveSpearman() {
        for (int round = 0; round < 50; round++) {
            double[] x = values(40);
            double[] y = values(40);
            double[] weights = new double[40];
            Arrays.fill(weights, 2.5);
            assertThat(new WeightedRanks(x, y).correlation(weights))
                    .isCloseTo(RankCorrelation.spearman(x, y), within(1e-12));
        }
    }

    @Test
    void aWholeWeightCountsAsThatManyRows() {
        double[] x = values(30);
        double[] y = values(30);
        double[] weights = random.doubles(30).map(v -> Math.floor(v * 4)).toArray();
        int rows = (int) Arrays.stream(weights).sum();
        double[] manyX = new double[rows];
        double[] manyY = new double[rows];
        int at = 0;
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < weights[i]; j++) {
                manyX[at] = x[i];
                manyY[at++] = y[i];
            }
        }
        assertThat(new WeightedRanks(x, y).correlation(weights))
                .isCloseTo(RankCorrelation.spearman(manyX, manyY), within(1e-12));
    }

    @Test
    void withoutVariationThereIsNoCorrelation() {
        assertThat(new WeightedRanks(new double[] {1, 1, 1}, new double[] {1, 2, 3})
                        .correlation(new double[] {1, 1, 1}))
                .isNaN();
    }
}
