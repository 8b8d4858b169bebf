package io.tapelake.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;

/** Compares results of the scanner whose prices are in other units, up to the rounding of what is stored. */
final class Likeness {
    /** Ratios keep six significant digits. */
    private static final double ROUNDING = 1.1e-5;

    private final double priceFactor;
    private final Set<String> except;

    /** What is expected to be equal but for prices, which are to be {@code priceFactor} as high. */
    Likeness(double priceFactor, String... except) {
        this.priceFactor = priceFactor;
        this.except = Set.of(except);
    }

    void check(String what, List<? extends Record> actual, List<? extends Record> expected) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            check(i + ". " + what, actual.get(i), expected.get(i));
        }
    }

    void check(String what, Record actual, Record expected) {
        for (RecordComponent component : expected.getClass().getRecordComponents()) {
            if (!except.contains(component.getName())) {
                value(
                        what + " " + component.getName() + " of " + expected,
                        component.getName(),
                        Knowable.value(component, actual),
                        Knowable.value(component, expected));
            }
        }
    }

    private void value(String what, String name, Object actual, Object expected) {
        if (expected instanceof Double number && !number.isNaN()) {
            double tolerance = ROUNDING * Math.max(1e-3, Math.abs(number));
            assertThat((Double) actual).as(what).isCloseTo(number, within(tolerance));
        } else if (expected instanceof Long nanos && isPrice(name, nanos)) {
            price(what, (Long) actual, nanos);
        } else if (expected instanceof List<?> list && (name.equals("supports") || name.equals("resistances"))) {
            assertThat((List<?>) actual).as(what).hasSameSizeAs(list);
            for (int i = 0; i < list.size(); i++) {
                price(what, (Long) ((List<?>) actual).get(i), (Long) list.get(i));
            }
        } else {
            assertThat(actual).as(what).isEqualTo(expected);
        }
    }

    private static boolean isPrice(String name, long value) {
        return name.endsWith("Nanos") && value != io.tapelake.model.Prices.UNDEF;
    }

    private void price(String what, long actual, long expected) {
        assertThat((double) actual).as(what).isCloseTo(expected * priceFactor, within(2 + priceFactor));
    }
}
