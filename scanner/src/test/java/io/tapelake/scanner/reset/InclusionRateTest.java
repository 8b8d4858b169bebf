package io.tapelake.scanner.reset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InclusionRateTest {
    /** Never below the least probability, never above 1, however many come. */
    @Property(tries = 200)
    void staysWithinItsBounds(@ForAll @IntRange(min = 1, max = 400) int count, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        InclusionRate rate = new InclusionRate(24, 0.02);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            TimeBucket bucket = TimeBucket.values()[i * TimeBucket.values().length / count];
            double quality = random.nextInt(10) == 0 ? Double.NaN : random.nextDouble();
            double p = rate.next(bucket, random.nextDouble(), quality);
            assertThat(p).isBetween(0.02, 1.0);
            sum += p;
        }
        assertThat(sum).as("what is spent is spent, but for the least").isLessThanOrEqualTo(24 + 1.4 + 0.02 * count);
    }

    @Test
    void aBetterSetupIsDrawnMoreOften() {
        double poor = new InclusionRate(6, 0.02).next(TimeBucket.OPEN, 0.5, 0.1);
        double middling = new InclusionRate(6, 0.02).next(TimeBucket.OPEN, 0.5, Double.NaN);
        double good = new InclusionRate(6, 0.02).next(TimeBucket.OPEN, 0.5, 0.9);
        assertThat(poor).isLessThan(middling);
        assertThat(middling).isLessThan(good);
    }

    @Test
    void withNothingLeftOnlyTheLeastRemains() {
        InclusionRate rate = new InclusionRate(1, 0.02);
        for (int i = 0; i < 200; i++) {
            rate.next(TimeBucket.POSTMARKET, 1, 1);
        }
        assertThat(rate.next(TimeBucket.POSTMARKET, 1, 1)).isEqualTo(0.02);
    }
}
