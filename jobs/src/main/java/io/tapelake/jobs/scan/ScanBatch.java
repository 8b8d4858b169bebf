package io.tapelake.jobs.scan;

import io.tapelake.jobs.ingest.DatesInLake;
import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.scanner.DayKind;
import io.tapelake.scanner.DayStats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Scans some dates. The first pass folds their ticks and brings measures and minutes of each security together, in the only
 * shuffle there is. Over it go the second pass twice, once for the kinds of the days from which the driver draws control
 * days and once for the rows, and the third on the days that are in the index.
 */
final class ScanBatch {

    private final WorkingRun out;
    private final LakeRun ticks;
    private final DatesInLake lake;
    private final ScanFacts facts;

    /**
     * A batch maker.
     *
     * @param out where rows go
     * @param ticks the tables that are read
     * @param lake which symbol-days they hold
     * @param facts what every task knows
     */
    ScanBatch(WorkingRun out, LakeRun ticks, DatesInLake lake, ScanFacts facts) {
        this.out = out;
        this.ticks = ticks;
        this.lake = lake;
        this.facts = facts;
    }

    /**
     * Scans dates and writes their rows.
     *
     * @param dates the dates, later than those of every batch before
     * @param known rows of {@code day_stats} of all dates before and between them
     */
    ScanCounts scan(SortedSet<LocalDate> dates, Dataset<Row> known) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(out.spark().sparkContext());
        String name = "scan " + dates.first() + " to " + dates.last();
        try {
            context.setJobDescription(name + ": folding");
            List<ScanTask> tasks = ScanTask.of(lake.symbolsOn(dates));
            Broadcast<ScanFacts> shared = context.broadcast(facts);
            var days = FoldStep.of(context, ticks, tasks, shared)
                    .cogroup(
                            Lookbacks.of(known, dates, shared),
                            Math.max(2 * context.defaultParallelism(), tasks.size() / 8));
            List<DayNote> notes = days.flatMap(
                            security -> notes(security, shared.value()).iterator())
                    .collect();
            Broadcast<Map<LocalDate, Map<String, Double>>> controls = context.broadcast(
                    DayNote.controls(notes, facts.settings().resets().seed()));
            context.setJobDescription(name + ": analysing");
            JavaRDD<ScannedRows> rows = days.flatMap(security ->
                            rows(security, shared.value(), controls.value()).iterator())
                    .persist(StorageLevel.MEMORY_AND_DISK());
            try {
                ScanCounts counts = rows.map(ScannedRows::counts).fold(ScanCounts.none(), ScanCounts::plus);
                context.setJobDescription(name + ": writing");
                MonthlyTable.replace(
                        out, Tables.DAY_STATS, rows.map(ScannedRows::stats).filter(row -> row != null), dates);
                MonthlyTable.replace(
                        out, Tables.DAY_INDEX, rows.map(ScannedRows::index).filter(row -> row != null), dates);
                MonthlyTable.replace(
                        out,
                        Tables.RESET_POINTS,
                        rows.flatMap(row -> row.resetPoints().iterator()),
                        dates);
                return counts;
            } finally {
                rows.unpersist();
            }
        } finally {
            context.setJobDescription(null);
        }
    }

    private static List<DayNote> notes(
            Tuple2<String, Tuple2<Iterable<FoldedRow>, Iterable<DayStats>>> security, ScanFacts facts) {
        List<DayNote> notes = new ArrayList<>();
        for (SecurityWalk.Day day : walk(security, facts)) {
            // A day without minutes would be a control day without reset points: nothing to compare with.
            DayKind kind =
                    day.scanned() == null ? DayKind.UNSUITABLE : day.scanned().kind();
            if (kind == DayKind.MOMENTUM || (kind == DayKind.ORDINARY && ScanFacts.hasMinutes(day.folded()))) {
                FoldedRow row = day.folded();
                notes.add(new DayNote(row.tradeDate(), row.dataset(), row.symbol(), kind));
            }
        }
        return notes;
    }

    private static List<ScannedRows> rows(
            Tuple2<String, Tuple2<Iterable<FoldedRow>, Iterable<DayStats>>> security,
            ScanFacts facts,
            Map<LocalDate, Map<String, Double>> controls) {
        ScannedRows.Maker maker = new ScannedRows.Maker(facts);
        List<ScannedRows> rows = new ArrayList<>();
        for (SecurityWalk.Day day : walk(security, facts)) {
            Double control = controls.getOrDefault(day.folded().tradeDate(), Map.of())
                    .get(FoldedRow.symbolKey(
                            day.folded().dataset(), day.folded().symbol()));
            rows.add(maker.of(day, control));
        }
        return rows;
    }

    private static List<SecurityWalk.Day> walk(
            Tuple2<String, Tuple2<Iterable<FoldedRow>, Iterable<DayStats>>> security, ScanFacts facts) {
        return SecurityWalk.of(
                facts.scanner(),
                SecurityKey.splits(facts.securities(), security._1()),
                security._2()._2(),
                security._2()._1());
    }
}
