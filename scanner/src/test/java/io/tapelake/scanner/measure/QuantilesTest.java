package io.tapelake.scanner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void quantilesByHand() {
        double[] values = {4, 1, 3, 2};
        assertThat(Quantiles.median(values)).isEqualTo(2.5);
        assertThat(values).as("not changed").containsExactly(4, 1, 3, 2);
        assertThat(Quantiles.quantile(values, 0)).isEqualTo(1);
        assertThat(Quantiles.quantile(values, 1)).isEqualTo(4);
        assertThat(Quantiles.quantile(values, 0.9)).isCloseTo(3.7, within(1e-12));
        assertThat(Quantiles.quantile(values, 1, 3, 0.5)).as("of 1 and 3").isEqualTo(2);
        assertThat(Quantiles.median(new double[] {7, 9, 8})).isEqualTo(8);
    }

    @Test
    void unknownValuesAreLeftOut() {
        assertThat(Quantiles.median(new double[] {Double.NaN, 5, Double.NaN, 1}))
                .isEqualTo(3);
        assertThat(Quantiles.median(new double[] {Double.NaN})).isNaN();
        assertThat(Quantiles.median(new double[0])).isNaN();
    }

    @Test
    void aShareBeyondTheWholeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.quantile(new double[] {1}, 1.01))
                .withMessage("q=1.01, must lie in 0 to 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.quantile(new double[] {1}, Double.NaN));
    }

    @Property
    void liesBetweenItsNeighboursInRank(
            @ForAll @Size(min = 1, max = 30) @DoubleRange(min = -1e6, max = 1e6) double[] values,
            @ForAll @DoubleRange(min = 0, max = 1) double q) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = q * (values.length - 1);
        double quantile = Quantiles.quantile(values, q);
        assertThat(quantile).isBetween(sorted[(int) Math.floor(place)], sorted[(int) Math.ceil(place)]);
    }
}
