package io.tapelake.jobs.scan;

import io.tapelake.analysis.FoldedRange;
import io.tapelake.analysis.RangeFold;
import io.tapelake.analysis.SourceTables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.scanner.DayScanner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * The first pass: each task reads a date and a range of symbols with the lake's own reader and folds the ticks where they
 * lie. What leaves a task are measures and minutes, by security.
 */
final class FoldStep {

    private FoldStep() {}

    static JavaPairRDD<String, FoldedRow> of(
            JavaSparkContext context, LakeRun tables, List<ScanTask> tasks, Broadcast<ScanFacts> facts) {
        Map<LocalDate, Map<String, List<DataFile>>> files = new HashMap<>();
        List<Tuple2<ScanTask, Map<String, List<DataFile>>>> work = new ArrayList<>();
        for (ScanTask task : tasks) {
            work.add(new Tuple2<>(task, files.computeIfAbsent(task.date(), date -> SourceTables.files(tables, date))));
        }
        if (work.isEmpty()) {
            return JavaPairRDD.fromJavaRDD(context.emptyRDD());
        }
        Broadcast<LakeStorage> storage = context.broadcast(tables.storage());
        return context.parallelize(work, work.size())
                .flatMapToPair(task -> fold(task._1(), storage.value(), task._2(), facts.value())
                        .iterator());
    }

    private static List<Tuple2<String, FoldedRow>> fold(
            ScanTask task, LakeStorage storage, Map<String, List<DataFile>> files, ScanFacts facts) {
        DayScanner scanner = facts.scanner();
        Set<String> doubts = ScanFacts.doubts(facts.degraded(), task.date(), task.dataset());
        FoldedRange range =
                RangeFold.fold(storage, files, scanner, task.date(), task.dataset(), task.symbols(), doubts);
        List<FoldedRow> rows = new ArrayList<>();
        range.days().forEach(day -> rows.add(FoldedRow.of(day)));
        range.failures().forEach(failure -> rows.add(FoldedRow.of(failure)));
        return rows.stream()
                .map(row -> new Tuple2<>(
                        SecurityKey.of(facts.securities(), row.dataset(), row.symbol(), row.tradeDate()), row))
                .toList();
    }
}
