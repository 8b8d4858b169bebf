package io.tapelake.cli.lake;

import io.tapelake.lake.Tables;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/** The best selected reset points of the complete dates of a run as a table. */
public final class TopResetPoints {

    private static final int SELECTED = 0;
    private static final int QUALITY = 1;
    private static final int DATE = 2;
    private static final int DATASET = 3;
    private static final List<String> SHOWN = List.of(
            "decision_ts",
            "symbol",
            "detector",
            "direction",
            "phase",
            "setup_quality",
            "price",
            "hindsight_mfe_15m",
            "hindsight_mae_15m");

    private TopResetPoints() {}

    /** A point with what it is ranked by. */
    private record Point(double quality, List<Object> values) {}

    /** Prints the first {@code count} selected points by setup quality; returns how many there were. */
    public static int print(LakeRun run, int count, PrintWriter out) {
        RowOutput output = RowFormat.TABLE.open(
                out, SHOWN.stream().map(TopResetPoints::column).toList());
        List<Point> best = best(run, count);
        best.forEach(point -> output.row(point.values()));
        output.end();
        return best.size();
    }

    private static List<Point> best(LakeRun run, int count) {
        PriorityQueue<Point> best = new PriorityQueue<>(Comparator.comparingDouble(Point::quality));
        if (!run.has(Tables.RESET_POINTS)) {
            return List.of();
        }
        List<String> columns = new ArrayList<>(List.of("selected", "setup_quality", "trade_date", "dataset"));
        SHOWN.stream().filter(name -> !columns.contains(name)).forEach(columns::add);
        try (RowCursor row = TableScan.of(run.table(Tables.RESET_POINTS))
                .columns(columns.toArray(String[]::new))
                .open()) {
            while (row.next()) {
                if (row.longAt(SELECTED) == 0
                        || row.isNullAt(QUALITY)
                        || run.openDays().isOpen(LocalDate.ofEpochDay(row.longAt(DATE)), row.textAt(DATASET))) {
                    continue;
                }
                best.add(new Point(
                        row.doubleAt(QUALITY),
                        SHOWN.stream().map(name -> row.valueAt(row.place(name))).toList()));
                if (best.size() > count) {
                    best.poll();
                }
            }
        }
        return best.stream()
                .sorted(Comparator.comparingDouble(Point::quality).reversed())
                .toList();
    }

    private static ShownColumn column(String name) {
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
