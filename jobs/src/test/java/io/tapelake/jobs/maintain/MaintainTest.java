package io.tapelake.jobs.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.jobs.TestLake;
import io.tapelake.jobs.TestSpark;
import io.tapelake.jobs.publish.RunMarks;
import io.tapelake.jobs.publish.lease.LeaseTerms;
import io.tapelake.jobs.scan.SmallMarket;
import io.tapelake.jobs.verify.VerifyJob;
import io.tapelake.jobs.verify.VerifyRequest;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.PublishedRun;
import io.tapelake.lake.read.ReadCounters;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.SymbolDayReader;
import io.tapelake.model.SymbolDay;
import io.tapelake.synthetic.BarFlood;
import io.tapelake.synthetic.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What a clean-up removes, and above all what it does not. */
class MaintainTest {

    private static final Duration AGE = Duration.ofDays(400);

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.interpreting();
    }

    private static MaintainJob job(TestLake lake) {
        return MaintainJob.of(
                TestSpark.session(),
                lake.root().toString(),
                LeaseTerms.of(lake.config().lake()),
                Clock.systemUTC());
    }

    private static RunMarks marks(TestLake lake) {
        return RunMarks.of(
                TestSpark.session(),
                lake.root().toString(),
                LeaseTerms.of(lake.config().lake()),
                Clock.systemUTC());
    }

    private static Lake lake(TestLake lake) {
        return Lake.open(lake.root().toString());
    }

    @Test
    void aPinnedRunOfLongAgoReadsTheSameAndWhatNobodyNeedsIsGone() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path file : SmallMarket.write(folder.resolve("market")).files().subList(0, 3)) {
            files.add(Files.copy(file, folder.resolve(file.getFileName())));
        }
        TestLake lake = SmallMarket.lake(folder.resolve("lake"));
        lake.jobs().nightly(files.stream().map(Path::toString).toList());
        String pinned = pinAgeAndTenNights(lake, files.get(0), 10);
        Map<String, Row> before = content(lake(lake).run(pinned));
        Path orphan = lake.root().resolve("bars_1m/trade_date=2025-07-24/part-00000-of-a-killed-job.parquet");
        Files.createDirectories(orphan.getParent());
        Files.writeString(orphan, "half a file");
        Set<Path> all = dataFiles(lake);

        MaintainReport plan = job(lake).plan(3, Duration.ZERO);

        assertThat(dataFiles(lake)).as("a dry run changes nothing").isEqualTo(all);
        assertThat(lake(lake).runs()).allMatch(PublishedRun::isUsable);
        assertThat(plan.holds())
                .hasSize(4)
                .filteredOn(RunHold::pinned)
                .singleElement()
                .satisfies(hold -> {
                    assertThat(hold.runId()).isEqualTo(pinned);
                    assertThat(hold.alone()).isPositive();
                    assertThat(hold.bytesAlone()).isPositive().isLessThanOrEqualTo(hold.bytes());
                });
        assertThat(job(lake).plan(3, Duration.ofHours(24)).tables())
                .filteredOn(table -> table.table().equals("bars_1m"))
                .singleElement()
                .satisfies(table -> assertThat(table.young())
                        .as("of the ten nights, and the orphan")
                        .isEqualTo(8));

        MaintainReport report = job(lake).maintain(3, Duration.ZERO);

        assertThat(report.tables()).isEqualTo(plan.tables());
        assertThat(report.letGo()).isEqualTo(plan.letGo()).hasSize(8).doesNotContain(pinned);
        assertThat(content(lake(lake).run(pinned))).isEqualTo(before);
        assertThat(orphan).doesNotExist();
        assertThat(all.size() - report.files()).isEqualTo(dataFiles(lake).size() - 1L);
        assertThat(withoutRuns(dataFiles(lake))).isEqualTo(needed(lake, plan.holds()));
        String gone = report.letGo().get(0);
        assertThatThrownBy(() -> lake(lake).run(gone))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("run '" + gone + "'")
                .hasMessageContaining("was let go on ")
                .hasMessageContaining(pinned);
        assertThatThrownBy(() -> marks(lake).pin(gone)).hasMessageContaining("let go");

        MaintainReport again = job(lake).maintain(3, Duration.ZERO);
        assertThat(again.letGo()).isEmpty();
        assertThat(again.tables().stream()
                        .filter(t -> !t.table().equals("runs"))
                        .mapToLong(TableSpace::goes)
                        .sum())
                .isZero();
        shorten(files.get(0), 12);
        lake.ingest(files.get(0));
        assertThat(lake(lake).runs().get(0).baseRunId())
                .contains(plan.holds().get(0).runId());
        assertThat(VerifyJob.of(TestSpark.session(), lake.root().toString(), lake.config())
                        .verify(VerifyRequest.of("latest"))
                        .findings())
                .isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "tapelake.tests", matches = "full")
    void aPointReadOfThePinnedRunStillTouchesUnderOnePointFivePercent() throws IOException {
        TestSpark.generating();
        BarFlood.write(folder.resolve("flood"), 5_000_000, 1_000, 1, 7, Progress.NONE);
        List<Path> files = SmallMarket.write(folder.resolve("market")).files();
        TestLake lake = SmallMarket.lake(folder.resolve("lake"), "ingest.zstd-level-bars=1");
        lake.ingest(folder.resolve("flood"), files.get(0));
        String pinned = pinAgeAndTenNights(lake, files.get(0), 10);
        job(lake).maintain(1, Duration.ZERO);

        LakeRun run = lake(lake).run(pinned);
        Row symbol = lake.rows(Tables.BARS_1S)
                .groupBy("symbol", "dataset")
                .count()
                .orderBy("symbol")
                .first();
        SymbolDay day = new SymbolDay(BarFlood.FIRST_DATE, symbol.getString(1), symbol.getString(0));
        try (RowCursor row = SymbolDayReader.of(run).scan(Tables.BARS_1S, day).open()) {
            while (row.next()) {
                // Only what it costs is of interest.
            }
            ReadCounters counters = row.counters();
            System.out.println("point read of the pinned run: " + counters);
            assertThat(counters.rowsReturned()).isEqualTo(symbol.getLong(2));
            assertThat(counters.rowsTouched()).isLessThan((long) (counters.rowsInFiles() * 0.015));
        }
    }

    /** Pins the newest run, makes everything old, forces the clean-up of the logs, and lets ten nights follow. */
    private String pinAgeAndTenNights(TestLake lake, Path reissued, int nights) throws IOException {
        String pinned = lake.run().id();
        marks(lake).pin(pinned);
        shorten(reissued, 1);
        lake.ingest(reissued);
        age(lake.root());
        Path shortLived = folder.resolve("short-lived");
        TestSpark.session()
                .sql("CREATE TABLE delta.`" + shortLived
                        + "` (a INT) USING delta TBLPROPERTIES ('delta.logRetentionDuration' = 'interval 30 days')");
        TestSpark.session().sql("INSERT INTO delta.`" + shortLived + "` VALUES (1)");
        TestSpark.session().sql("INSERT INTO delta.`" + shortLived + "` VALUES (2)");
        age(shortLived);
        cleanUpLog(shortLived);
        assertThat(shortLived.resolve("_delta_log/00000000000000000000.json"))
                .as("the clean-up of logs is really forced")
                .doesNotExist();
        for (LakeTable table : Tables.all()) {
            Path path = lake.root().resolve(table.name());
            if (Files.exists(path)) {
                cleanUpLog(path);
                assertThat(path.resolve("_delta_log/00000000000000000000.json")).exists();
            }
        }
        for (int night = 2; night < nights + 2; night++) {
            shorten(reissued, night);
            lake.ingest(reissued);
        }
        return pinned;
    }

    /** A new issue of a file without its first records. */
    private void shorten(Path file, int records) throws IOException {
        Path original = folder.resolve("original-" + file.getFileName());
        if (!Files.exists(original)) {
            Files.copy(file, original);
        }
        Files.deleteIfExists(file);
        try (DbnReader reader = DbnReader.open(original);
                DbnWriter writer = DbnWriter.create(file, reader.metadata(), WriteOptions.zstd())) {
            for (int i = 0; reader.next(); i++) {
                if (i >= records) {
                    writer.write(reader.record());
                }
            }
        }
    }

    private static void age(Path root) throws IOException {
        FileTime old = FileTime.from(Instant.now().minus(AGE));
        for (Path file : walk(root)) {
            Files.setLastModifiedTime(file, old);
        }
    }

    private static void cleanUpLog(Path table) {
        DeltaLog.clearCache();
        DeltaLog log = DeltaLog.forTable(TestSpark.session(), table.toString());
        log.checkpoint(log.update(false, scala.Option.empty(), scala.Option.empty()), scala.Option.empty());
        log.doLogCleanup(log.unsafeVolatileSnapshot(), scala.Option.empty());
    }

    private static Map<String, Row> content(LakeRun run) {
        Map<String, Row> content = new TreeMap<>();
        for (String table : run.tables()) {
            content.put(
                    table,
                    TestSpark.session()
                            .read()
                            .format("delta")
                            .option("versionAsOf", run.table(table).version())
                            .load(run.root() + "/" + table)
                            .selectExpr("xxhash64(to_json(struct(*))) AS h")
                            .selectExpr("count(h)", "sum(CAST(h AS DECIMAL(38)))")
                            .first());
        }
        return content;
    }

    private static Set<Path> dataFiles(TestLake lake) throws IOException {
        return walk(lake.root()).stream()
                .filter(path ->
                        path.toString().endsWith(".parquet") && !path.toString().contains("_delta_log"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Path> withoutRuns(Set<Path> files) {
        return files.stream().filter(f -> !f.toString().contains("/runs/")).collect(Collectors.toSet());
    }

    /** The files of some runs, by the reader's own way of finding them. */
    private static Set<Path> needed(TestLake lake, List<RunHold> runs) {
        Set<Path> needed = new HashSet<>();
        for (RunHold hold : runs) {
            LakeRun run = lake(lake).run(hold.runId());
            for (String table : run.tables()) {
                for (DataFile file : run.table(table).files()) {
                    needed.add(Path.of(file.path().replaceFirst("^file:/*", "/")));
                }
            }
        }
        return needed;
    }

    private static List<Path> walk(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
