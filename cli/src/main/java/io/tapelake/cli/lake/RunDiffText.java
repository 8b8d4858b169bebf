package io.tapelake.cli.lake;

import io.tapelake.index.DayChange;
import io.tapelake.index.FileChange;
import io.tapelake.index.ResetPointCounts;
import io.tapelake.index.RunDiff;
import io.tapelake.lake.read.PublishedRun;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The difference of two runs for people: a summary, then tables. */
final class RunDiffText {

    private static final int SHOWN_COLUMNS = 4;

    private RunDiffText() {}

    static void print(RunDiff diff, int limit, PrintWriter out) {
        out.println("from           " + run(diff.before()));
        out.println("to             " + run(diff.after()));
        out.println("input          " + input(diff));
        out.println("code           "
                + (diff.otherCode()
                        ? diff.before().codeVersion() + " -> " + diff.after().codeVersion()
                        : "the same"));
        out.println("configuration  "
                + (diff.otherConfiguration()
                        ? diff.before().configHash() + " -> " + diff.after().configHash()
                        : "the same"));
        out.println("trade dates    " + dates(diff.dates()));
        out.println("symbol-days    " + days(diff));
        out.println("reset points   " + points(diff.resetPoints()));
        if (!diff.causes().isEmpty()) {
            out.println("may be due to  "
                    + diff.causes().entrySet().stream()
                            .map(cause -> name(cause.getKey()) + " " + cause.getValue())
                            .collect(Collectors.joining(", ")));
        }
        if (!diff.files().isEmpty() && limit > 0) {
            out.println();
            files(diff.files().subList(0, Math.min(limit, diff.files().size())), out);
            more(diff.files().size() - limit, "files", out);
        }
        if (!diff.first().isEmpty()) {
            out.println();
            changes(diff.first(), out);
            more(diff.changedDays() - limit, "symbol-days", out);
        }
    }

    private static String run(PublishedRun run) {
        return run.runId() + " (" + run.job() + ", " + CellText.pretty(RunRow.createdAt(run)) + ")";
    }

    private static String input(RunDiff diff) {
        List<String> parts = new ArrayList<>();
        for (FileChange.Kind kind : FileChange.Kind.values()) {
            long count =
                    diff.files().stream().filter(file -> file.kind() == kind).count();
            if (count > 0) {
                parts.add(count + " " + name(kind));
            }
        }
        TreeSet<LocalDate> dates = new TreeSet<>();
        diff.files().forEach(file -> dates.addAll(file.tradeDates()));
        String files = parts.isEmpty() ? "the same files" : "files: " + String.join(", ", parts) + "; " + dates(dates);
        return files + (diff.otherCorporateActions() ? "; other corporate actions" : "");
    }

    private static String dates(SortedSet<LocalDate> dates) {
        return switch (dates.size()) {
            case 0 -> "none";
            case 1 -> dates.first().toString();
            default -> dates.size() + ", " + dates.first() + " to " + dates.last();
        };
    }

    private static String days(RunDiff diff) {
        if (diff.changedDays() == 0) {
            return "none";
        }
        List<String> parts = new ArrayList<>();
        diff.days().forEach((kind, count) -> {
            String detail = kind == DayChange.Kind.CHANGED
                    ? " (category " + diff.otherCategory() + ", quality " + diff.otherQuality() + ")"
                    : "";
            parts.add(
                    kind == DayChange.Kind.RESET_POINTS
                            ? count + " with other reset points only"
                            : count + " " + name(kind) + detail);
        });
        return String.join(", ", parts);
    }

    private static String points(ResetPointCounts points) {
        return points.sum() == 0
                ? "none"
                : points.added() + " added, " + points.removed() + " removed, " + points.changed() + " changed";
    }

    private static void files(List<FileChange> files, PrintWriter out) {
        RowOutput rows = RowFormat.TABLE.open(
                out, List.of(column("file", false), column("schema", false), column("dates", false), whole("path")));
        files.forEach(file ->
                rows.row(Arrays.asList(name(file.kind()), file.schema(), dates(file.tradeDates()), file.path())));
        rows.end();
    }

    private static void changes(List<DayChange> days, PrintWriter out) {
        RowOutput rows = RowFormat.TABLE.open(
                out,
                List.of(
                        column("trade_date", false),
                        column("symbol", false),
                        column("day", false),
                        column("category", false),
                        column("quality", false),
                        column("points", false),
                        column("may be due to", false),
                        column("columns", false),
                        column("dataset", false)));
        for (DayChange day : days) {
            rows.row(Arrays.asList(
                    day.tradeDate(),
                    day.symbol(),
                    name(day.kind()),
                    values(day, DayChange.Judgement::category),
                    values(day, RunDiffText::quality),
                    day.resetPoints().sum() == 0 ? null : shortPoints(day.resetPoints()),
                    day.causes().stream().map(RunDiffText::name).collect(Collectors.joining(", ")),
                    columns(day.columns()),
                    day.dataset()));
        }
        rows.end();
    }

    private static String shortPoints(ResetPointCounts points) {
        return "+" + points.added() + " -" + points.removed() + " ~" + points.changed();
    }

    private static String columns(List<String> columns) {
        return columns.size() <= SHOWN_COLUMNS
                ? String.join(", ", columns)
                : String.join(", ", columns.subList(0, SHOWN_COLUMNS)) + " and " + (columns.size() - SHOWN_COLUMNS)
                        + " more";
    }

    private static String values(DayChange day, java.util.function.Function<DayChange.Judgement, String> value) {
        Optional<String> was = day.before().map(value);
        Optional<String> is = day.after().map(value);
        if (was.isPresent() && is.isPresent() && !was.equals(is)) {
            return was.get() + " -> " + is.get();
        }
        return is.or(() -> was).orElse(null);
    }

    private static String quality(DayChange.Judgement judgement) {
        return judgement.quality() == null
                ? null
                : BigDecimal.valueOf(judgement.quality())
                        .setScale(3, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    private static void more(long more, String what, PrintWriter out) {
        if (more > 0) {
            out.println("... and " + more + " more " + what + "; --limit N shows more");
        }
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static ShownColumn column(String name, boolean right) {
        return new ShownColumn(name, name, right, CellText::pretty);
    }

    private static ShownColumn whole(String name) {
        return new ShownColumn(name, name, false, CellText::exact);
    }
}
