package io.tapelake.jobs.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.index.DayChange;
import io.tapelake.index.FileChange;
import io.tapelake.index.RunDiff;
import io.tapelake.jobs.TestLake;
import io.tapelake.jobs.TestSpark;
import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.night.NightReport;
import io.tapelake.jobs.publish.RunMarks;
import io.tapelake.jobs.publish.lease.LeaseTerms;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.PublishedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are pinned, withdrawn and compared, on a small made-up market. */
class RunMarksTest {

    private static final List<LakeTable> TABLES =
            List.of(Tables.BARS_1M, Tables.INGESTED_FILES, Tables.DAY_STATS, Tables.DAY_INDEX, Tables.RESET_POINTS);

    @TempDir
    static Path shared;

    private static SmallMarket market;

    @TempDir
    private Path folder;

    @BeforeAll
    static void made() throws IOException {
        TestSpark.interpreting();
        market = SmallMarket.write(shared.resolve("market"));
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

    private static NightReport night(TestLake lake, List<Path> files) {
        return lake.jobs().nightly(files.stream().map(Path::toString).toList());
    }

    private static void assertSameTables(TestLake a, TestLake b) {
        for (LakeTable table : TABLES) {
            assertThat(a.rows(table).count()).as("rows of %s", table.name()).isPositive();
            assertThat(TestLake.differences(a.rows(table), b.rows(table)))
                    .as("rows of %s that differ", table.name())
                    .isZero();
        }
    }

    @Test
    void aMarkIsOneCommitAndASecondTimeNone() {
        TestLake lake = SmallMarket.lake(folder.resolve("lake"));
        lake.ingest(market.files().get(0));
        lake.ingest(market.files().get(1));
        Lake read = lake(lake);
        String id = read.latest().id();
        PublishedRun published = read.published(id);
        long version = read.runsTable().version();

        assertThat(marks(lake).pin("latest").changed()).isTrue();
        assertThat(marks(lake).pin(id).changed()).isFalse();

        assertThat(read.runsTable().version()).isEqualTo(version + 1);
        assertThat(read.runs()).extracting(PublishedRun::pinned).containsExactly(true, false);
        assertThatThrownBy(() -> marks(lake).withdraw(id, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is pinned")
                .hasMessageContaining("tapelake runs unpin " + id);
        assertThat(marks(lake).unpin(id).changed()).isTrue();
        assertThat(marks(lake).unpin(id).changed()).isFalse();
        assertThat(read.published(id)).as("nothing else of the row changed").isEqualTo(published);
        assertThatThrownBy(() -> marks(lake).pin(id.substring(0, id.length() - 1)))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("Did you mean " + id);
        assertThat(read.runsTable().version()).isEqualTo(version + 2);
    }

    @Test
    void theLastRunIsWithdrawnOnlyByForceAndThenEverythingIsNew() {
        TestLake lake = SmallMarket.lake(folder.resolve("lake"));
        Path file = market.files().get(0);
        lake.ingest(file);
        long bars = lake.rows(Tables.BARS_1M).count();
        String id = lake.run().id();

        assertThatThrownBy(() -> marks(lake).withdraw(id, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--force");
        assertThat(lake.run().id()).isEqualTo(id);
        assertThat(marks(lake).withdraw(id, true).changed()).isTrue();
        assertThat(marks(lake).withdraw(id, false).changed()).as("already").isFalse();
        assertThatThrownBy(lake::run).hasMessageContaining("every run");

        assertThat(lake.ingest(file).files()).extracting(FileReport::outcome).containsExactly("taken");
        assertThat(lake.rows(Tables.BARS_1M).count()).isEqualTo(bars);
        assertThat(lake(lake).runs()).extracting(PublishedRun::sequence).containsExactly(2L, 1L);
        assertThat(lake(lake).published("latest").baseRunId()).isEmpty();
    }

    @Test
    void afterAWithdrawalTheNextNightTakesTheFilesAgainAndTheLakeIsAsIfNothingHadHappened() {
        List<Path> some = market.files().subList(0, 4);
        List<Path> more = market.files().subList(0, 5);
        TestLake straight = SmallMarket.lake(folder.resolve("straight"));
        night(straight, more);
        TestLake lake = SmallMarket.lake(folder.resolve("lake"));
        night(lake, some);
        String good = lake.run().id();
        night(lake, more);
        String bad = lake.run().id();

        marks(lake).withdraw(bad, false);

        assertThat(lake.run().id()).as("what readers get").isEqualTo(good);
        assertThat(lake.scan().dates()).as("nothing is due").isEmpty();
        assertThat(lake.run().id()).as("nothing was published").isEqualTo(good);
        NightReport again = night(lake, more);
        assertThat(again.ingest().files())
                .extracting(FileReport::outcome)
                .containsExactly("known", "known", "known", "known", "taken");
        assertThat(again.ingest().files().get(4).stored()).isPositive();
        assertThat(lake(lake).published("latest").baseRunId()).contains(good);
        assertThat(lake(lake).published("latest").sequence()).isEqualTo(3);
        assertSameTables(straight, lake);
        assertThat(lake(lake).run(bad).table(Tables.BARS_1M).files())
                .as("the withdrawn run can still be read")
                .hasSameSizeAs(straight.run().table(Tables.BARS_1M).files());
    }

    @Test
    void aScanCountsOnlyIfItIsInTheTablesEvenWhenItsWithdrawalIsUndoneLater() {
        List<Path> files = market.files().subList(0, 4);
        TestLake straight = SmallMarket.lake(folder.resolve("straight"));
        night(straight, files);
        TestLake lake = SmallMarket.lake(folder.resolve("lake"));
        lake.ingest(files.subList(0, 3).toArray(Path[]::new));
        lake.scan();
        String scan = lake.run().id();
        marks(lake).withdraw(scan, false);
        lake.ingest(files.get(3));
        assertThat(marks(lake).undoWithdrawal(scan).changed()).isTrue();
        assertThat(marks(lake).undoWithdrawal(scan).changed()).isFalse();

        assertThat(lake.scan().dates())
                .as("the dates of the scan once withdrawn too")
                .hasSize(4);

        assertSameTables(straight, lake);
    }

    @Test
    void aDiffNamesAReissuedFileAndTheDaysItChanged() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path file : market.files()) {
            files.add(Files.copy(file, folder.resolve(file.getFileName())));
        }
        TestLake lake = SmallMarket.lake(folder.resolve("lake"));
        night(lake, files);
        String before = lake.run().id();
        assertThat(RunDiff.between(lake(lake), before, "latest", 10).changedDays())
                .isZero();
        Path reissued = files.get(4);
        thinOut(market.files().get(4), reissued);
        night(lake, files);
        String after = lake.run().id();

        RunDiff diff = RunDiff.between(lake(lake), before, after, Integer.MAX_VALUE);

        assertThat(diff.files()).singleElement().satisfies(file -> {
            assertThat(file.kind()).isEqualTo(FileChange.Kind.REISSUED);
            assertThat(file.path()).endsWith(reissued.getFileName().toString());
            assertThat(file.tradeDates()).hasSize(1);
        });
        LocalDate date = diff.files().get(0).tradeDates().first();
        assertThat(diff.otherConfiguration() || diff.otherCode()).isFalse();
        assertThat(diff.first()).hasSize((int) diff.changedDays()).isNotEmpty().allSatisfy(day -> {
            assertThat(day.tradeDate()).isAfterOrEqualTo(date);
            assertThat(day.causes())
                    .containsExactly(
                            day.tradeDate().equals(date) ? DayChange.Cause.INPUT : DayChange.Cause.EARLIER_INPUT);
        });
        assertThat(diff.first().stream().map(DayChange::tradeDate)).contains(date);
        assertThat(sideBySide(lake, before, after))
                .as("days whose rows differ, as Spark sees it")
                .isEqualTo(names(diff, DayChange.Kind.ADDED, DayChange.Kind.REMOVED, DayChange.Kind.CHANGED));
        assertThat(diff.resetPoints().sum()).isPositive();
        assertThat(diff.resetPoints().added() - diff.resetPoints().removed())
                .isEqualTo(rows(lake, Tables.RESET_POINTS, after).count()
                        - rows(lake, Tables.RESET_POINTS, before).count());
        RunDiff back = RunDiff.between(lake(lake), after, before, 1);
        assertThat(back.first()).hasSize(1);
        assertThat(back.changedDays()).isEqualTo(diff.changedDays());
        assertThat(back.resetPoints().added()).isEqualTo(diff.resetPoints().removed());
    }

    @Test
    void aDiffNamesAChangeOfConfiguration() {
        List<Path> files = market.files().subList(0, 5);
        TestLake lake = SmallMarket.lake(folder.resolve("lake"));
        night(lake, files);
        String before = lake.run().id();
        SmallMarket.lake(lake.root(), "scan.momentum.movement-alone=9", "scan.momentum.movement-min=9")
                .scan();

        RunDiff diff = RunDiff.between(lake(lake), before, "latest", Integer.MAX_VALUE);

        assertThat(diff.otherConfiguration()).isTrue();
        assertThat(diff.files()).isEmpty();
        assertThat(diff.causes()).containsOnlyKeys(DayChange.Cause.CONFIGURATION);
        assertThat(diff.days().getOrDefault(DayChange.Kind.REMOVED, 0L)).isPositive();
        assertThat(sideBySide(lake, before, lake.run().id()))
                .isEqualTo(names(diff, DayChange.Kind.ADDED, DayChange.Kind.REMOVED, DayChange.Kind.CHANGED));
    }

    private static Set<String> names(RunDiff diff, DayChange.Kind... kinds) {
        Set<String> names = new TreeSet<>();
        diff.first().stream()
                .filter(day -> List.of(kinds).contains(day.kind()))
                .forEach(day -> names.add(day.tradeDate() + " " + day.symbol()));
        return names;
    }

    /** The oracle: every row of both runs against every other, with Spark. */
    private static Set<String> sideBySide(TestLake lake, String before, String after) {
        var a = rows(lake, Tables.DAY_INDEX, before).drop("file_ids");
        var b = rows(lake, Tables.DAY_INDEX, after).drop("file_ids");
        Set<String> names = new TreeSet<>();
        for (Row row : a.exceptAll(b)
                .union(b.exceptAll(a))
                .select("trade_date", "symbol")
                .collectAsList()) {
            names.add(row.get(0) + " " + row.get(1));
        }
        return names;
    }

    private static org.apache.spark.sql.Dataset<Row> rows(TestLake lake, LakeTable table, String run) {
        return TestSpark.session()
                .read()
                .format("delta")
                .option("versionAsOf", lake(lake).run(run).table(table).version())
                .load(lake.root().resolve(table.name()).toString())
                .drop("run_id");
    }

    /** The file without every third record, as a vendor who has found out more. */
    private static void thinOut(Path from, Path to) throws IOException {
        Files.delete(to);
        try (DbnReader reader = DbnReader.open(from);
                DbnWriter writer = DbnWriter.create(to, reader.metadata(), WriteOptions.zstd())) {
            for (int i = 0; reader.next(); i++) {
                if (i % 3 != 0) {
                    writer.write(reader.record());
                }
            }
        }
    }
}
