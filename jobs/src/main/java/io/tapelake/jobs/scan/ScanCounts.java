package io.tapelake.jobs.scan;

import io.tapelake.scanner.DayAnalysis;
import io.tapelake.scanner.DayKind;
import io.tapelake.scanner.reset.ResetPoint;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a report says of some symbol-days; adds up.
 *
 * @param symbolDays symbol-days folded
 * @param kinds days of the index by kind
 * @param categories days of the index by category
 * @param resetPoints candidates
 * @param selected of these, drawn
 * @param failures symbol-days on which the scanner failed
 */
record ScanCounts(
        long symbolDays,
        Map<String, Long> kinds,
        Map<String, Long> categories,
        long resetPoints,
        long selected,
        List<ScanReport.Failure> failures)
        implements Serializable {

    static ScanCounts none() {
        return new ScanCounts(0, Map.of(), Map.of(), 0, 0, List.of());
    }

    static ScanCounts day() {
        return new ScanCounts(1, Map.of(), Map.of(), 0, 0, List.of());
    }

    static ScanCounts indexed(DayKind kind) {
        return new ScanCounts(1, Map.of(kind.text(), 1L), Map.of(), 0, 0, List.of());
    }

    static ScanCounts indexed(DayKind kind, DayAnalysis analysis) {
        return new ScanCounts(
                1,
                Map.of(kind.text(), 1L),
                Map.of(analysis.score().category(), 1L),
                analysis.resetPoints().size(),
                analysis.resetPoints().stream().filter(ResetPoint::selected).count(),
                List.of());
    }

    static ScanCounts failed(FoldedRow day, String what) {
        return new ScanCounts(
                1,
                Map.of(),
                Map.of(),
                0,
                0,
                List.of(new ScanReport.Failure(day.tradeDate(), day.dataset(), day.symbol(), what)));
    }

    ScanCounts plus(ScanCounts other) {
        List<ScanReport.Failure> all = new ArrayList<>(failures);
        all.addAll(other.failures);
        return new ScanCounts(
                symbolDays + other.symbolDays,
                sum(kinds, other.kinds),
                sum(categories, other.categories),
                resetPoints + other.resetPoints,
                selected + other.selected,
                all);
    }

    private static Map<String, Long> sum(Map<String, Long> a, Map<String, Long> b) {
        if (b.isEmpty()) {
            return a;
        }
        Map<String, Long> sum = new TreeMap<>(a);
        b.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }
}
