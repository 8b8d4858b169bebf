package io.tapelake.scanner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadEstimatorsTest {
    private static double corwinSchultz(double... highLowClose) {
        return SpreadEstimators.corwinSchultz(
                every3rd(highLowClose, 0),
                every3rd(highLowClose, 1),
                every3rd(highLowClose, 2),
                0,
                highLowClose.length / 3);
    }

    private static double abdiRanaldo(double... highLowClose) {
        return SpreadEstimators.abdiRanaldo(
                every3rd(highLowClose, 0),
                every3rd(highLowClose, 1),
                every3rd(highLowClose, 2),
                0,
                highLowClose.length / 3);
    }

    private static double[] every3rd(double[] values, int first) {
        double[] part = new double[values.length / 3];
        for (int i = 0; i < part.length; i++) {
            part[i] = values[3 * i + first];
        }
        return part;
    }

    /** The figures were computed apart from this code, from the formulas of the paper. */
    @Test
    void corwinAndSchultzByHand() {
        assertThat(corwinSchultz(10.2, 10, 10.15, 10.25, 10.05, 10.1)).isCloseTo(0.007830785199961821, within(1e-12));
        assertThat(corwinSchultz(10.2, 10, 10.15, 9.9, 9.7, 9.8))
                .as("the second bar lies below the close and is moved up to it")
                .isCloseTo(0.007869645067994858, within(1e-12));
    }

    @Test
    void negativeEstimatesCountAsNone() {
        // By the formula -0.0159: the second bar, moved down to the close, reaches far above the first.
        assertThat(corwinSchultz(10.2, 10, 10.15, 10.6, 10.4, 10.5)).isZero();
        assertThat(abdiRanaldo(10.2, 10, 10.05, 10.0, 9.8, 9.9)).isZero();
    }

    @Test
    void abdiAndRanaldoByHand() {
        // Twice a close at the high of the same range: the spread is the range, ln 1.02.
        assertThat(abdiRanaldo(10.2, 10, 10.2, 10.2, 10, 10)).isCloseTo(Math.log(1.02), within(1e-12));
    }

    @Test
    void pairsWithoutPricesAreLeftOut() {
        double alone = corwinSchultz(10.2, 10, 10.15, 10.25, 10.05, 10.1);
        double nan = Double.NaN;
        assertThat(corwinSchultz(10.2, 10, 10.15, 10.25, 10.05, 10.1, nan, nan, nan))
                .isEqualTo(alone);
        assertThat(corwinSchultz(10.2, 10, 10.15, 10.25, 10.05, 10.1, 10, 0, 10))
                .isEqualTo(alone);
        assertThat(corwinSchultz(10.2, 10, 10.15)).isNaN();
        assertThat(abdiRanaldo(10.2, 10, 10.15, nan, 10, 10)).isNaN();
        assertThat(abdiRanaldo(10.2, 10, 10.15)).isNaN();
    }

    /** A market whose middle price wanders little while trades jump between bid and ask. */
    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.01, 0.03})
    void findsTheSpreadOfAMadeUpMarket(double spread) {
        SplittableRandom random = new SplittableRandom(3);
        int bars = 5_000;
        double[] high = new double[bars];
        double[] low = new double[bars];
        double[] close = new double[bars];
        double middle = Math.log(20);
        for (int i = 0; i < bars; i++) {
            high[i] = Double.NEGATIVE_INFINITY;
            low[i] = Double.POSITIVE_INFINITY;
            for (int trade = 0; trade < 100; trade++) {
                middle += 0.0001 * (random.nextBoolean() ? 1 : -1);
                close[i] = Math.exp(middle) * (1 + (random.nextBoolean() ? spread : -spread) / 2);
                high[i] = Math.max(high[i], close[i]);
                low[i] = Math.min(low[i], close[i]);
            }
        }
        assertThat(SpreadEstimators.corwinSchultz(high, low, close, 0, bars)).isCloseTo(spread, within(0.15 * spread));
        assertThat(SpreadEstimators.abdiRanaldo(high, low, close, 0, bars)).isCloseTo(spread, within(0.15 * spread));
    }
}
