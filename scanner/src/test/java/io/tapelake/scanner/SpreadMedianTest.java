package io.tapelake.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpreadMedianTest {
    private static double bySorting(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int n = sorted.size();
        return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    }

    @Property
    void equalsTheMedianBySorting(
            @ForAll @NotEmpty @Size(max = 300) List<@DoubleRange(min = 0.01, max = 20_000) Double> values) {
        SpreadMedian median = new SpreadMedian();
        values.forEach(median::add);
        assertThat(median.median()).isEqualTo(bySorting(values));
    }

    @Property
    void isExactOrUnknownButNeverWrongWhenValuesAreTooMany(
            @ForAll @IntRange(min = 2, max = 40) int maxDistinct,
            @ForAll @NotEmpty @Size(max = 300) List<@DoubleRange(min = 0.01, max = 20_000) Double> values) {
        SpreadMedian median = new SpreadMedian(maxDistinct);
        values.forEach(median::add);
        double found = median.median();
        assertThat(Double.isNaN(found) || found == bySorting(values)).isTrue();
    }

    @Test
    void staysExactOnShuffledValuesFarBeyondItsMemory() {
        SpreadMedian median = new SpreadMedian(1_000);
        List<Double> values = new Random(7).doubles(20_001, 1, 5_000).boxed().toList();
        values.forEach(median::add);
        assertThat(median.median()).isEqualTo(bySorting(values));
        assertThat(median.size()).isEqualTo(20_001);
    }

    @Test
    void isUnknownWhenTheMedianLeavesWhatWasKept() {
        SpreadMedian median = new SpreadMedian(10);
        for (int i = 1; i <= 1_000; i++) {
            median.add(i);
        }
        assertThat(median.median()).isNaN();
    }

    @Test
    void hasNoMedianWithoutValues() {
        assertThat(new SpreadMedian().median()).isNaN();
    }
}
