package io.tapelake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PricesTest {
    @Test
    void textsAndNanosAreTwoFormsOfOnePrice() {
        assertThat(Prices.parse("12.34")).isEqualTo(12_340_000_000L);
        assertThat(Prices.parse("-0.000000001")).isEqualTo(-1);
        assertThat(Prices.toText(12_340_000_000L)).isEqualTo("12.34");
        assertThat(Prices.toText(100_000_000_000L)).isEqualTo("100");
        assertThat(Prices.toText(0)).isEqualTo("0");
    }

    @Test
    void undefinedStaysUndefinedInEveryForm() {
        assertThat(Prices.isDefined(Prices.UNDEF)).isFalse();
        assertThat(Prices.isStorable(Prices.UNDEF)).isFalse();
        assertThat(Prices.toDecimal(Prices.UNDEF)).isNull();
        assertThat(Prices.toDouble(Prices.UNDEF)).isNaN();
        assertThat(Prices.toText(Prices.UNDEF)).isEqualTo("undefined");
        assertThat(Prices.fromDecimal(null)).isEqualTo(Prices.UNDEF);
    }

    @Test
    void storablePricesHaveAtMostEighteenDigits() {
        assertThat(Prices.isStorable(Prices.LIMIT - 1)).isTrue();
        assertThat(Prices.isStorable(Prices.LIMIT)).isFalse();
        assertThat(Prices.isStorable(-Prices.LIMIT)).isFalse();
        assertThat(Prices.isStorable(1 - Prices.LIMIT)).isTrue();
        assertThat(Prices.isStorable(Long.MIN_VALUE)).isFalse();
    }

    @Test
    void aTenthDecimalIsRefused() {
        assertThatThrownBy(() -> Prices.parse("1.0000000001")).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void everyStorablePriceSurvivesDecimalAndText(
            @ForAll @LongRange(min = 1 - Prices.LIMIT, max = Prices.LIMIT - 1) long nanos) {
        BigDecimal decimal = Prices.toDecimal(nanos);
        assertThat(decimal.precision()).isLessThanOrEqualTo(18);
        assertThat(Prices.fromDecimal(decimal)).isEqualTo(nanos);
        assertThat(Prices.parse(Prices.toText(nanos))).isEqualTo(nanos);
    }
}
