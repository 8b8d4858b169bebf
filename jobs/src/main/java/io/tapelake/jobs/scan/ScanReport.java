package io.tapelake.jobs.scan;

import io.tapelake.scanner.DayKind;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a scan did.
 *
 * @param dates trade dates that were scanned, ascending; empty if nothing had changed
 * @param symbolDays symbol-days of these dates, those that failed included
 * @param kinds days of the index by kind: momentum, mixed, control
 * @param categories days of the index by category
 * @param resetPoints candidates in {@code reset_points}
 * @param selected of these, drawn
 * @param failures symbol-days on which the scanner failed, by date and symbol; they are not in the tables, or only in
 *     {@code day_stats}
 */
public record ScanReport(
        List<LocalDate> dates,
        long symbolDays,
        Map<String, Long> kinds,
        Map<String, Long> categories,
        long resetPoints,
        long selected,
        List<Failure> failures) {

    /**
     * A symbol-day on which the scanner failed.
     *
     * @param tradeDate its date
     * @param dataset its dataset
     * @param symbol its symbol
     * @param what the step that failed and what it said
     */
    public record Failure(LocalDate tradeDate, String dataset, String symbol, String what) implements Serializable {}

    static ScanReport of(List<LocalDate> dates, ScanCounts counts) {
        return new ScanReport(
                dates,
                counts.symbolDays(),
                Map.copyOf(counts.kinds()),
                Map.copyOf(counts.categories()),
                counts.resetPoints(),
                counts.selected(),
                counts.failures().stream()
                        .sorted(Comparator.comparing(Failure::tradeDate)
                                .thenComparing(Failure::dataset)
                                .thenComparing(Failure::symbol))
                        .toList());
    }

    /** Days of the index of one kind. */
    public long days(DayKind kind) {
        return kinds.getOrDefault(kind.text(), 0L);
    }

    /** Momentum days. */
    public long momentumDays() {
        return days(DayKind.MOMENTUM);
    }

    /** The numbers by name, for the row of {@code runs}. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("symbol_days", symbolDays);
        for (DayKind kind : List.of(DayKind.MOMENTUM, DayKind.MIXED, DayKind.CONTROL)) {
            counts.put(kind.text() + "_days", days(kind));
        }
        categories.forEach(
                (category, days) -> counts.put("category_" + category.toLowerCase(java.util.Locale.ROOT), days));
        counts.put("reset_points", resetPoints);
        counts.put("reset_points_selected", selected);
        counts.put("failed_symbol_days", (long) failures.size());
        return counts;
    }
}
