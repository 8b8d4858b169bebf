package io.tapelake.scanner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {
    @Test
    void byHand() {
        double[] x = {1, 2, 3, 4, 5};
        assertThat(RankCorrelation.spearman(x, new double[] {2, 4, 8, 16, 32})).isCloseTo(1, within(1e-12));
        assertThat(RankCorrelation.spearman(x, new double[] {9, 5, 3, 2, 1})).isCloseTo(-1, within(1e-12));
        // Ranks differ by 0, 1, -1, 1, -1: 1 - 6 x 4 / (5 x 24).
        assertThat(RankCorrelation.spearman(x, new double[] {10, 30, 20, 50, 40}))
                .isCloseTo(0.8, within(1e-12));
        // Equal values share ranks: y has 1, 2.5, 2.5, 4, 5.
        assertThat(RankCorrelation.spearman(x, new double[] {1, 2, 2, 3, 4}))
                .isCloseTo(9.5 / Math.sqrt(10 * 9.5), within(1e-12));
    }

    @Test
    void whatCannotBeRankedIsUnknown() {
        double nan = Double.NaN;
        assertThat(RankCorrelation.spearman(new double[] {1}, new double[] {1})).isNaN();
        assertThat(RankCorrelation.spearman(new double[] {1, 2}, new double[] {3, 3}))
                .isNaN();
        assertThat(RankCorrelation.spearman(new double[] {-0.0, 0.0}, new double[] {1, 2}))
                .isNaN();
        assertThat(RankCorrelation.spearman(new double[] {1, nan, 2, 9}, new double[] {1, 7, 2, nan}))
                .as("pairs with an unknown are left out")
                .isCloseTo(1, within(1e-12));
        assertThatIllegalArgumentException().isThrownBy(() -> RankCorrelation.spearman(new double[1], new double[2]));
    }

    @Property
    void equalsPearsonOfRanksByCounting(
            @ForAll @Size(min = 2, max = 25) @IntRange(min = -4, max = 4) int[] a,
            @ForAll @Size(min = 25, max = 25) @IntRange(min = -4, max = 4) int[] b) {
        int n = a.length;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] rx = new double[n];
        double[] ry = new double[n];
        double sx = 0;
        double sy = 0;
        for (int i = 0; i < n; i++) {
            x[i] = a[i];
            y[i] = b[i];
            for (int j = 0; j < n; j++) {
                rx[i] += a[j] < a[i] ? 1 : a[j] == a[i] ? 0.5 : 0;
                ry[i] += b[j] < b[i] ? 1 : b[j] == b[i] ? 0.5 : 0;
            }
            sx += rx[i];
            sy += ry[i];
        }
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            xy += (rx[i] - sx / n) * (ry[i] - sy / n);
            xx += (rx[i] - sx / n) * (rx[i] - sx / n);
            yy += (ry[i] - sy / n) * (ry[i] - sy / n);
        }
        double actual = RankCorrelation.spearman(x, y);
        if (xx == 0 || yy == 0) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(xy / Math.sqrt(xx * yy), within(1e-12));
        }
    }
}
