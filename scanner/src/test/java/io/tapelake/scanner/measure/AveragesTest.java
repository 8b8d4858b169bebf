package io.tapelake.scanner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AveragesTest {
    private static final Offset<Double> EQUAL = within(1e-12);

    @Test
    void trueRangeReachesToTheCloseBefore() {
        assertThat(TrueRange.of(11, 10, 10.5)).isEqualTo(1);
        assertThat(TrueRange.of(11, 10, 9)).isEqualTo(2);
        assertThat(TrueRange.of(11, 10, 13)).isEqualTo(3);
        assertThat(TrueRange.of(11, 10, Double.NaN)).as("first bar").isEqualTo(1);
        assertThat(TrueRange.of(Double.NaN, 10, 13)).isNaN();
    }

    @Test
    void wildersAverageByHand() {
        WilderAtr atr = new WilderAtr(3);
        assertThat(atr.next(10, 9, 9.5)).isNaN(); // 1
        assertThat(atr.next(11, 10, 10.8)).isNaN(); // 11 - 9.5 = 1.5
        assertThat(atr.next(12, 10.5, 11)).isCloseTo(4 / 3.0, EQUAL); // 1.5
        assertThat(atr.next(11.5, 11, 11.2)).isCloseTo((4 / 3.0 * 2 + 0.5) / 3, EQUAL);
        assertThat(atr.value()).isCloseTo(19 / 18.0, EQUAL);
    }

    @Test
    void aBarWithAnUnknownPriceIsNoBarOfTheAverage() {
        WilderAtr atr = new WilderAtr(2);
        atr.next(10, 9, 9.5);
        assertThat(atr.next(Double.NaN, 9, 9.5)).isNaN();
        assertThat(atr.next(12, 9, Double.NaN)).isNaN();
        assertThat(atr.next(11, 10, 10.8)).isCloseTo(1.25, EQUAL);
        assertThat(atr.next(11, Double.NaN, 10.8)).isCloseTo(1.25, EQUAL);
    }

    @Test
    void exponentialAverageByHand() {
        Ema ema = new Ema(3);
        assertThat(ema.next(1)).isNaN();
        assertThat(ema.next(2)).isNaN();
        assertThat(ema.next(6)).as("mean of the first three").isCloseTo(3, EQUAL);
        assertThat(ema.next(Double.NaN)).as("left out").isCloseTo(3, EQUAL);
        assertThat(ema.next(5)).as("half way: 2 / (3 + 1)").isCloseTo(4, EQUAL);
        assertThat(ema.next(4)).isCloseTo(4, EQUAL);
        assertThat(ema.next(0)).isCloseTo(2, EQUAL);
    }

    @Test
    void volumeWeightedAverageByHand() {
        Vwap vwap = new Vwap();
        assertThat(vwap.value()).isNaN();
        assertThat(vwap.next(10, 0)).as("no volume").isNaN();
        assertThat(vwap.next(Double.NaN, 100)).as("no price").isNaN();
        assertThat(vwap.next(10, 100)).isEqualTo(10);
        assertThat(vwap.next(11, 300)).isCloseTo(10.75, EQUAL);
        assertThat(vwap.next(50, Double.NaN)).isCloseTo(10.75, EQUAL);
        assertThat(vwap.next(50, -5)).isCloseTo(10.75, EQUAL);
        assertThat(vwap.next(9, 400)).isCloseTo(9.875, EQUAL);
        assertThat(vwap.volume()).isEqualTo(800);
    }

    @Test
    void anAverageOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WilderAtr(0))
                .withMessage("periods=0, must be at least 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Ema(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RollingMean(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RollingMoments(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RollingMax(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bollinger(20, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Keltner(20, 20, Double.NaN));
    }
}
