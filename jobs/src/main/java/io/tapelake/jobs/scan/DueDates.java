package io.tapelake.jobs.scan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tapelake.jobs.ingest.DatesInLake;
import io.tapelake.jobs.publish.TableSource;
import io.tapelake.lake.Tables;
import io.tapelake.model.Securities;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Which dates a scan computes: those that changed, and each later one on which some security looks back at a date that
 * changed. A date is computed for all of its securities.
 */
final class DueDates {

    private DueDates() {}

    /** A day of a security: its date as an epoch day, and whether it counts as a day of a lookback. */
    record Day(long epochDay, boolean hasSource) {}

    /**
     * The dates, those that changed included.
     *
     * @param securities which security a symbol is on a date
     * @param changed dates whose rows changed
     * @param lookbackDays most days that a day looks back at
     */
    static SortedSet<LocalDate> of(
            TableSource before, DatesInLake lake, Securities securities, Set<LocalDate> changed, int lookbackDays) {
        SortedSet<LocalDate> due = new TreeSet<>(changed);
        if (due.isEmpty() || lake.dates().stream().allMatch(date -> due.contains(date) || date.isBefore(due.first()))) {
            return due;
        }
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(before.spark().sparkContext());
        Broadcast<Securities> known = context.broadcast(securities);
        Broadcast<Map<String, SortedSet<Long>>> changes = context.broadcast(changesBySecurity(lake, securities, due));
        Set<Long> dates = new HashSet<>();
        due.forEach(date -> dates.add(date.toEpochDay()));
        before.read(Tables.DAY_STATS)
                .where(col("trade_date").geq(lit(java.sql.Date.valueOf(due.first()))))
                .selectExpr("dataset", "symbol", "trade_date", "source_schema IS NOT NULL AS has_source")
                .javaRDD()
                .mapToPair(row -> new Tuple2<>(
                        SecurityKey.of(
                                known.value(),
                                row.getString(0),
                                row.getString(1),
                                row.getDate(2).toLocalDate()),
                        new Tuple2<>(row.getDate(2).toLocalDate().toEpochDay(), row.getBoolean(3))))
                .groupByKey()
                .flatMap(security -> {
                    List<Day> days = new ArrayList<>();
                    SortedSet<Long> changesOfIt =
                            new TreeSet<>(changes.value().getOrDefault(security._1(), new TreeSet<>()));
                    for (Tuple2<Long, Boolean> day : security._2()) {
                        days.add(new Day(day._1(), day._2()));
                        if (dates.contains(day._1())) {
                            // Rows that were there before, and perhaps are no longer.
                            changesOfIt.add(day._1());
                        }
                    }
                    return affected(days, changesOfIt, lookbackDays).iterator();
                })
                .distinct()
                .collect()
                .forEach(day -> due.add(LocalDate.ofEpochDay(day)));
        due.removeIf(date -> !changed.contains(date) && !lake.dates().contains(date));
        return due;
    }

    private static Map<String, SortedSet<Long>> changesBySecurity(
            DatesInLake lake, Securities securities, Set<LocalDate> due) {
        Map<String, SortedSet<Long>> changes = new HashMap<>();
        lake.symbolsOn(due)
                .forEach((date, datasets) -> datasets.forEach((dataset, symbols) -> symbols.forEach(symbol ->
                        changes.computeIfAbsent(SecurityKey.of(securities, dataset, symbol, date), s -> new TreeSet<>())
                                .add(date.toEpochDay()))));
        return changes;
    }

    /** The days within {@code lookbackDays} days of the security after one of its changes. Pure. */
    static List<Long> affected(List<Day> days, SortedSet<Long> changes, int lookbackDays) {
        TreeMap<Long, Boolean> inOrder = new TreeMap<>();
        days.forEach(day -> inOrder.put(day.epochDay(), day.hasSource()));
        List<Long> affected = new ArrayList<>();
        changes.forEach(change -> {
            int since = 0;
            for (Map.Entry<Long, Boolean> day : inOrder.tailMap(change, false).entrySet()) {
                if (since >= lookbackDays) {
                    break;
                }
                affected.add(day.getKey());
                if (day.getValue() && !changes.contains(day.getKey())) {
                    since++;
                }
            }
        });
        return affected;
    }
}
