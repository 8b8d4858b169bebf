package io.tapelake.scanner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ZigZagTest {
    @Provide
    Arbitrary<double[]> series() {
        return Arbitraries.integers().between(0, 12).list().ofMaxSize(40).map(list -> list.stream()
                .mapToDouble(Integer::doubleValue)
                .toArray());
    }

    @Test
    void turningPointsByHand() {
        double[] x = {10, 10.5, 10, 13, 12, 14, 11, 12, 9, 9.5};
        assertThat(ZigZag.pivots(x, 0, x.length, 2))
                .as("low before the rise, high, lowest so far")
                .containsExactly(2, 5, 8);
        assertThat(ZigZag.pivots(x, 0, 5, 2)).as("a leg under way").containsExactly(2, 3);
        assertThat(ZigZag.pivots(x, 5, 9, 2))
                .as("places are those of the array")
                .containsExactly(5, 8);
        assertThat(ZigZag.pivots(x, 0, 3, 2)).as("no leg").isEmpty();
        assertThat(ZigZag.pivots(x, 0, 0, 2)).isEmpty();
    }

    @Test
    void exactlyTheThresholdIsAReversal() {
        assertThat(ZigZag.pivots(new double[] {5, 3}, 0, 2, 2)).containsExactly(0, 1);
        assertThat(ZigZag.pivots(new double[] {5, 3}, 0, 2, 2.001)).isEmpty();
    }

    @Test
    void ofEqualExtremesTheLastIsTheTurningPoint() {
        double[] x = {5, 5, 5, 8, 8, 5};
        assertThat(ZigZag.pivots(x, 0, x.length, 3)).containsExactly(2, 4, 5);
    }

    @Test
    void theThresholdAtTheReversingValueCounts() {
        double[] x = {5, 8, 6, 8, 6};
        double[] reversals = {1, 1, 3, 1, 2};
        assertThat(ZigZag.pivots(x, reversals, 0, x.length)).containsExactly(0, 3, 4);
    }

    @Test
    void unknownValuesAndThresholdsTurnNothing() {
        double nan = Double.NaN;
        assertThat(ZigZag.pivots(new double[] {nan, 5, nan, 8, nan, 5}, 0, 6, 3))
                .containsExactly(1, 3, 5);
        assertThat(ZigZag.pivots(new double[] {5, 8, 5}, 0, 3, nan)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZigZag.pivots(new double[] {5, 8, 5}, 0, 3, 0))
                .withMessageContaining("reversal=0.0");
    }

    @Test
    void aLegUnderWayShowsItsProvisionalEnd() {
        ZigZag series = new ZigZag();
        assertThat(series.next(5, 2)).isFalse();
        assertThat(series.direction()).isZero();
        assertThat(series.pivot()).isEqualTo(-1);
        assertThat(series.extreme()).isEqualTo(-1);
        assertThat(series.extremeValue()).isNaN();
        assertThat(series.next(7, 2)).as("confirms the low at 0").isTrue();
        assertThat(series.pivot()).isZero();
        assertThat(series.pivotValue()).isEqualTo(5);
        assertThat(series.next(9, 2)).isFalse();
        assertThat(series.direction()).isEqualTo(1);
        assertThat(series.extreme()).isEqualTo(2);
        assertThat(series.extremeValue()).isEqualTo(9);
    }

    @Property
    void equalsTheSearchFromEachTurningPoint(
            @ForAll("series") double[] x, @ForAll @IntRange(min = 1, max = 8) int reversal) {
        assertThat(ZigZag.pivots(x, 0, x.length, reversal)).containsExactly(searched(x, reversal));
    }

    /** Straight from the definition: from a turning point, look for the first value that reverses; quadratic. */
    private static int[] searched(double[] x, double reversal) {
        List<Integer> pivots = new ArrayList<>();
        int direction = 0;
        int from = 0;
        int at = 0;
        while (at < x.length) {
            int highest = from;
            int lowest = from;
            for (int i = from; i <= at; i++) {
                highest = x[i] >= x[highest] ? i : highest;
                lowest = x[i] <= x[lowest] ? i : lowest;
            }
            if (direction >= 0 && x[highest] - x[at] >= reversal) {
                pivots.add(highest);
                direction = -1;
                from = highest;
                at = from;
            } else if (direction <= 0 && x[at] - x[lowest] >= reversal) {
                pivots.add(lowest);
                direction = 1;
                from = lowest;
                at = from;
            }
            at++;
        }
        if (direction != 0) {
            int extreme = from;
            for (int i = from; i < x.length; i++) {
                extreme = (x[i] - x[extreme]) * direction >= 0 ? i : extreme;
            }
            pivots.add(extreme);
        }
        return pivots.stream().mapToInt(Integer::intValue).toArray();
    }

    @Property
    void whatIsConfirmedNeverChanges(@ForAll("series") double[] x, @ForAll @IntRange(min = 1, max = 8) int reversal) {
        int[] whole = ZigZag.pivots(x, 0, x.length, reversal);
        for (int end = 0; end <= x.length; end++) {
            int[] cut = ZigZag.pivots(x, 0, end, reversal);
            int confirmed = Math.max(0, cut.length - 1);
            assertThat(Arrays.copyOf(cut, confirmed)).isEqualTo(Arrays.copyOf(whole, confirmed));
        }
    }
}
