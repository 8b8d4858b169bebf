package io.tapelake.jobs.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;

/** Prices and volumes as CSV files spell them. */
final class CsvNumbers {

    private static final int SCALE = 9;
    private static final Set<String> NOTHING = Set.of("", "nan", "null", "none", "na");
    private static final BigDecimal PRICE_LIMIT = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal VOLUME_LIMIT = BigDecimal.valueOf(Long.MAX_VALUE);

    private CsvNumbers() {}

    /** A price in units of 1e-9; digits beyond are rounded to the nearest, as those of binary fractions written out are. */
    static long priceNanos(String text, String column) throws CsvFault {
        if (NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
            throw new CsvFault("undefined-price", column + " is '" + text + "'; a bar has all four prices");
        }
        BigDecimal price = number(text, column);
        if (price.abs().compareTo(PRICE_LIMIT) >= 0) {
            throw new CsvFault("price-out-of-range", column + " is " + text + "; allowed is less than 1e9 in size");
        }
        return price.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    /** A number of shares. */
    static long volume(String text) throws CsvFault {
        BigDecimal volume = number(text, "volume");
        if (volume.signum() < 0 || volume.compareTo(VOLUME_LIMIT) > 0) {
            throw new CsvFault("volume-out-of-range", "volume is " + text + "; allowed is 0 to 2^63 - 1");
        }
        if (volume.stripTrailingZeros().scale() > 0) {
            throw new CsvFault("bad-number", "volume is " + text + "; allowed are whole shares");
        }
        return volume.longValueExact();
    }

    private static BigDecimal number(String text, String column) throws CsvFault {
        try {
            BigDecimal number = new BigDecimal(text);
            // 1e-999999999 is a number of a few characters that would fill the memory when it is written out.
            if (number.scale() > 40 || number.scale() < -40) {
                throw new CsvFault("bad-number", column + " is '" + text + "'; allowed are up to 40 decimals");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new CsvFault("bad-number", column + " is '" + text + "', which is no number");
        }
    }
}
