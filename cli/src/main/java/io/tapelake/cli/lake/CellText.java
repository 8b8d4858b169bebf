package io.tapelake.cli.lake;

import io.tapelake.model.NewYork;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Values as text. */
final class CellText {

    private static final DateTimeFormatter IN_NEW_YORK = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .appendLiteral(" ET")
            .toFormatter(Locale.ROOT)
            .withZone(NewYork.ZONE);
    private static final int SHOWN_TEXT = 60;

    private CellText() {}

    /** Exact, for machines: prices without trailing zeros, instants in UTC. Never called with null. */
    static String exact(Object value) {
        if (value instanceof BigDecimal price) {
            return plain(price);
        }
        return value.toString();
    }

    /** For people: instants in New York, ratios to six digits, long texts cut. Never called with null. */
    static String pretty(Object value) {
        if (value instanceof Instant instant) {
            return IN_NEW_YORK.format(instant);
        }
        if (value instanceof Double ratio) {
            return ratio.isNaN() || ratio.isInfinite()
                    ? ratio.toString()
                    : plain(BigDecimal.valueOf(ratio).round(new MathContext(6)));
        }
        String text = exact(value);
        return text.length() <= SHOWN_TEXT ? text : text.substring(0, SHOWN_TEXT - 3) + "...";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
