package io.tapelake.jobs.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** The fields of one line by name, as texts. An empty text is an absent field. */
record Fields(Function<String, String> source) {

    private static final int DECIMALS = 9;
    private static final BigDecimal LIMIT = BigDecimal.valueOf(1_000_000_000L);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    /** The text; null when absent. */
    String text(String name) {
        String text = source.apply(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    String required(String name) throws LineFault {
        String text = text(name);
        if (text == null) {
            throw new LineFault(name + " is missing");
        }
        return text;
    }

    /** The date; null when absent. */
    LocalDate date(String name) throws LineFault {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw new LineFault(name + " is '" + text + "'; allowed is a date such as 2025-11-14, of the years "
                + FIRST_YEAR + " to " + LAST_YEAR);
    }

    LocalDate requiredDate(String name) throws LineFault {
        required(name);
        return date(name);
    }

    /** The instant as nanoseconds UTC; null when absent. */
    Long timeNs(String name) throws LineFault {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            Instant instant = Instant.parse(text);
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            throw new LineFault(name + " is '" + text + "'; allowed is a time such as 2025-11-14T09:30:00Z");
        }
    }

    /** A number with nine decimals; null when absent. */
    BigDecimal number(String name) throws LineFault {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.abs().compareTo(LIMIT) < 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new LineFault(name + " is '" + text + "'; allowed is a number of less than 10^9");
    }

    /** The ratio of a split as the table holds it. */
    static BigDecimal ratio(BigDecimal ratio) throws LineFault {
        BigDecimal stored = ratio == null ? null : ratio.setScale(DECIMALS, RoundingMode.HALF_UP);
        if (stored == null || stored.signum() <= 0 || stored.compareTo(LIMIT) >= 0) {
            throw new LineFault("ratio is " + (ratio == null ? "missing" : ratio.toPlainString())
                    + "; allowed are new shares per old share, above 0: 4 for a split of 4 for 1, 0.1 for a reverse split of 1"
                    + " for 10");
        }
        return stored;
    }

    /** The cash of a dividend as the table holds it. */
    static BigDecimal cash(BigDecimal amount) throws LineFault {
        if (amount == null || amount.signum() < 0) {
            throw new LineFault("cash_amount is " + (amount == null ? "missing" : amount.toPlainString())
                    + "; allowed is USD per share, 0 or more");
        }
        return amount.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
