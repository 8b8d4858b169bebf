package io.tapelake.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tapelake.jobs.TestLake;
import io.tapelake.jobs.TestSpark;
import io.tapelake.jobs.publish.lease.LeaseException;
import io.tapelake.jobs.publish.lease.LeaseTerms;
import io.tapelake.jobs.scan.SmallMarket;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nights that want the same lake, each in a process of its own. */
class TwoWritersTest {

    private static final boolean FULL = "full".equals(System.getProperty("tapelake.tests"));

    /** Long enough for a look at a lease that has not expired yet. */
    private static final int SECONDS = 20;

    private static final Map<String, String> STOPPED_BEFORE_PUBLISHING =
            Map.of(FailPoint.AT, "publish.runs.before", FailPoint.SIGNAL, "STOP");

    @TempDir
    static Path shared;

    private static List<Path> files;
    private static LakeContent once;

    @TempDir
    private Path folder;

    @BeforeAll
    static void made() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc")), "signals and /proc are those of Linux");
        TestSpark.interpreting();
        files = SmallMarket.write(shared.resolve("market"), 4, 2).files();
        night(lake(shared.resolve("once")));
        once = LakeContent.of(shared.resolve("once"));
    }

    private static TestLake lake(Path root) {
        return SmallMarket.lake(root, "lake.lease-seconds=" + SECONDS, "lake.lease-wait-seconds=60");
    }

    private static void night(TestLake lake) {
        lake.jobs().nightly(files.stream().map(Path::toString).toList());
    }

    private static WorkingRun begin(TestLake lake) {
        return WorkingRun.begin(
                TestSpark.session(),
                lake.root().toString(),
                new RunStamp("second night", "test", "0"),
                LeaseTerms.of(lake.config().lake()),
                Clock.systemUTC());
    }

    @Test
    void theSecondOfTwoNightsSaysWhoIsAtWorkAndTheFirstGoesOn() throws Exception {
        assumeTrue(FULL);
        Path root = folder.resolve("lake");
        try (NightProcess first = NightProcess.start(
                        root, files, 600, null, Map.of(FailPoint.AT, "write.bars_1m.after", FailPoint.SIGNAL, "STOP"));
                NightProcess second =
                        NightProcess.start(root, files, 600, root.resolve("_tapelake/lease.json"), Map.of())) {
            first.awaitStop();

            assertThat(second.exitCode()).as(second.output()).isEqualTo(1);
            assertThat(second.output())
                    .contains("tapelake: the lake has one writer at a time, and the job 'nightly' (process ")
                    .contains(", token 1) is at work on it; its lease lasts until ");
            first.signal("CONT");
            assertThat(first.exitCode()).as(first.output()).isZero();
        }
        assertThat(LakeContent.of(root).differences(once)).isEmpty();
    }

    /** The stopped night has passed its last check: nothing but Delta's own log can keep it out. */
    @Test
    void aNightStoppedBetweenItsLastCheckAndTheCommitPublishesNothingOnceAnotherHasTheLake() throws Exception {
        TestLake lake = lake(folder.resolve("lake"));
        try (NightProcess stopped = NightProcess.start(lake.root(), files, SECONDS, null, STOPPED_BEFORE_PUBLISHING)) {
            stopped.awaitStop();
            assertThatThrownBy(() -> begin(lake.with("lake.lease-seconds=" + SECONDS)))
                    .isInstanceOf(LeaseException.class)
                    .hasMessageStartingWith("the lake has one writer at a time, and the job 'nightly' (process "
                            + stopped.pid() + " on ")
                    .hasMessageContaining(", token 1) is at work on it; its lease lasts until ");
            try (WorkingRun second = begin(lake)) {
                stopped.signal("CONT");
                assertThat(stopped.exitCode()).as(stopped.output()).isEqualTo(1);
                assertThat(stopped.output())
                        .contains("tapelake: this job held the lake with token 1")
                        .contains("was taken by the job 'second night'");
                second.check();
            }
        }
        assertThatThrownBy(lake::run).as("neither has published").hasMessageContaining("no published run");
        night(lake);
        assertThat(LakeContent.of(lake.root()).differences(once)).isEmpty();
    }

    @Test
    void aNightThatWakesUpWhenAnotherHasFinishedChangesNothing() throws Exception {
        assumeTrue(FULL);
        for (String where : List.of("publish.runs.before", "write.bars_1m.before", "write.day_index.before")) {
            TestLake lake = lake(folder.resolve("lake " + where));
            Map<String, String> stop = Map.of(FailPoint.AT, where, FailPoint.SIGNAL, "STOP");
            try (NightProcess stopped = NightProcess.start(lake.root(), files, 3, null, stop)) {
                stopped.awaitStop();
                night(lake);
                String id = lake.run().id();

                stopped.signal("CONT");

                assertThat(stopped.exitCode()).as(stopped.output()).isEqualTo(1);
                assertThat(stopped.output()).contains("tapelake: this job held the lake with token 1");
                assertThat(lake.run().id()).isEqualTo(id);
            }
            assertThat(LakeContent.of(lake.root()).differences(once)).isEmpty();
            night(lake);
            assertThat(LakeContent.of(lake.root()).differences(once))
                    .as("what it wrote is gone")
                    .isEmpty();
        }
    }

    @Test
    void aCommitOfSomebodyElseStopsTheRunAndNothingIsPublished() {
        TestLake lake = lake(folder.resolve("lake"));
        night(lake);
        String id = lake.run().id();
        try (WorkingRun run = begin(lake)) {
            var rows = run.read(Tables.INGESTED_FILES);
            run.replace(Tables.INGESTED_FILES, rows.coalesce(1), "true", 3);
            rows.write().format("delta").mode("append").save(run.root() + "/" + Tables.INGESTED_FILES.name());

            assertThatThrownBy(() -> run.replace(Tables.INGESTED_FILES, rows.coalesce(1), "true", 3))
                    .isInstanceOf(LeaseException.class)
                    .hasMessageContaining("table ingested_files")
                    .hasMessageContaining("somebody else wrote to it");
        }
        assertThat(lake.run().id()).isEqualTo(id);
        assertThat(LakeContent.of(lake.root()).differences(once)).isEmpty();
        night(lake);
        assertThat(LakeContent.of(lake.root()).differences(once)).isEmpty();
        assertThat(Lake.open(lake.root().toString()).runs()).hasSize(1);
    }
}
