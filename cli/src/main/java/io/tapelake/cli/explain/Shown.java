package io.tapelake.cli.explain;

import io.tapelake.cli.explain.ExplainedDay.Component;
import io.tapelake.cli.explain.ExplainedDay.Fact;
import io.tapelake.model.NewYork;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values as people read them. A missing number is shown as a dash. */
final class Shown {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final String ABSENT = "–";

    private Shown() {}

    /** New York time, with seconds only where there are any. */
    static String time(long ns) {
        ZonedDateTime time = NewYork.at(ns);
        return (time.getSecond() == 0 ? MINUTE : SECOND).format(time);
    }

    static String span(long startNs, long endNs) {
        return endNs <= startNs ? time(startNs) : time(startNs) + "–" + time(endNs);
    }

    /** Two decimals at least, four at most. */
    static String price(double price) {
        if (!Double.isFinite(price)) {
            return ABSENT;
        }
        BigDecimal value =
                BigDecimal.valueOf(price).setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return (value.scale() < 2 ? value.setScale(2) : value).toPlainString();
    }

    /** A fraction as a signed percentage. */
    static String change(double fraction) {
        return Double.isFinite(fraction) ? String.format(Locale.ROOT, "%+.1f%%", 100 * fraction) : ABSENT;
    }

    /** A fraction as a percentage without a sign of its own. */
    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * fraction);
    }

    static String score(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : ABSENT;
    }

    static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Four significant digits. */
    static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4g", value) : ABSENT;
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String words(String lowerSnake) {
        return lowerSnake.replace('_', ' ');
    }

    static String facts(List<Fact> facts) {
        return facts.stream().map(f -> f.name() + " " + f.value()).collect(Collectors.joining(" · "));
    }

    static String components(List<Component> components) {
        return components.stream().map(c -> c.name() + " " + score(c.score())).collect(Collectors.joining(" · "));
    }
}
