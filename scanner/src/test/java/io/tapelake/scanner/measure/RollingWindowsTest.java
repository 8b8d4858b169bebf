package io.tapelake.scanner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RollingWindowsTest {
    /** Few distinct values, so that they tie, and now and then an unknown one. */
    @Provide
    Arbitrary<double[]> series() {
        return Arbitraries.frequencyOf(
                        Tuple.of(12, Arbitraries.integers().between(-6, 6).map(i -> i / 4.0)),
                        Tuple.of(6, Arbitraries.doubles().between(-1_000, 1_000)),
                        Tuple.of(1, Arbitraries.just(Double.NaN)))
                .list()
                .ofMaxSize(60)
                .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Property
    void equalTheSameMeasuresOfEachWindowTakenByItself(
            @ForAll("series") double[] series, @ForAll @IntRange(min = 1, max = 9) int n) {
        RollingMax max = new RollingMax(n);
        RollingMin min = new RollingMin(n);
        RollingMean mean = new RollingMean(n);
        RollingMoments moments = new RollingMoments(n);
        for (int i = 0; i < series.length; i++) {
            max.next(series[i]);
            min.next(series[i]);
            mean.next(series[i]);
            moments.next(series[i]);
            double[] window = Arrays.copyOfRange(series, Math.max(0, i + 1 - n), i + 1);
            boolean known = window.length == n && Arrays.stream(window).noneMatch(Double::isNaN);
            assertThat(moments.isFull()).isEqualTo(window.length == n);
            if (known) {
                double expected = Arrays.stream(window).average().orElseThrow();
                double squares = Arrays.stream(window)
                        .map(x -> (x - expected) * (x - expected))
                        .sum();
                assertThat(max.value()).isEqualTo(Arrays.stream(window).max().orElseThrow());
                assertThat(min.value()).isEqualTo(Arrays.stream(window).min().orElseThrow());
                assertThat(mean.value()).isCloseTo(expected, within(1e-10));
                assertThat(moments.mean()).isCloseTo(expected, within(1e-10));
                assertThat(moments.std()).isCloseTo(Math.sqrt(squares / n), within(1e-10));
            } else {
                assertThat(new double[] {max.value(), min.value(), mean.value(), moments.mean(), moments.std()})
                        .containsOnly(Double.NaN);
            }
        }
    }

    @Test
    void errorsDoNotBuildUpOverAMillionSteps() {
        int n = 20;
        SplittableRandom random = new SplittableRandom(7);
        RollingMean mean = new RollingMean(n);
        RollingMoments moments = new RollingMoments(n);
        double[] window = new double[n];
        for (int i = 0; i < 1_000_003; i++) {
            // Calm around a large level, with a value a billion times larger now and then.
            double value = i % 50_000 == 0 ? 1e14 : 100_000 + random.nextDouble();
            window[i % n] = value;
            mean.next(value);
            moments.next(value);
            if (i % 9_973 == 0 && i % 50_000 > n) {
                double expected =
                        100_000 + Arrays.stream(window).map(x -> x - 100_000).sum() / n;
                double squares = Arrays.stream(window)
                        .map(x -> (x - expected) * (x - expected))
                        .sum();
                assertThat(mean.value()).isCloseTo(expected, within(1e-10));
                assertThat(moments.mean()).isCloseTo(expected, within(1e-10));
                assertThat(moments.std()).isCloseTo(Math.sqrt(squares / n), within(1e-9));
            }
        }
    }

    @Property
    void equalValuesHaveNoDeviationAtAll(@ForAll double value, @ForAll @IntRange(min = 1, max = 30) int n) {
        double bounded = value % 1e9;
        RollingMoments moments = new RollingMoments(n);
        for (int i = 0; i < 3 * n; i++) {
            moments.next(bounded);
        }
        assertThat(moments.std()).isZero();
        assertThat(moments.mean()).isEqualTo(bounded);
    }

    @Test
    void aChannelIsReadBeforeTheBarItIsComparedWith() {
        RollingMax upper = new RollingMax(3);
        upper.next(5);
        upper.next(7);
        assertThat(upper.value()).as("two of three").isNaN();
        upper.next(6);
        assertThat(upper.value()).isEqualTo(7);
        assertThat(upper.next(4)).as("7, 6, 4").isEqualTo(7);
        assertThat(upper.next(4)).as("6, 4, 4").isEqualTo(6);
    }
}
