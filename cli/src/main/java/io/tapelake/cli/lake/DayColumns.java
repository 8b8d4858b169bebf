package io.tapelake.cli.lake;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.Tables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is shown of a day. */
final class DayColumns {

    private static final List<String> MAIN = List.of(
            "trade_date",
            "symbol",
            "direction",
            "movement",
            "gap",
            "runup",
            "drawdown",
            "rvol",
            "volume",
            "dollar_volume",
            "vwap",
            "day_close",
            "halt_count",
            "dataset");

    private DayColumns() {}

    static List<ShownColumn> all() {
        return Tables.DAY_INDEX.columns().stream().map(ShownColumn::of).toList();
    }

    /** The main columns, and the one days are ranked by. */
    static List<ShownColumn> main(String by) {
        List<String> names = new ArrayList<>(MAIN);
        if (!names.contains(by)) {
            names.add(names.indexOf("movement"), by);
        }
        return names.stream()
                .map(Tables.DAY_INDEX::column)
                .map(DayColumns::pretty)
                .toList();
    }

    private static ShownColumn pretty(LakeColumn column) {
        ShownColumn plain = ShownColumn.of(column);
        return switch (column.name()) {
            case "movement", "gap", "runup", "drawdown", "range_day", "range_regular" ->
                new ShownColumn(
                        plain.name(),
                        plain.heading(),
                        true,
                        value -> String.format(Locale.ROOT, "%.1f%%", 100 * (Double) value));
            case "rvol", "rvol_mean" ->
                new ShownColumn(
                        plain.name(),
                        plain.heading(),
                        true,
                        value -> String.format(Locale.ROOT, "%.1fx", (Double) value));
            case "volume", "dollar_volume" ->
                new ShownColumn(
                        plain.name(), plain.heading(), true, value -> String.format(Locale.ROOT, "%,d", (Long) value));
            case "vwap" ->
                new ShownColumn(plain.name(), plain.heading(), true, value -> ((BigDecimal) value)
                        .setScale(4, RoundingMode.HALF_EVEN)
                        .toPlainString());
            default -> plain;
        };
    }
}
