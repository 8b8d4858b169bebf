package io.tapelake.cli.report;

import static io.tapelake.cli.report.NightPage.count;

import io.tapelake.cli.explain.Markup;
import io.tapelake.index.DayChange;
import io.tapelake.index.GroupCount;
import io.tapelake.index.IndexStats;
import io.tapelake.index.RunDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the index has of the night, what is odd about its data, and what is other than the night before. */
final class NightTables {

    private static final List<String> CATEGORIES = List.of("PRIME", "SECONDARY", "MIXED", "RISK", "CONTROL");
    private static final List<String> BUCKETS =
            List.of("PREMARKET", "OPEN", "MORNING", "MIDDAY", "AFTERNOON", "POWER_HOUR", "POSTMARKET");

    private NightTables() {}

    static void categories(Night night, Markup out) {
        if (night.stats().isEmpty()) {
            return;
        }
        Map<String, Long> here = byCategory(night.stats());
        Map<String, Long> all = byCategory(night.statsAll());
        Map<String, Long> before = byCategory(night.statsBefore());
        out.open("section").text("h2", "Categories");
        NightPage.head(out, List.of("Category", "#Days of these dates", "", "#In the index", "#Before"));
        long most = here.values().stream().mapToLong(Long::longValue).max().orElse(1);
        for (String category : CATEGORIES) {
            long days = here.getOrDefault(category, 0L);
            out.open("tr")
                    .open("td")
                    .text("b", category, "class", "badge cat-" + category)
                    .close("td");
            out.text("td", count(days), "class", "num");
            out.open("td", "class", "track")
                    .open("i", "style", "width:" + Markup.plain(100d * days / Math.max(1, most)) + "%")
                    .close("i")
                    .close("td");
            out.text("td", count(all.getOrDefault(category, 0L)), "class", "num");
            out.text(
                    "td",
                    night.statsBefore().isEmpty() ? "–" : count(before.getOrDefault(category, 0L)),
                    "class",
                    "num");
            out.close("tr");
        }
        NightPage.tail(out);
        out.close("section");
    }

    private static Map<String, Long> byCategory(Optional<IndexStats> stats) {
        Map<String, Long> days = new TreeMap<>();
        stats.ifPresent(known -> known.categories()
                .forEach(group -> days.merge(String.valueOf(group.values().get(0)), group.rows(), Long::sum)));
        return days;
    }

    static void patterns(Night night, Markup out) {
        if (night.stats().isEmpty() || night.stats().get().patterns().isEmpty()) {
            return;
        }
        Map<String, Map<String, Long>> byPattern = new TreeMap<>();
        for (GroupCount group : night.stats().get().patterns()) {
            Object pattern = group.values().get(1);
            String name = String.valueOf(
                    pattern == null || "".equals(pattern) ? group.values().get(0) : pattern);
            byPattern
                    .computeIfAbsent(name.replace('_', ' '), p -> new LinkedHashMap<>())
                    .merge(String.valueOf(group.values().get(2)), group.rows(), Long::sum);
        }
        long most = byPattern.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        out.open("section").text("h2", "Reset points by pattern and time of day");
        List<String> headings = new ArrayList<>(List.of("Pattern"));
        BUCKETS.forEach(bucket -> headings.add("#" + bucket.charAt(0)
                + bucket.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ')));
        headings.add("#All");
        NightPage.head(out, headings);
        byPattern.forEach((pattern, row) -> {
            out.open("tr").text("td", pattern);
            for (String bucket : BUCKETS) {
                long points = row.getOrDefault(bucket, 0L);
                int shade = (int) Math.ceil(4d * points / most);
                out.text("td", points == 0 ? "" : count(points), "class", "num heat h" + shade);
            }
            out.text(
                    "td", count(row.values().stream().mapToLong(Long::longValue).sum()), "class", "num");
            out.close("tr");
        });
        NightPage.tail(out);
        out.close("section");
    }

    static void warnings(Night night, Markup out) {
        List<String> warnings = new ArrayList<>();
        night.run()
                .openDays()
                .byDate()
                .forEach((date, datasets) -> warnings.add(date + " is open: more data of " + String.join(", ", datasets)
                        + " may come. It is in no number above."));
        if (night.count("failed_symbol_days") > 0) {
            warnings.add(days(night.count("failed_symbol_days"), "symbol-day") + " could not be scanned.");
        }
        night.stats().ifPresent(stats -> {
            stats.grades().stream()
                    .filter(group ->
                            "DEF".contains(String.valueOf(group.values().get(0)))
                                    || "C".equals(group.values().get(0)))
                    .forEach(group -> warnings.add(days(group.rows(), "day") + " of the index with data of grade "
                            + group.values().get(0) + "."));
            stats.flags()
                    .forEach((flag, days) -> warnings.add(days(days, "day") + " of the index: "
                            + flag.replace('_', ' ').replace('-', ' ') + "."));
            stats.missing()
                    .forEach((component, days) -> warnings.add(
                            days(days, "day") + " judged without " + component + ", which could not be computed."));
        });
        out.open("section").text("h2", "Warnings about the data");
        if (warnings.isEmpty()) {
            out.text("p", "None.", "class", "soft");
        } else {
            out.open("ul");
            warnings.forEach(warning -> out.text("li", warning));
            out.close("ul");
        }
        out.close("section");
    }

    static void changes(Night night, Markup out) {
        out.open("section").text("h2", "Changes against the run before");
        if (night.diff().isEmpty()) {
            out.text(
                    "p",
                    night.run().baseRunId().isEmpty()
                            ? "There was none: this run started from nothing."
                            : "Run " + night.run().baseRunId().get() + " is not kept any more.",
                    "class",
                    "soft");
            out.close("section");
            return;
        }
        RunDiff diff = night.diff().get();
        Map<DayChange.Kind, Long> days = diff.days();
        out.open("p").text("Against " + night.before().get().runId() + ": ");
        out.text(days(days.getOrDefault(DayChange.Kind.ADDED, 0L), "day") + " came to the index, "
                + days(days.getOrDefault(DayChange.Kind.REMOVED, 0L), "day") + " went, "
                + days(days.getOrDefault(DayChange.Kind.CHANGED, 0L), "day") + " changed ("
                + count(diff.otherCategory()) + " in category); of reset points "
                + count(diff.resetPoints().added())
                + " came, " + count(diff.resetPoints().removed()) + " went, "
                + count(diff.resetPoints().changed())
                + " changed.");
        out.close("p");
        if (diff.otherConfiguration() || diff.otherCode()) {
            out.text(
                    "p",
                    "The " + (diff.otherConfiguration() ? "configuration" : "")
                            + (diff.otherConfiguration() && diff.otherCode() ? " and the " : "")
                            + (diff.otherCode() ? "code" : "") + " is another one.",
                    "class",
                    "bad");
        }
        List<DayChange> old = diff.first().stream()
                .filter(change -> change.kind() != DayChange.Kind.ADDED)
                .toList();
        if (!old.isEmpty()) {
            NightPage.head(out, List.of("Date", "Symbol", "What", "Before", "After", "Cause"));
            for (DayChange change : old) {
                out.open("tr")
                        .text("td", change.tradeDate().toString(), "class", "num")
                        .text("td", change.symbol());
                out.text("td", change.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
                out.text("td", judged(change.before())).text("td", judged(change.after()));
                out.text(
                        "td",
                        change.causes().stream()
                                .map(cause ->
                                        cause.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                                .collect(Collectors.joining(", ")));
                out.close("tr");
            }
            NightPage.tail(out);
        }
        out.close("section");
    }

    private static String judged(Optional<DayChange.Judgement> judgement) {
        return judgement
                .map(known -> (known.category() == null ? "unknown" : known.category())
                        + (known.quality() == null ? "" : String.format(Locale.ROOT, " %.2f", known.quality())))
                .orElse("");
    }

    private static String days(long number, String one) {
        return count(number) + " " + one + (number == 1 ? "" : "s");
    }
}
