package io.tapelake.scanner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Functions from a measure to a score: straight pieces and percentiles. */
class ScoreMapsTest {
    private static final Offset<Double> EQUAL = within(1e-12);

    @Test
    void aRisingScore() {
        PiecewiseLinear movement = PiecewiseLinear.score(0.05, 0.10, 0.20, 0.50);
        assertThat(movement.at(0.01)).isZero();
        assertThat(movement.at(0.05)).isZero();
        assertThat(movement.at(0.075)).isCloseTo(0.25, EQUAL);
        assertThat(movement.at(0.10)).isCloseTo(0.5, EQUAL);
        assertThat(movement.at(0.15)).isCloseTo(0.65, EQUAL);
        assertThat(movement.at(0.20)).isCloseTo(0.8, EQUAL);
        assertThat(movement.at(0.35)).isCloseTo(0.9, EQUAL);
        assertThat(movement.at(0.50)).isEqualTo(1);
        assertThat(movement.at(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(movement.at(Double.NaN)).isNaN();
    }

    @Test
    void aFallingScore() {
        PiecewiseLinear spread = PiecewiseLinear.score(1.0, 0.5, 0.25, 0.1);
        assertThat(spread.at(2)).isZero();
        assertThat(spread.at(0.75)).isCloseTo(0.25, EQUAL);
        assertThat(spread.at(0.25)).isCloseTo(0.8, EQUAL);
        assertThat(spread.at(0.175)).isCloseTo(0.9, EQUAL);
        assertThat(spread.at(0)).isEqualTo(1);
    }

    @Test
    void pointsMustHaveAnOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> PiecewiseLinear.of(1, 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> PiecewiseLinear.of(1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PiecewiseLinear.of(1, 0, 2, 1, 2, 3))
                .withMessageContaining("2.0 and 2.0");
        assertThatIllegalArgumentException().isThrownBy(() -> PiecewiseLinear.of(3, 0, 2, 1, 5, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> PiecewiseLinear.of(3, 0, Double.NaN, 1));
    }

    @Test
    void percentileAmongReferenceValues() {
        PercentileTable table = PercentileTable.of(5, 1, 2, 3, 4);
        assertThat(table.of(0)).isZero();
        assertThat(table.of(1)).isZero();
        assertThat(table.of(2.5)).isCloseTo(0.375, EQUAL);
        assertThat(table.of(5)).isEqualTo(1);
        assertThat(table.of(9)).isEqualTo(1);
        assertThat(table.of(Double.NaN)).isNaN();
    }

    @Test
    void aValueOfSeveralPercentilesGetsTheirMiddle() {
        PercentileTable table = PercentileTable.of(1, 2, 2, 2, 3);
        assertThat(table.of(2)).isCloseTo(0.5, EQUAL);
        assertThat(table.of(1.5)).as("half way to the first of them").isCloseTo(0.125, EQUAL);
        assertThat(PercentileTable.of(7, 7).of(7)).isEqualTo(0.5);
    }

    @Test
    void tablesAreReadFromText() {
        List<String> lines = List.of("# reference", "percentile,er,r2", "0,0.1,0.5", "", "0.5,0.2,0.6", "1,0.9,0.7");
        assertThat(PercentileTable.parse(lines, "er", "t.csv").of(0.55)).isCloseTo(0.75, EQUAL);
        assertThat(PercentileTable.parse(lines, "r2", "t.csv").of(0.55)).isCloseTo(0.25, EQUAL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PercentileTable.parse(lines, "chop", "t.csv"))
                .withMessageContaining("t.csv line 2")
                .withMessageContaining("'chop'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PercentileTable.parse(List.of("percentile,er", "0,1", "x,2"), "er", "t.csv"))
                .withMessageContaining("t.csv line 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PercentileTable.parse(List.of("percentile,er", "0,1", "1,0.5"), "er", "t.csv"))
                .withMessageContaining("row 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PercentileTable.parse(List.of("percentile,er", "0,1"), "er", "t.csv"))
                .withMessageContaining("at least 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PercentileTable.parse(List.of("percentile,er", "0,1", "2,3"), "er", "t.csv"))
                .withMessageContaining("0 to 1");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> PercentileTable.resource(ScoreMapsTest.class, "absent.csv", "er"))
                .withMessageContaining("absent.csv");
    }
}
