package io.tapelake.index;

import io.tapelake.index.DayChange.Cause;
import io.tapelake.index.DayChange.Judgement;
import io.tapelake.index.DayChange.Kind;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.PublishedRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares two runs date by date; holds the rows of one date. */
final class RunComparison {

    private static final List<String> DAY = List.of("symbol", "dataset");
    private static final List<String> POINT =
            List.of("symbol", "dataset", "decision_ts_ns", "detector", "pattern", "direction");

    /** Columns that say where a row comes from and not what it says. */
    private static final Set<String> PROVENANCE = Set.of("run_id", "file_ids");

    private final PublishedRun before;
    private final PublishedRun after;
    private final OtherRows index;
    private final OtherRows points;
    private final List<FileChange> files;
    private final boolean otherActions;
    private final Causes why;
    private final int limit;

    private final TreeSet<LocalDate> dates = new TreeSet<>();
    private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    private final Map<Cause, Long> causes = new EnumMap<>(Cause.class);
    private final List<DayChange> first = new ArrayList<>();
    private long otherCategory;
    private long otherQuality;
    private ResetPointCounts resets = ResetPointCounts.NONE;

    private RunComparison(Lake lake, PublishedRun before, PublishedRun after, int limit) {
        LakeRun old = lake.run(before.runId());
        LakeRun now = lake.run(after.runId());
        this.before = before;
        this.after = after;
        this.index = OtherRows.of(Tables.DAY_INDEX, old, now);
        this.points = OtherRows.of(Tables.RESET_POINTS, old, now);
        this.files = FileChange.between(old, now);
        this.otherActions = !OtherRows.of(Tables.CORPORATE_ACTIONS, old, now).none()
                || !OtherRows.of(Tables.SYMBOLOGY, old, now).none();
        this.why = new Causes(lake.runs(), before, after, files, otherActions);
        this.limit = limit;
    }

    static RunComparison of(Lake lake, String before, String after, int limit) {
        return new RunComparison(lake, lake.published(before), lake.published(after), limit);
    }

    RunDiff diff() {
        TreeSet<LocalDate> mayDiffer = new TreeSet<>(index.dates());
        mayDiffer.addAll(points.dates());
        mayDiffer.forEach(this::compare);
        return new RunDiff(
                before, after, files, otherActions, dates, kinds, otherCategory, otherQuality, resets, causes, first);
    }

    private void compare(LocalDate date) {
        var daysBefore = index.before(date, DAY);
        var daysAfter = index.after(date, DAY);
        Map<List<Object>, Points> pointsByDay = points(date);
        Set<List<Object>> days = new TreeSet<>(
                Comparator.comparing((List<Object> day) -> day.get(0).toString())
                        .thenComparing(day -> day.get(1).toString()));
        days.addAll(daysBefore.keySet());
        days.addAll(daysAfter.keySet());
        days.addAll(pointsByDay.keySet());
        for (List<Object> day : days) {
            compare(date, day, daysBefore.get(day), daysAfter.get(day), pointsByDay.getOrDefault(day, Points.NONE));
        }
    }

    private void compare(
            LocalDate date, List<Object> day, Map<String, Object> was, Map<String, Object> is, Points point) {
        List<String> columns = was == null || is == null ? List.of() : otherColumns(was, is);
        boolean sameDay = (was == null) == (is == null) && columns.isEmpty();
        if (sameDay && point.counts().sum() == 0) {
            return;
        }
        Kind kind = sameDay ? Kind.RESET_POINTS : was == null ? Kind.ADDED : is == null ? Kind.REMOVED : Kind.CHANGED;
        Set<Cause> found = why.of(
                date,
                was == null ? point.madeBefore() : was.get("run_id"),
                is == null ? point.madeAfter() : is.get("run_id"));
        dates.add(date);
        kinds.merge(kind, 1L, Long::sum);
        found.forEach(cause -> causes.merge(cause, 1L, Long::sum));
        otherCategory += columns.contains("category") ? 1 : 0;
        otherQuality += columns.contains("quality") ? 1 : 0;
        resets = resets.plus(point.counts());
        if (first.size() < limit) {
            first.add(new DayChange(
                    date,
                    day.get(1).toString(),
                    day.get(0).toString(),
                    kind,
                    sameDay ? Optional.empty() : judgement(was),
                    sameDay ? Optional.empty() : judgement(is),
                    columns,
                    point.counts(),
                    found));
        }
    }

    /** What differs between the reset points of a symbol-day, and the runs that computed them. */
    private record Points(ResetPointCounts counts, Object madeBefore, Object madeAfter) {
        static final Points NONE = new Points(ResetPointCounts.NONE, null, null);

        Points plus(Map<String, Object> was, Map<String, Object> is) {
            ResetPointCounts one = was == null
                    ? new ResetPointCounts(1, 0, 0)
                    : is == null
                            ? new ResetPointCounts(0, 1, 0)
                            : new ResetPointCounts(0, 0, otherColumns(was, is).isEmpty() ? 0 : 1);
            return new Points(
                    counts.plus(one),
                    was == null ? madeBefore : was.get("run_id"),
                    is == null ? madeAfter : is.get("run_id"));
        }
    }

    private Map<List<Object>, Points> points(LocalDate date) {
        var pointsBefore = points.before(date, POINT);
        var pointsAfter = points.after(date, POINT);
        Map<List<Object>, Points> byDay = new HashMap<>();
        pointsBefore.forEach((key, was) -> {
            Points soFar = byDay.getOrDefault(key.subList(0, 2), Points.NONE);
            byDay.put(List.copyOf(key.subList(0, 2)), soFar.plus(was, pointsAfter.get(key)));
        });
        pointsAfter.forEach((key, is) -> {
            if (!pointsBefore.containsKey(key)) {
                Points soFar = byDay.getOrDefault(key.subList(0, 2), Points.NONE);
                byDay.put(List.copyOf(key.subList(0, 2)), soFar.plus(null, is));
            }
        });
        return byDay;
    }

    private static List<String> otherColumns(Map<String, Object> was, Map<String, Object> is) {
        return new TreeMap<>(is)
                .keySet().stream()
                        .filter(column -> !PROVENANCE.contains(column))
                        .filter(column -> !Objects.equals(was.get(column), is.get(column)))
                        .toList();
    }

    private static Optional<Judgement> judgement(Map<String, Object> day) {
        return day == null
                ? Optional.empty()
                : Optional.of(new Judgement((String) day.get("category"), (Double) day.get("quality")));
    }
}
