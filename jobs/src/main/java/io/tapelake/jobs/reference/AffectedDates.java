package io.tapelake.jobs.reference;

import static org.apache.spark.sql.functions.col;

import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.lake.Tables;
import io.tapelake.model.CorporateAction;
import io.tapelake.model.Securities;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * The dates on which some day looks back differently once the securities are others: at other days, or with other splits in
 * between. Exactly these: a date whose days look back as before is not among them.
 */
final class AffectedDates {

    private AffectedDates() {}

    /** A day of a symbol, and whether it counts as a day of a lookback. */
    record Day(String symbol, LocalDate date, boolean hasSource) implements Serializable {}

    /** What a day looks back at: days from the oldest to the newest, and the splits since the oldest. */
    private record View(List<Day> days, List<Map.Entry<LocalDate, BigDecimal>> splits) {}

    /** The dates of a run's {@code day_stats}. */
    static Set<LocalDate> of(WorkingRun run, Securities before, Securities after, int lookbackDays) {
        Set<LocalDate> affected = new TreeSet<>();
        Map<String, String> groups = groups(before, after);
        if (groups.isEmpty()) {
            return affected;
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(run.spark().sparkContext());
        Broadcast<Map<String, String>> groupOf = context.broadcast(groups);
        Broadcast<Securities> old = context.broadcast(before);
        Broadcast<Securities> now = context.broadcast(after);
        run.read(Tables.DAY_STATS)
                .selectExpr("dataset", "symbol", "trade_date", "source_schema IS NOT NULL AS has_source")
                .where(col("symbol").isNotNull())
                .javaRDD()
                .filter(row -> groupOf.value().containsKey(row.getString(1)))
                .mapToPair(row -> new Tuple2<>(
                        row.getString(0) + "\n" + groupOf.value().get(row.getString(1)),
                        new Day(row.getString(1), row.getDate(2).toLocalDate(), row.getBoolean(3))))
                .groupByKey()
                .flatMap(group -> {
                    List<Day> days = new ArrayList<>();
                    group._2().forEach(days::add);
                    return among(days, old.value(), now.value(), lookbackDays).iterator();
                })
                .distinct()
                .collect()
                .forEach(affected::add);
        return affected;
    }

    /** The dates of days that look back differently. Pure. */
    static Set<LocalDate> among(List<Day> days, Securities before, Securities after, int lookbackDays) {
        Map<Day, View> old = views(days, before, lookbackDays);
        Set<LocalDate> affected = new TreeSet<>();
        views(days, after, lookbackDays).forEach((day, view) -> {
            if (!view.equals(old.get(day))) {
                affected.add(day.date());
            }
        });
        return affected;
    }

    private static Map<Day, View> views(List<Day> days, Securities securities, int lookbackDays) {
        Map<String, List<Day>> bySecurity = new TreeMap<>();
        for (Day day : days) {
            bySecurity
                    .computeIfAbsent(securities.securityOf(day.symbol(), day.date()), s -> new ArrayList<>())
                    .add(day);
        }
        Map<Day, View> views = new HashMap<>();
        bySecurity.forEach((security, ofIt) -> {
            List<CorporateAction> splits = securities.splitsOf(security);
            Deque<Day> last = new ArrayDeque<>();
            ofIt.sort(Comparator.comparing(Day::date));
            for (Day day : ofIt) {
                views.put(day, new View(List.copyOf(last), between(splits, last.peekFirst(), day)));
                if (day.hasSource()) {
                    last.addLast(day);
                    if (last.size() > lookbackDays) {
                        last.removeFirst();
                    }
                }
            }
        });
        return views;
    }

    private static List<Map.Entry<LocalDate, BigDecimal>> between(List<CorporateAction> splits, Day oldest, Day day) {
        if (oldest == null) {
            return List.of();
        }
        return splits.stream()
                .filter(split ->
                        split.exDate().isAfter(oldest.date()) && !split.exDate().isAfter(day.date()))
                .map(split -> Map.entry(split.exDate(), split.ratio().stripTrailingZeros()))
                .sorted(Map.Entry.<LocalDate, BigDecimal>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .toList();
    }

    /**
     * Symbol to its group, of every symbol of which something is known and differs. Symbols that are or were one security, are
     * of one group: their days have to be looked at together.
     */
    static Map<String, String> groups(Securities before, Securities after) {
        Map<String, String> parent = new HashMap<>();
        for (Securities securities : List.of(before, after)) {
            for (Set<String> symbols : securities.symbolsBySecurity().values()) {
                String first = symbols.iterator().next();
                symbols.forEach(symbol -> parent.put(root(parent, symbol), root(parent, first)));
            }
        }
        Map<String, List<String>> members = new TreeMap<>();
        new TreeSet<>(parent.keySet())
                .forEach(symbol -> members.computeIfAbsent(root(parent, symbol), r -> new ArrayList<>())
                        .add(symbol));
        Map<String, String> groups = new HashMap<>();
        members.forEach((group, symbols) -> {
            if (symbols.stream().anyMatch(symbol -> !before.knownOf(symbol).equals(after.knownOf(symbol)))) {
                symbols.forEach(symbol -> groups.put(symbol, group));
            }
        });
        return groups;
    }

    private static String root(Map<String, String> parent, String symbol) {
        String at = symbol;
        while (!parent.getOrDefault(at, at).equals(at)) {
            at = parent.get(at);
        }
        parent.put(symbol, at);
        return at;
    }
}
