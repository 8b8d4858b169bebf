package io.tapelake.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SwingsTest {
    private static Swings prices(long... prices) {
        Swings swings = new Swings();
        for (int i = 0; i < prices.length; i++) {
            swings.row(i, prices[i], prices[i]);
        }
        return swings;
    }

    @Test
    void theLargestRiseNeedNotBeginAtTheDaysLow() {
        Swings swings = prices(10, 15, 8, 10, 4, 5);
        assertThat(swings.runup()).isCloseTo(0.5, within(1e-12));
        assertThat(swings.runupLowNs()).isEqualTo(0);
        assertThat(swings.runupHighNs()).isEqualTo(1);
        assertThat(swings.drawdown()).isCloseTo(-11 / 15.0, within(1e-12));
        assertThat(swings.drawdownHighNs()).isEqualTo(1);
        assertThat(swings.drawdownLowNs()).isEqualTo(4);
    }

    @Test
    void ofEqualSwingsTheFirstIsKept() {
        Swings swings = prices(10, 10, 20, 20, 5, 5, 10, 10);
        assertThat(swings.runupLowNs()).as("first of the equal lows").isEqualTo(0);
        assertThat(swings.runupHighNs()).as("first of the equal highs").isEqualTo(2);
        assertThat(swings.drawdownHighNs()).isEqualTo(2);
        assertThat(swings.drawdownLowNs()).isEqualTo(4);
    }

    @Test
    void aDayThatOnlyFallsHasNoRise() {
        Swings swings = prices(10, 9, 8);
        assertThat(swings.runup()).isZero();
        assertThat(swings.runupLowNs()).isEqualTo(swings.runupHighNs()).isEqualTo(0);
    }

    @Test
    void withoutRowsEverythingIsAbsent() {
        Swings swings = prices();
        assertThat(swings.runup()).isNaN();
        assertThat(swings.drawdown()).isNaN();
        assertThat(swings.runupLowNs()).isEqualTo(DayStats.ABSENT);
        assertThat(swings.drawdownLowNs()).isEqualTo(DayStats.ABSENT);
    }

    @Property
    void fractionsAreComparedExactly(
            @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long a,
            @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long b,
            @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long c,
            @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long d) {
        BigInteger left = BigInteger.valueOf(a).multiply(BigInteger.valueOf(d));
        BigInteger right = BigInteger.valueOf(c).multiply(BigInteger.valueOf(b));
        assertThat(Swings.exceeds(a, b, c, d)).isEqualTo(left.compareTo(right) > 0);
        assertThat(Swings.exceeds(a, b, a, b)).isFalse();
    }
}
