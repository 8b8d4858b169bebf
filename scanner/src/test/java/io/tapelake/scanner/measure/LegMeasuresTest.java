package io.tapelake.scanner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Efficiency ratio, trend and choppiness. */
class LegMeasuresTest {
    private static final Offset<Double> EQUAL = within(1e-12);
    private static final double[] HIGH = {10, 11, 12, 11.5};
    private static final double[] LOW = {9, 10, 10.5, 10.5};
    private static final double[] CLOSE = {9.5, 10.8, 11, 10.6};

    @Test
    void efficiencyRatioByHand() {
        double[] x = {99, 10, 12, 11, 14, 99};
        assertThat(EfficiencyRatio.of(x, 1, 5)).as("4 of 2 + 1 + 3").isCloseTo(4 / 6.0, EQUAL);
        assertThat(EfficiencyRatio.of(x, 1, 3)).as("straight").isEqualTo(1);
        assertThat(EfficiencyRatio.of(new double[] {5, 4, 5}, 0, 3))
                .as("back again")
                .isZero();
        assertThat(EfficiencyRatio.of(new double[] {5, 4, 3}, 0, 3))
                .as("down is as good")
                .isEqualTo(1);
    }

    @Test
    void efficiencyOfNoMovementIsUnknown() {
        assertThat(EfficiencyRatio.of(new double[] {5, 5, 5}, 0, 3)).isNaN();
        assertThat(EfficiencyRatio.of(new double[] {5, 6}, 0, 1)).isNaN();
        assertThat(EfficiencyRatio.of(new double[] {5, 6}, 1, 1)).isNaN();
        assertThat(EfficiencyRatio.of(new double[] {5, Double.NaN, 6}, 0, 3)).isNaN();
    }

    @Test
    void trendByHand() {
        TrendR2 trend = TrendR2.of(new double[] {99, 1, 3, 2, 5, 99}, 1, 5);
        assertThat(trend.slope()).isCloseTo(1.1, EQUAL); // 5.5 / 5
        assertThat(trend.r2()).isCloseTo(5.5 * 5.5 / (5 * 8.75), EQUAL);
        TrendR2 falling = TrendR2.of(new double[] {5, 2, 3, 1}, 0, 4);
        assertThat(falling.slope()).isCloseTo(-1.1, EQUAL);
        assertThat(falling.r2()).as("without sign").isCloseTo(trend.r2(), EQUAL);
    }

    @Test
    void trendTakesTheTimeOfSparseValues() {
        TrendR2 trend = TrendR2.of(new double[] {0, 1, 4}, new double[] {7, 9, 15}, 0, 3);
        assertThat(trend.slope()).isCloseTo(2, EQUAL);
        assertThat(trend.r2()).isCloseTo(1, EQUAL);
        assertThat(TrendR2.of(new double[] {7, 9, 15}, 0, 3).r2()).isLessThan(0.95);
        assertThat(TrendR2.of(new double[] {3, 3}, new double[] {7, 9}, 0, 2).slope())
                .isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrendR2.of(new double[1], new double[2], 0, 1))
                .withMessageContaining("time has 1 values and y has 2");
    }

    @Test
    void aFlatSeriesHasASlopeButExplainsNothing() {
        TrendR2 flat = TrendR2.of(new double[] {0.1, 0.1, 0.1}, 0, 3);
        assertThat(flat.slope()).isZero();
        assertThat(flat.r2()).isNaN();
        assertThat(TrendR2.of(new double[] {1}, 0, 1)).isEqualTo(new TrendR2(Double.NaN, Double.NaN));
        assertThat(TrendR2.of(new double[] {1, Double.NaN, 2}, 0, 3).r2()).isNaN();
    }

    @Property
    void aStraightLineIsExplainedWhollyAndAScatterNeverMore(
            @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 100) double slope,
            @ForAll @IntRange(min = 2, max = 400) int n,
            @ForAll long seed) {
        double[] line = new double[n];
        for (int i = 0; i < n; i++) {
            line[i] = 3 - slope * i;
        }
        TrendR2 trend = TrendR2.of(line, 0, n);
        assertThat(trend.r2()).isCloseTo(1, within(1e-9));
        assertThat(trend.slope()).isCloseTo(-slope, within(1e-9));
        Walk walk = Walk.of(seed, n);
        assertThat(TrendR2.of(walk.close, 0, n).r2()).isBetween(0.0, 1.0);
        assertThat(EfficiencyRatio.of(walk.close, 0, n)).isBetween(0.0, 1.0);
        assertThat(Choppiness.of(walk.high, walk.low, walk.close, 0, n)).isBetween(-1e-9, 100 + 1e-9);
    }

    @Test
    void choppinessByHand() {
        // True ranges 1, 1.5, 1.5, 1 over a range of 3.
        double expected = 100 * Math.log10(5 / 3.0) / Math.log10(4);
        assertThat(expected).isCloseTo(36.848, within(0.001));
        assertThat(Choppiness.of(HIGH, LOW, CLOSE, 0, 4)).isCloseTo(expected, EQUAL);
        assertThat(Choppiness.withPriorClose(HIGH, LOW, CLOSE, 0, 4)).isCloseTo(expected, EQUAL);
        // From the second bar on: by itself its true range is 1, seen from the close before 1.5.
        assertThat(Choppiness.of(HIGH, LOW, CLOSE, 1, 4)).isCloseTo(100 * Math.log10(3.5 / 2) / Math.log10(3), EQUAL);
        assertThat(Choppiness.withPriorClose(HIGH, LOW, CLOSE, 1, 4))
                .isCloseTo(100 * Math.log10(4 / 2.0) / Math.log10(3), EQUAL);
    }

    @Test
    void choppinessHasTwoEnds() {
        double[] highs = {2, 2, 2, 2};
        double[] lows = {1, 1, 1, 1};
        assertThat(Choppiness.of(highs, lows, highs, 0, 4))
                .as("every bar the whole range")
                .isCloseTo(100, EQUAL);
        double[] stairs = {1, 2, 3, 4};
        assertThat(Choppiness.of(stairs, stairs, stairs, 0, 4))
                .as("one straight line")
                .isCloseTo(0, EQUAL);
    }

    @Test
    void choppinessOfNoRangeIsUnknown() {
        double[] flat = {2, 2, 2};
        assertThat(Choppiness.of(flat, flat, flat, 0, 3)).isNaN();
        assertThat(Choppiness.of(HIGH, LOW, CLOSE, 2, 3)).isNaN();
        assertThat(Choppiness.of(HIGH, LOW, new double[] {9.5, 10.8, 11, Double.NaN}, 0, 4))
                .isNaN();
        assertThat(Choppiness.of(new double[] {10, Double.NaN, 12, 11.5}, LOW, CLOSE, 0, 4))
                .isNaN();
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Choppiness.of(HIGH, LOW, CLOSE, 2, 5));
    }
}
