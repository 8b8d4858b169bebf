package io.tapelake.jobs.scan;

import static org.apache.spark.sql.functions.col;

import io.tapelake.analysis.FoldedDay;
import io.tapelake.analysis.FoldedRange;
import io.tapelake.analysis.RangeFold;
import io.tapelake.analysis.SourceTables;
import io.tapelake.jobs.ingest.DatesInLake;
import io.tapelake.jobs.publish.SparkSchemas;
import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.model.CorporateAction;
import io.tapelake.model.SessionCalendar;
import io.tapelake.scanner.DayIndexRow;
import io.tapelake.scanner.DayKind;
import io.tapelake.scanner.DayLookback;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.RecordColumns;
import io.tapelake.scanner.ScanSettings;
import io.tapelake.scanner.ScannedDay;
import io.tapelake.scanner.SecurityHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Computes {@code day_stats} and {@code day_index}. Folds the dates that changed since the last scan and walks every
 * symbol's days again from the month of the first of them on, because later days look back at them.
 *
 * <p>Writes into a {@link WorkingRun} and does not publish it.
 */
public final class ScanJob {

    private final WorkingRun run;
    private final ScanSettings settings;

    private ScanJob(WorkingRun run, ScanSettings settings) {
        this.run = run;
        this.settings = settings;
    }

    /** A scan that writes into a run. */
    public static ScanJob of(WorkingRun run, ScanSettings settings) {
        return new ScanJob(run, settings);
    }

    /**
     * Scans what is due.
     *
     * @param changedNow dates that this run's own ingest changed
     */
    public ScanReport scan(Set<LocalDate> changedNow) {
        DatesInLake lake = DatesInLake.of(run);
        Set<LocalDate> dates = PendingDates.of(run.published(), run.configHash(), lake.dates(), changedNow);
        if (dates.isEmpty()) {
            return new ScanReport(List.of(), 0, 0);
        }
        JavaRDD<Row> folded = fold(lake, dates).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            long symbolDays = folded.count();
            long momentumDays = look(folded, dates, lake);
            return new ScanReport(List.copyOf(dates), symbolDays, momentumDays);
        } finally {
            folded.unpersist();
        }
    }

    private JavaRDD<Row> fold(DatesInLake lake, Set<LocalDate> dates) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(run.spark().sparkContext());
        LakeRun tables = Lake.open(run.root(), run.spark().sessionState().newHadoopConf())
                .unpublished(run.runId(), run.tableVersions());
        List<Tuple2<ScanTask, Map<String, List<DataFile>>>> tasks = new ArrayList<>();
        for (ScanTask task : ScanTask.of(lake.symbolsOn(dates))) {
            tasks.add(new Tuple2<>(task, SourceTables.files(tables, task.date())));
        }
        if (tasks.isEmpty()) {
            return context.emptyRDD();
        }
        Broadcast<LakeStorage> storage = context.broadcast(tables.storage());
        ScanSettings with = settings;
        return context.parallelize(tasks, tasks.size()).flatMap(task -> {
            DayScanner scanner = DayScanner.of(SessionCalendar.usEquities(), with);
            RecordColumns<DayStats> shape = RecordColumns.of(DayStats.class);
            DayRows rows = new DayRows(Tables.DAY_STATS);
            List<Row> days = new ArrayList<>();
            ScanTask of = task._1();
            FoldedRange range =
                    RangeFold.fold(storage.value(), task._2(), scanner, of.date(), of.dataset(), of.symbols());
            for (FoldedDay day : range.days()) {
                days.add(rows.row(DayRows.values(shape, day.stats())));
            }
            return days.iterator();
        });
    }

    /** The second pass: every symbol's days in order, from the first month that changes on. */
    private long look(JavaRDD<Row> folded, Set<LocalDate> dates, DatesInLake lake) {
        LocalDate first = new TreeSet<>(dates).first().withDayOfMonth(1);
        Dataset<Row> fresh = run.spark().createDataFrame(folded, SparkSchemas.unfinished(Tables.DAY_STATS));
        Dataset<Row> before = run.read(Tables.DAY_STATS)
                .where(org.apache.spark.sql.functions.not(col("trade_date")
                        .isin(dates.stream().map(java.sql.Date::valueOf).toArray())));
        JavaPairRDD<String, Row> bySymbol = before.unionByName(fresh)
                .javaRDD()
                .mapToPair(row -> new Tuple2<>(row.getAs("dataset") + "\n" + row.getAs("symbol"), row));
        Map<String, List<CorporateAction>> actions = CorporateActions.bySymbol(run);
        Map<LocalDate, DatesInLake.Coverage> coverage = lake.coverage();
        String runId = run.runId();
        ScanSettings with = settings;
        JavaRDD<Tuple2<Row, Row>> scanned = bySymbol.groupByKey()
                .flatMap(symbol -> walk(symbol._1(), symbol._2(), actions, with, first, coverage, runId))
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            write(Tables.DAY_STATS, scanned.map(pair -> pair._1()), first);
            JavaRDD<Row> index = scanned.map(pair -> pair._2()).filter(row -> row != null);
            write(Tables.DAY_INDEX, index, first);
            return index.count();
        } finally {
            scanned.unpersist();
        }
    }

    private static Iterator<Tuple2<Row, Row>> walk(
            String key,
            Iterable<Row> rows,
            Map<String, List<CorporateAction>> actions,
            ScanSettings settings,
            LocalDate first,
            Map<LocalDate, DatesInLake.Coverage> coverage,
            String runId) {
        RecordColumns<DayStats> stats = RecordColumns.of(DayStats.class);
        RecordColumns<DayLookback> lookback = RecordColumns.of(DayLookback.class);
        RecordColumns<DayIndexRow> index = RecordColumns.of(DayIndexRow.class);
        DayRows statsRows = new DayRows(Tables.DAY_STATS);
        DayRows indexRows = new DayRows(Tables.DAY_INDEX);
        List<DayStats> days = new ArrayList<>();
        rows.forEach(row -> days.add(DayRows.record(stats, row)));
        days.sort(Comparator.comparing(DayStats::tradeDate));
        String symbol = key.substring(key.indexOf('\n') + 1);
        SecurityHistory history =
                DayScanner.of(SessionCalendar.usEquities(), settings).history(actions.getOrDefault(symbol, List.of()));
        List<Tuple2<Row, Row>> scanned = new ArrayList<>();
        for (DayStats day : days) {
            if (day.tradeDate().isBefore(first)) {
                history.seed(day);
                continue;
            }
            ScannedDay one = history.next(day);
            Map<String, Object> more = new HashMap<>();
            more.put("trade_month", day.tradeDate().toString().substring(0, 7));
            more.put("run_id", runId);
            DatesInLake.Coverage covered = coverage.get(day.tradeDate());
            more.put("covered_until_ns", covered.untilNs());
            more.put("state", covered.state());
            SortedMap<String, Object> statsValues = new TreeMap<>(DayRows.values(stats, day));
            statsValues.putAll(DayRows.values(lookback, one.lookback().measures()));
            statsValues.putAll(more);
            Row indexRow = null;
            if (one.kind() == DayKind.MOMENTUM) {
                Map<String, Object> values = DayRows.values(
                        index, DayIndexRow.of(one.kind(), 1, day, one.lookback().measures()));
                values.putAll(more);
                indexRow = indexRows.row(values);
            }
            scanned.add(new Tuple2<>(statsRows.row(statsValues), indexRow));
        }
        return scanned.iterator();
    }

    private void write(LakeTable table, JavaRDD<Row> rows, LocalDate first) {
        Dataset<Row> dataset = run.spark().createDataFrame(rows, SparkSchemas.of(table));
        var order = table.sortColumns().stream().map(c -> col(c)).toArray(org.apache.spark.sql.Column[]::new);
        run.replace(
                table,
                dataset.repartition(1).sortWithinPartitions(order),
                "trade_month >= '" + first.toString().substring(0, 7) + "'",
                9);
    }
}
