package io.tapelake.synthetic.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KeyedRandomTest {
    @Test
    void sameKeyGivesTheSameNumbers() {
        KeyedRandom first = KeyedRandom.of(7, RandomStream.PATH, 3, 20_000);
        KeyedRandom second = KeyedRandom.of(7, RandomStream.PATH, 3, 20_000);
        for (int i = 0; i < 100; i++) {
            assertThat(first.gaussian()).isEqualTo(second.gaussian());
        }
    }

    /** Files made from a seed must be the same for ever; a change here changes every market. */
    @Test
    void numbersAreTheOnesOfTheFirstRelease() {
        KeyedRandom random = KeyedRandom.of(42, RandomStream.TRADES, 1, 2);
        assertThat(random.nextLong()).isEqualTo(4_055_035_612_489_258_428L);
        assertThat(random.gaussian()).isEqualTo(1.28247257108845);
    }

    @Test
    void seedStreamAndEveryPartOfTheKeyMatter() {
        assertThat(new long[] {
                    KeyedRandom.of(7, RandomStream.PATH, 3, 4).nextLong(),
                    KeyedRandom.of(8, RandomStream.PATH, 3, 4).nextLong(),
                    KeyedRandom.of(7, RandomStream.TRADES, 3, 4).nextLong(),
                    KeyedRandom.of(7, RandomStream.PATH, 4, 3).nextLong(),
                    KeyedRandom.of(7, RandomStream.PATH, 3).nextLong(),
                    KeyedRandom.of(7, RandomStream.PATH, 3, 4, 0).nextLong()
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void distributionsHaveTheirMoments() {
        KeyedRandom random = KeyedRandom.of(1, RandomStream.PROFILE);
        int n = 200_000;
        double uniform = 0;
        double gaussian = 0;
        double square = 0;
        double exponential = 0;
        double geometric = 0;
        int[] tens = new int[10];
        for (int i = 0; i < n; i++) {
            uniform += random.uniform();
            double g = random.gaussian();
            gaussian += g;
            square += g * g;
            exponential += random.exponential();
            geometric += random.geometric(0.25, 1_000);
            tens[random.below(10)]++;
        }
        assertThat(uniform / n).isCloseTo(0.5, within(0.005));
        assertThat(gaussian / n).isCloseTo(0, within(0.01));
        assertThat(square / n).isCloseTo(1, within(0.02));
        assertThat(exponential / n).isCloseTo(1, within(0.02));
        assertThat(geometric / n).isCloseTo(3, within(0.06));
        for (int count : tens) {
            assertThat(count).isBetween(n / 10 - 700, n / 10 + 700);
        }
    }
}
