package io.tapelake.cli.state;

import io.tapelake.model.NewYork;
import io.tapelake.simulator.market.MarketView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** The market at an instant as lines of text: name, value, unit, age, and where it came from. */
public final class StateText {
    private StateText() {}

    /** A heading and a line per value. */
    public static String of(MarketView view, List<StateLine> lines) {
        StringBuilder text = new StringBuilder();
        text.append(view.day().key().symbol())
                .append(" at ")
                .append(NewYork.at(view.nowNs()).toOffsetDateTime())
                .append(", as known ")
                .append(view.day().feedDelayNs() / 1_000_000)
                .append(" ms after it was received\n");
        return text.append(lines(lines)).toString();
    }

    /** A line per value. */
    public static String lines(List<StateLine> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> line(line, text));
        return text.toString();
    }

    private static void line(StateLine line, StringBuilder text) {
        String age = line.ageNs() < 0 ? "" : String.format(Locale.ROOT, "%.3f s", line.ageNs() / 1e9);
        text.append(String.format(
                                Locale.ROOT,
                                "%-30s %-34s %-18s %14s  %s",
                                line.name(),
                                value(line.value()),
                                line.unit(),
                                age,
                                line.source())
                        .stripTrailing())
                .append('\n');
    }

    private static String value(Object value) {
        if (value == null) {
            return "-";
        }
        if (value instanceof BigDecimal price) {
            return price.stripTrailingZeros().toPlainString();
        }
        return value instanceof Double ratio ? String.format(Locale.ROOT, "%.6g", ratio) : value.toString();
    }
}
