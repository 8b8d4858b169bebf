package io.tapelake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExactSumTest {
    @Property
    void equalsTheSumOfBigIntegers(@ForAll @Size(max = 40) List<Long> values) {
        ExactSum sum = new ExactSum();
        BigInteger expected = BigInteger.ZERO;
        try {
            for (int i = 0; i + 1 < values.size(); i += 2) {
                expected =
                        expected.add(BigInteger.valueOf(values.get(i)).multiply(BigInteger.valueOf(values.get(i + 1))));
                sum.addProduct(values.get(i), values.get(i + 1));
            }
            assertThat(sum.value()).isEqualTo(expected);
        } catch (ArithmeticException overflow) {
            assertThat(expected.bitLength()).isGreaterThan(127);
        }
    }

    @Test
    void overflowIsAnErrorAndNotAWrongSum() {
        ExactSum sum = new ExactSum();
        sum.addProduct(Long.MIN_VALUE, Long.MIN_VALUE);
        assertThatThrownBy(() -> sum.addProduct(Long.MIN_VALUE, Long.MIN_VALUE))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void divisionRoundsHalfAwayFromZero() {
        ExactSum sum = new ExactSum();
        sum.add(5);
        assertThat(sum.dividedBy(2)).isEqualTo(3);
        sum.add(-10);
        assertThat(sum.dividedBy(2)).isEqualTo(-3);
        assertThat(sum.dividedBy(4)).isEqualTo(-1);
        assertThatThrownBy(() -> sum.dividedBy(0)).isInstanceOf(ArithmeticException.class);
    }
}
