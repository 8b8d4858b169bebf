package io.tapelake.jobs.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.analysis.AnalyzedDay;
import io.tapelake.analysis.SourceTables;
import io.tapelake.analysis.SymbolDayAnalysis;
import io.tapelake.jobs.TestLake;
import io.tapelake.jobs.TestSpark;
import io.tapelake.jobs.publish.RunStamp;
import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.jobs.publish.lease.LeaseTerms;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.DayAnalysis;
import io.tapelake.scanner.DayIndexRow;
import io.tapelake.scanner.DayLookback;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.RecordColumns;
import io.tapelake.scanner.ScanSettings;
import io.tapelake.scanner.reset.ResetPoint;
import io.tapelake.scanner.score.DayScore;
import io.tapelake.scanner.score.DayStory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan writes, on a small made-up market. */
class ScanLakeTest {

    private static final List<LakeTable> WRITTEN = List.of(Tables.DAY_STATS, Tables.DAY_INDEX, Tables.RESET_POINTS);

    @TempDir
    static Path shared;

    /** Every query of the scan of the whole market, as Spark executed it. */
    private static final List<String> PLANS = new CopyOnWriteArrayList<>();

    private static SmallMarket market;
    private static TestLake whole;
    private static ScanReport wholeReport;

    @TempDir
    private Path folder;

    @BeforeAll
    static void scanned() throws Exception {
        TestSpark.interpreting();
        market = SmallMarket.write(shared.resolve("market"));
        whole = SmallMarket.lake(shared.resolve("whole"));
        whole.ingest(market.files().toArray(Path[]::new));
        wholeReport = Plans.during(PLANS, () -> whole.scan());
        System.out.println("small market: " + wholeReport.counts());
    }

    private static Set<LocalDate> dates(Dataset<Row> rows) {
        Set<LocalDate> dates = new TreeSet<>();
        rows.select("trade_date")
                .distinct()
                .collectAsList()
                .forEach(row -> dates.add(row.getDate(0).toLocalDate()));
        return dates;
    }

    private static List<LocalDate> dates() {
        return List.copyOf(dates(whole.rows(Tables.DAY_STATS)));
    }

    /** Compares with the rows that the scan of the whole market has of the first dates. */
    private static void assertSameAsWhole(TestLake lake, int firstDates, String... without) {
        String first = "trade_date <= '" + dates().get(firstDates - 1) + "'";
        for (LakeTable table : WRITTEN) {
            assertThat(TestLake.differences(
                            whole.rows(table).where(first).drop(without),
                            lake.rows(table).drop(without)))
                    .as("rows of %s that differ", table.name())
                    .isZero();
        }
    }

    @Test
    void everyRowIsWhatThePureScannerSaysOfTheSameTicks() {
        ScanSettings settings = settings(whole);
        SymbolDayAnalysis pure = SymbolDayAnalysis.of(whole.run(), settings);
        Map<String, Row> index = new TreeMap<>();
        whole.rows(Tables.DAY_INDEX).collectAsList().forEach(row -> index.put(key(row), row));
        Map<String, List<Row>> points = new TreeMap<>();
        whole.rows(Tables.RESET_POINTS)
                .orderBy("decision_ts_ns")
                .collectAsList()
                .forEach(row ->
                        points.computeIfAbsent(key(row), k -> new ArrayList<>()).add(row));
        List<Row> stats = whole.rows(Tables.DAY_STATS).collectAsList();
        assertThat(stats).hasSize(SmallMarket.SYMBOLS * SmallMarket.DAYS);
        for (Row row : stats) {
            AnalyzedDay day = pure.analyze(new SymbolDay(
                    row.getDate(row.fieldIndex("trade_date")).toLocalDate(),
                    row.getAs("dataset"),
                    row.getAs("symbol")));
            assertThat(DayRows.record(RecordColumns.of(DayStats.class), row))
                    .isEqualTo(day.scanned().stats());
            assertThat(DayRows.record(RecordColumns.of(DayLookback.class), row))
                    .isEqualTo(day.scanned().lookback().measures());
            DayAnalysis analysis = day.analysis().orElseThrow();
            Row indexed = index.get(key(row));
            if (analysis.index().inclusionProbability() == 0) {
                assertThat(indexed).as(key(row)).isNull();
                assertThat(points).doesNotContainKey(key(row));
                continue;
            }
            assertThat(DayRows.record(RecordColumns.of(DayIndexRow.class), indexed))
                    .isEqualTo(analysis.index());
            assertThat(DayRows.record(RecordColumns.of(DayScore.class), indexed))
                    .isEqualTo(analysis.score());
            assertThat(DayRows.record(RecordColumns.of(DayStory.class), indexed))
                    .isEqualTo(analysis.story());
            assertThat(scala.jdk.javaapi.CollectionConverters.asJava(
                            indexed.<scala.collection.Seq<Long>>getAs("file_ids")))
                    .isEqualTo(day.folded().fileIds());
            assertThat(points.getOrDefault(key(row), List.of()).stream()
                            .map(point -> DayRows.record(RecordColumns.of(ResetPoint.class), point))
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(analysis.resetPoints());
        }
        assertThat(points).as("the market has days with reset points").isNotEmpty();
    }

    private static String key(Row row) {
        return row.getAs("trade_date") + " " + row.getAs("dataset") + " " + row.getAs("symbol");
    }

    private static ScanSettings settings(TestLake lake) {
        return ConfiguredScan.settings(lake.config().scan());
    }

    @Test
    void thereIsOneControlDayPerMomentumDayOfADateAsFarAsThereAreOrdinaryOnes() {
        Map<LocalDate, long[]> byDate = new TreeMap<>();
        for (Row row : whole.rows(Tables.DAY_INDEX).collectAsList()) {
            long[] counts = byDate.computeIfAbsent(
                    row.getDate(row.fieldIndex("trade_date")).toLocalDate(), d -> new long[3]);
            int kind = List.of("momentum", "mixed", "control").indexOf(row.<String>getAs("kind"));
            counts[kind]++;
            float probability = row.getAs("inclusion_probability");
            assertThat(probability).isGreaterThan(0).isLessThanOrEqualTo(1);
            if (kind == 2) {
                assertThat(row.<String>getAs("category")).isEqualTo("CONTROL");
            } else {
                assertThat(probability).isEqualTo(1);
            }
        }
        byDate.forEach((date, counts) -> {
            long ordinary = SmallMarket.SYMBOLS - counts[0] - counts[1];
            assertThat(counts[2]).as("control days on %s", date).isEqualTo(Math.min(counts[0], ordinary));
        });
        assertThat(byDate.values()).anyMatch(counts -> counts[0] > 0 && counts[2] > 0);
    }

    @Test
    void theReportCountsTheRows() {
        assertThat(wholeReport.dates()).isEqualTo(dates());
        assertThat(wholeReport.symbolDays())
                .isEqualTo(whole.rows(Tables.DAY_STATS).count());
        assertThat(wholeReport.kinds().values().stream().mapToLong(n -> n).sum())
                .isEqualTo(whole.rows(Tables.DAY_INDEX).count());
        assertThat(wholeReport.categories().values().stream().mapToLong(n -> n).sum())
                .isEqualTo(whole.rows(Tables.DAY_INDEX).count());
        assertThat(wholeReport.resetPoints())
                .isEqualTo(whole.rows(Tables.RESET_POINTS).count());
        assertThat(wholeReport.selected())
                .isEqualTo(whole.rows(Tables.RESET_POINTS).where("selected").count())
                .isPositive();
        assertThat(wholeReport.failures()).isEmpty();
    }

    @Test
    void rowsLieInTheOrderOfTheTableInOneFilePerMonth() {
        for (LakeTable table : WRITTEN) {
            assertThat(whole.run().table(table).files())
                    .as(table.name())
                    .extracting(file -> file.partitionValue())
                    .containsExactly("2025-07", "2025-08");
            List<Row> rows = whole.rows(table).collectAsList();
            List<Row> sorted = whole.rows(table)
                    .orderBy(table.sortColumns().stream()
                            .map(c -> org.apache.spark.sql.functions.col(c))
                            .toArray(org.apache.spark.sql.Column[]::new))
                    .collectAsList();
            assertThat(rows).as(table.name()).isEqualTo(sorted);
        }
    }

    @Test
    void aChangedDateRewritesItselfAndTheDatesThatLookBackAtItAndNoOthers() {
        TestLake lake = SmallMarket.lake(folder.resolve("lake"));
        List<Path> files = new ArrayList<>(market.files());
        Path late = files.remove(3);
        lake.ingest(files.toArray(Path[]::new));
        lake.scan();
        lake.ingest(late);
        ScanReport second = lake.scan();

        assertThat(second.dates()).isEqualTo(dates().subList(3, 7));
        String runId = lake.run().id();
        for (LakeTable table : WRITTEN) {
            Dataset<Row> all = TestSpark.session()
                    .read()
                    .format("delta")
                    .option("versionAsOf", lake.run().table(table).version())
                    .load(lake.root().resolve(table.name()).toString());
            assertThat(second.dates())
                    .as("dates of %s written by the second scan", table.name())
                    .containsAll(dates(all.where("run_id = '" + runId + "'")));
            assertThat(dates(all.where("run_id <> '" + runId + "'"))).doesNotContainAnyElementsOf(second.dates());
        }
        assertSameAsWhole(lake, SmallMarket.DAYS);
    }

    @Test
    void aScanWithoutChangesPublishesNothing() {
        int runs = Lake.open(whole.root().toString()).runs().size();

        assertThat(whole.scan().dates()).isEmpty();
        assertThat(Lake.open(whole.root().toString()).runs()).hasSize(runs);
    }

    @Test
    void aScanThatWasKilledLeavesNothingBehind() {
        TestLake lake = SmallMarket.lake(folder.resolve("lake"));
        lake.ingest(market.files().subList(0, 2).toArray(Path[]::new));
        try (WorkingRun killed = WorkingRun.begin(
                TestSpark.session(),
                lake.root().toString(),
                new RunStamp("scan", "test", "0"),
                LeaseTerms.of(lake.config().lake()),
                Clock.systemUTC())) {
            ScanJob.of(killed, settings(lake)).scan(Set.of());
        }
        assertThat(lake.run().has(Tables.RESET_POINTS)).as("not published").isFalse();

        lake.scan();

        assertSameAsWhole(lake, 2);

        assertThat(lake.jobs().scanAgain().dates()).as("a scan of everything").isEqualTo(dates().subList(0, 2));
        assertSameAsWhole(lake, 2);
    }

    /** Which ordinary days are drawn as control depends on all of them; every other row stays as it is. */
    @Test
    void anotherSymbolChangesNoRowOfTheOthersAndTheCutAndOrderOfFilesNoRowAtAll() throws IOException {
        int dates = 3;
        List<Path> files = market.bySymbol(folder.resolve("files"), dates);
        Collections.reverse(files);
        List<Path> others = files.stream()
                .filter(file -> !SmallMarket.symbolOf(file).equals(SmallMarket.symbolOf(files.get(0))))
                .toList();
        TestLake lake = SmallMarket.lake(folder.resolve("lake"));
        lake.ingest(others.toArray(Path[]::new));
        lake.scan();

        String there = "trade_date <= '" + dates().get(dates - 1) + "' AND symbol <> '"
                + SmallMarket.symbolOf(files.get(0)) + "'";
        assertThat(TestLake.differences(whole.rows(Tables.DAY_STATS).where(there), lake.rows(Tables.DAY_STATS)))
                .isZero();
        String indexed = there + " AND kind <> 'control'";
        assertThat(TestLake.differences(
                        whole.rows(Tables.DAY_INDEX).where(indexed).drop("file_ids"),
                        lake.rows(Tables.DAY_INDEX).where(indexed).drop("file_ids")))
                .isZero();
        assertThat(TestLake.differences(points(whole, indexed), points(lake, indexed)))
                .isZero();

        lake.ingest(files.toArray(Path[]::new));
        lake.scan();

        assertSameAsWhole(lake, dates, "file_ids");
    }

    private static Dataset<Row> points(TestLake lake, String days) {
        Dataset<Row> index = lake.rows(Tables.DAY_INDEX).where(days).select("trade_date", "dataset", "symbol");
        return lake.rows(Tables.RESET_POINTS)
                .join(
                        index,
                        scala.jdk.javaapi.CollectionConverters.asScala(List.of("trade_date", "dataset", "symbol"))
                                .toSeq());
    }

    @Test
    void aSymbolOnWhichTheScannerFailsIsNamedAndDoesNotKeepTheOthers() {
        TestLake lake = SmallMarket.lake(
                folder.resolve("lake"), "scan.detectors=opening-bell," + ThrowingDetector.class.getName());
        lake.ingest(market.files().subList(0, 3).toArray(Path[]::new));
        ScanReport report = lake.scan();

        assertThat(report.failures()).isNotEmpty().allSatisfy(failure -> assertThat(failure.what())
                .startsWith("analysis: ")
                .contains("too low for me"));
        assertThat(report.symbolDays()).isEqualTo(3L * SmallMarket.SYMBOLS);
        assertThat(lake.rows(Tables.DAY_STATS).count()).isEqualTo(3L * SmallMarket.SYMBOLS);
        assertThat(lake.rows(Tables.DAY_INDEX)
                        .where("day_open >= " + ThrowingDetector.LIMIT)
                        .count())
                .isEqualTo(lake.rows(Tables.DAY_INDEX).count())
                .isPositive();
        assertThat(report.counts())
                .containsEntry("failed_symbol_days", (long) report.failures().size());
    }

    @Test
    void noPlanOfSparkReadsATableOfTicks() {
        assertThat(PLANS).as("the listener sees reads").anyMatch(plan -> plan.contains("/ingested_files"));
        for (LakeTable table : SourceTables.ALL) {
            assertThat(PLANS)
                    .as("no query, hence no exchange, over %s", table.name())
                    .noneMatch(plan -> plan.contains("/" + table.name()) || plan.contains("record_index"));
        }
    }

    @Test
    void aWhatIfScanWritesALakeOfItsOwnAndTouchesNoOther() {
        int runs = Lake.open(whole.root().toString()).runs().size();
        TestLake scratch = SmallMarket.lake(folder.resolve("scratch"));
        List<LocalDate> some = dates().subList(5, 7);

        ScanReport report = whole.jobs()
                .whatIf("latest", some.get(0), some.get(1), scratch.root().toString());

        assertThat(report.dates()).isEqualTo(some);
        String in = "trade_date >= '" + some.get(0) + "' AND trade_date <= '" + some.get(1) + "'";
        for (LakeTable table : WRITTEN) {
            assertThat(TestLake.differences(whole.rows(table).where(in), scratch.rows(table)))
                    .as("rows of %s that differ", table.name())
                    .isZero();
        }
        assertThat(Lake.open(whole.root().toString()).runs()).hasSize(runs);

        TestLake calmer =
                SmallMarket.lake(whole.root(), "scan.momentum.movement-alone=9", "scan.momentum.movement-min=9");
        calmer.jobs()
                .whatIf(
                        whole.run().id(),
                        some.get(1),
                        some.get(1),
                        scratch.root().toString());
        assertThat(dates(scratch.rows(Tables.DAY_STATS))).containsExactly(some.get(1));
        assertThat(scratch.rows(Tables.DAY_INDEX).where("kind = 'momentum'").count())
                .isZero();
        assertThatThrownBy(() -> whole.jobs()
                        .whatIf("latest", some.get(0), some.get(1), whole.root().toString()))
                .hasMessageContaining("a lake with data of its own");
    }
}
