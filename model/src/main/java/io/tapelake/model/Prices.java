package io.tapelake.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Prices as fixed-point {@code long}s in units of 1e-9 ("price nanos"), the representation of DBN.
 *
 * <p>A price is <em>defined</em> when it is not {@link #UNDEF}, and <em>storable</em> when it fits DECIMAL(18,9):
 * absolute value below {@link #LIMIT}. Negative prices are storable (spreads of futures have them).
 */
public final class Prices {
    /** Price nanos in one currency unit. */
    public static final long NANOS_PER_UNIT = 1_000_000_000L;

    /** The undefined price: the largest {@code long}, as in DBN. */
    public static final long UNDEF = Long.MAX_VALUE;

    /** Bound of storable prices (exclusive), the first absolute value with 19 digits. */
    public static final long LIMIT = 1_000_000_000_000_000_000L;

    private static final int DECIMALS = 9;

    private Prices() {}

    /** Whether the price is anything but {@link #UNDEF}. */
    public static boolean isDefined(long priceNanos) {
        return priceNanos != UNDEF;
    }

    /** Whether the price is defined and fits DECIMAL(18,9). */
    public static boolean isStorable(long priceNanos) {
        return priceNanos > -LIMIT && priceNanos < LIMIT;
    }

    /** The price in currency units, rounded to the nearest double; NaN when undefined. */
    public static double toDouble(long priceNanos) {
        return priceNanos == UNDEF ? Double.NaN : priceNanos / (double) NANOS_PER_UNIT;
    }

    /** The exact price in currency units with nine decimals; null when undefined. */
    public static BigDecimal toDecimal(long priceNanos) {
        return priceNanos == UNDEF ? null : BigDecimal.valueOf(priceNanos, DECIMALS);
    }

    /**
     * The price nanos of a decimal; {@link #UNDEF} for null.
     *
     * @throws ArithmeticException when the value has more than nine decimals or does not fit
     */
    public static long fromDecimal(BigDecimal price) {
        return price == null
                ? UNDEF
                : price.setScale(DECIMALS, RoundingMode.UNNECESSARY)
                        .unscaledValue()
                        .longValueExact();
    }

    /**
     * The price nanos of a plain decimal text such as {@code 12.34}.
     *
     * @throws NumberFormatException when the text is no decimal number
     * @throws ArithmeticException when the value has more than nine decimals or does not fit
     */
    public static long parse(String text) {
        return fromDecimal(new BigDecimal(text));
    }

    /** The price as text without trailing zeros, such as {@code 12.34}; {@code undefined} when it is. */
    public static String toText(long priceNanos) {
        if (priceNanos == UNDEF) {
            return "undefined";
        }
        return priceNanos == 0
                ? "0"
                : BigDecimal.valueOf(priceNanos, DECIMALS).stripTrailingZeros().toPlainString();
    }
}
