package io.tapelake.cli.lake;

import io.tapelake.index.GroupCount;
import io.tapelake.index.IndexStats;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The numbers of {@link IndexStats}, as tables for people and as rows for programs. */
final class StatsText {

    static final List<ShownColumn> COLUMNS =
            List.of(column("stat"), column("of"), column("time_bucket"), number("rows"));

    private static final List<String> BUCKETS =
            List.of("PREMARKET", "OPEN", "MORNING", "MIDDAY", "AFTERNOON", "POWER_HOUR", "POSTMARKET");
    private static final int SYMBOLS = 10;
    private static final int BAR = 40;

    private StatsText() {}

    static void rows(IndexStats stats, RowOutput rows) {
        row(rows, "days", null, null, stats.days());
        row(rows, "reset_points", null, null, stats.points());
        row(rows, "reset_points", "selected", null, stats.selected());
        row(rows, "symbols", null, null, stats.symbols());
        stats.quality().forEach(bin -> row(rows, "quality", bin(bin), null, bin.rows()));
        row(rows, "quality", "unknown", null, stats.unknownQuality());
        stats.categories().forEach(group -> row(rows, "category", name(group), null, group.rows()));
        stats.patterns()
                .forEach(group -> row(
                        rows,
                        "pattern",
                        pattern(group),
                        String.valueOf(group.values().get(2)),
                        group.rows()));
        stats.bySymbol().forEach(group -> row(rows, "symbol", name(group), null, group.rows()));
        stats.grades().forEach(group -> row(rows, "data_grade", name(group), null, group.rows()));
        stats.flags().forEach((flag, days) -> row(rows, "quality_flag", flag, null, days));
        stats.missing().forEach((component, days) -> row(rows, "component_missing", component, null, days));
        rows.end();
    }

    static void print(IndexStats stats, PrintWriter out) {
        out.println(count(stats.days()) + " days of " + count(stats.symbols()) + " symbols"
                + (stats.first().isEmpty()
                        ? ""
                        : ", " + stats.first().get() + " to " + stats.last().get())
                + "; " + count(stats.points()) + " reset points, " + count(stats.selected()) + " selected");
        histogram(stats, out);
        groups(out, "category", "days", stats.categories());
        patterns(stats.patterns(), out);
        List<GroupCount> symbols = new ArrayList<>(stats.bySymbol());
        symbols.sort(Comparator.comparingLong(GroupCount::rows).reversed());
        groups(out, "symbol, most days first", "days", symbols.subList(0, Math.min(SYMBOLS, symbols.size())));
        groups(out, "grade of the data", "days", stats.grades());
        named(out, "odd about the data", stats.flags());
        named(out, "component of the quality that is missing", stats.missing());
    }

    private static void histogram(IndexStats stats, PrintWriter out) {
        long largest =
                stats.quality().stream().mapToLong(IndexStats.Bin::rows).max().orElse(0);
        out.println();
        RowOutput rows = RowFormat.TABLE.open(out, List.of(column("quality"), number("days"), column("")));
        for (IndexStats.Bin bin : stats.quality()) {
            int length = largest == 0 ? 0 : (int) Math.ceil((double) BAR * bin.rows() / largest);
            rows.row(List.of(bin(bin), bin.rows(), "█".repeat(length)));
        }
        if (stats.unknownQuality() > 0) {
            rows.row(List.of("unknown", stats.unknownQuality(), ""));
        }
        rows.end();
    }

    private static void patterns(List<GroupCount> patterns, PrintWriter out) {
        Map<String, Map<String, Long>> byPattern = new TreeMap<>();
        patterns.forEach(group -> byPattern
                .computeIfAbsent(pattern(group), p -> new LinkedHashMap<>())
                .merge(String.valueOf(group.values().get(2)), group.rows(), Long::sum));
        out.println();
        List<ShownColumn> columns = new ArrayList<>(List.of(column("pattern")));
        BUCKETS.forEach(
                bucket -> columns.add(number(bucket.toLowerCase(Locale.ROOT).replace('_', ' '))));
        columns.add(number("all"));
        RowOutput rows = RowFormat.TABLE.open(out, columns);
        byPattern.forEach((pattern, byBucket) -> {
            List<Object> row = new ArrayList<>(List.of(pattern));
            BUCKETS.forEach(bucket -> row.add(byBucket.get(bucket)));
            row.add(byBucket.values().stream().mapToLong(Long::longValue).sum());
            rows.row(row);
        });
        rows.end();
    }

    private static void groups(PrintWriter out, String heading, String what, List<GroupCount> groups) {
        Map<String, Long> named = new LinkedHashMap<>();
        groups.forEach(group -> named.merge(name(group), group.rows(), Long::sum));
        named(out, heading, what, named);
    }

    private static void named(PrintWriter out, String heading, Map<String, Long> counts) {
        named(out, heading, "days", counts);
    }

    private static void named(PrintWriter out, String heading, String what, Map<String, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        out.println();
        RowOutput rows = RowFormat.TABLE.open(out, List.of(column(heading), number(what)));
        counts.forEach((name, rowsOf) -> rows.row(List.of(name, rowsOf)));
        rows.end();
    }

    private static void row(RowOutput rows, String stat, String of, String bucket, long count) {
        rows.row(Arrays.asList(stat, of, bucket, count));
    }

    private static String pattern(GroupCount group) {
        Object pattern = group.values().get(1);
        return group.values().get(0) + (pattern == null || "".equals(pattern) ? "" : " " + pattern);
    }

    private static String name(GroupCount group) {
        return group.values().get(0) == null
                ? "unknown"
                : String.valueOf(group.values().get(0));
    }

    private static String bin(IndexStats.Bin bin) {
        return String.format(Locale.ROOT, "%.1f-%.1f", bin.low(), bin.high());
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static ShownColumn column(String name) {
        return new ShownColumn(name, name, false, CellText::pretty);
    }

    private static ShownColumn number(String name) {
        return new ShownColumn(name, name, true, value -> count((Long) value));
    }
}
