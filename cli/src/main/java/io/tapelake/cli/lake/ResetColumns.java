package io.tapelake.cli.lake;

import io.tapelake.lake.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is shown of a reset point. */
final class ResetColumns {

    private static final List<String> MAIN = List.of(
            "decision_ts",
            "symbol",
            "detector",
            "pattern",
            "direction",
            "phase",
            "time_bucket",
            "setup_quality",
            "price",
            "rvol",
            "spread_bps",
            "weight",
            "selected",
            "hindsight_mfe_15m",
            "hindsight_mae_15m",
            "dataset");

    private ResetColumns() {}

    static List<ShownColumn> all() {
        return Tables.RESET_POINTS.columns().stream().map(ShownColumn::of).toList();
    }

    /** The main columns, and the one points are ranked by. */
    static List<ShownColumn> main(String by) {
        List<String> names = new ArrayList<>(MAIN);
        if (!names.contains(by)) {
            names.add(names.indexOf("setup_quality"), by);
        }
        return names.stream().map(ResetColumns::pretty).toList();
    }

    /** A column as people read it. */
    static ShownColumn pretty(String name) {
        ShownColumn plain = ShownColumn.of(Tables.RESET_POINTS.column(name));
        return switch (name) {
            case "direction" ->
                new ShownColumn(name, name, false, value -> switch ((Integer) value) {
                    case 1 -> "up";
                    case -1 -> "down";
                    default -> "";
                });
            case "setup_quality" ->
                new ShownColumn(name, "setup", true, value -> String.format(Locale.ROOT, "%.2f", (Double) value));
            case "rvol" ->
                new ShownColumn(name, name, true, value -> String.format(Locale.ROOT, "%.1fx", (Double) value));
            case "selected" -> new ShownColumn(name, name, false, value -> (Boolean) value ? "yes" : "");
            case "hindsight_mfe_15m" -> percent(name, "best in 15 min");
            case "hindsight_mae_15m" -> percent(name, "worst in 15 min");
            default -> plain;
        };
    }

    private static ShownColumn percent(String name, String heading) {
        return new ShownColumn(
                name, heading, true, value -> String.format(Locale.ROOT, "%.1f%%", 100 * (Double) value));
    }
}
