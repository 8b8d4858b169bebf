package io.tapelake.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShortDecimalTest {

    @Test
    void aDecimalOfSixDigitsSurvives() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200_000; i++) {
            double any = (random.nextBoolean() ? 1 : -1) * Math.exp(random.nextDouble(-30, 30));
            double six = new BigDecimal(any)
                    .round(new MathContext(random.nextInt(1, 7)))
                    .doubleValue();

            assertThat(ShortDecimal.of((float) six)).isEqualTo(six);
        }
    }

    @Test
    void everyFloatIsStillTheSameFloat() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 200_000; i++) {
            float any = Float.intBitsToFloat(random.nextInt());

            assertThat((Float) (float) ShortDecimal.of(any)).isEqualTo((Float) any);
        }
    }

    @Test
    void atTheEdgesToo() {
        for (float edge : new float[] {
            0f,
            -0f,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.MIN_VALUE,
            Float.MAX_VALUE,
            Float.MIN_NORMAL,
            0.1f,
            1e22f,
            1e-20f
        }) {
            assertThat((Float) (float) ShortDecimal.of(edge)).isEqualTo((Float) edge);
        }
        assertThat(ShortDecimal.of(0.1f)).isEqualTo(0.1);
    }
}
