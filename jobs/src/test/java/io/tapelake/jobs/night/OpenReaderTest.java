package io.tapelake.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.index.DayQuery;
import io.tapelake.index.DayRecord;
import io.tapelake.index.ResetPointIndex;
import io.tapelake.index.ResetPointQuery;
import io.tapelake.index.ResetPointRecord;
import io.tapelake.jobs.TestLake;
import io.tapelake.jobs.TestSpark;
import io.tapelake.jobs.maintain.MaintainJob;
import io.tapelake.jobs.maintain.MaintainReport;
import io.tapelake.jobs.publish.lease.LeaseTerms;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.read.LakeRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has a run open keeps it: nights that rewrite its month and the clean-up after them change no answer. */
class OpenReaderTest {

    private static final DayQuery DAYS = DayQuery.all().withOpenDays();
    private static final ResetPointQuery POINTS = ResetPointQuery.all().withOpenDays();

    @TempDir
    private Path folder;

    @Test
    void aReaderKeepsItsAnswersWhileNightsArePublishedAndCleanedUpAfter() throws IOException {
        SparkSession spark = TestSpark.interpreting();
        String root = folder.resolve("lake").toString();
        TestLake lake = TestLake.in(
                folder.resolve("lake"),
                "scan.lookback-days=3",
                "scan.momentum.movement-min=0.03",
                "scan.momentum.movement-alone=0.04",
                "scan.momentum.dollar-volume-min=1000");
        List<String> files = WinterBars.write(folder.resolve("files"), 5, null).stream()
                .map(Path::toString)
                .toList();
        lake.jobs().nightly(files.subList(0, 2));
        LakeRun first = lake.run();
        lake.jobs().nightly(files.subList(0, 3));
        LakeRun run = lake.run();
        ResetPointIndex before = ResetPointIndex.open(run);
        List<DayRecord> days = before.days().find(DAYS).toList();
        List<ResetPointRecord> points = before.find(POINTS).toList();
        assertThat(days).isNotEmpty();
        assertThat(points).isNotEmpty();
        // Has read next to nothing yet, and has room for next to nothing: it comes back to the files again and again.
        ResetPointIndex reader = ResetPointIndex.open(run, 1_000);
        assertThat(reader.days().count(DAYS)).isEqualTo(days.size());

        lake.jobs().nightly(files.subList(0, 4));
        assertThat(reader.days().find(DAYS)).containsExactlyElementsOf(days);
        lake.jobs().nightly(files);
        MaintainReport cleaned = MaintainJob.of(
                        spark, root, new LeaseTerms(Duration.ofMinutes(1), Duration.ZERO), Clock.systemUTC())
                .maintain(3, Duration.ZERO);

        assertThat(first.table(Tables.DAY_INDEX).files())
                .as("files of a run that nobody holds are gone: %s", cleaned)
                .extracting(DataFile::path)
                .noneMatch(path -> Files.exists(Path.of(path.replaceFirst("^file:", ""))));
        assertThat(reader.days().find(DAYS)).containsExactlyElementsOf(days);
        assertThat(reader.find(POINTS)).containsExactlyElementsOf(points);
        assertThat(ResetPointIndex.open(lake.run()).days().count(DAYS)).isGreaterThan(days.size());
    }
}
