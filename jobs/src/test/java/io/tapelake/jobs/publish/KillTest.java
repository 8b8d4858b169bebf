package io.tapelake.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tapelake.jobs.TestLake;
import io.tapelake.jobs.TestSpark;
import io.tapelake.jobs.ingest.IngestJob;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.jobs.ingest.IngestSettings;
import io.tapelake.jobs.publish.lease.LeaseTerms;
import io.tapelake.jobs.scan.ConfiguredScan;
import io.tapelake.jobs.scan.ScanJob;
import io.tapelake.jobs.scan.SmallMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights killed with SIGKILL, each in a process of its own, and run again: the lake is as if nothing had happened, and whoever
 * read it all the while saw whole dates only. Normally a few kills; all of them with {@code -Dtapelake.tests=full}.
 */
class KillTest {

    private static final boolean FULL = "full".equals(System.getProperty("tapelake.tests"));
    private static final int LEASE_SECONDS = 2;
    private static final int AT_ONCE = 2;

    @TempDir
    static Path shared;

    private static List<Path> files;

    /** A lake with nothing, and one with a published night and all that a killed one left behind. */
    private static Path empty;

    private static Path leftover;
    private static LakeContent afterEmpty;
    private static List<String> pointsFromEmpty;
    private static List<String> pointsFromLeftover;
    private static LakeContent afterLeftover;

    @TempDir
    private Path folder;

    /**
     * A kill.
     *
     * @param from the lake before
     * @param at the fail point; null for a random moment
     * @param delayMs when, after the process began, without a fail point
     */
    private record Kill(Path from, String at, long delayMs) {
        @Override
        public String toString() {
            return (at == null ? "after " + delayMs + " ms" : at) + " from " + from.getFileName();
        }
    }

    @BeforeAll
    static void made() throws IOException {
        TestSpark.interpreting();
        files = SmallMarket.write(shared.resolve("market"), 4, 3).files();
        empty = Files.createDirectories(shared.resolve("empty"));
        Path undisturbed = shared.resolve("undisturbed");
        night(undisturbed, files.subList(0, 1));
        leftover = shared.resolve("leftover");
        copy(undisturbed, leftover);
        List<String> next = failPoints(undisturbed);
        afterLeftover = LakeContent.of(undisturbed);
        unpublishedNight(leftover);
        pointsFromLeftover = new ArrayList<>();
        for (String table :
                List.of("bars_1m", "ingested_files", "quarantine", "day_stats", "day_index", "reset_points")) {
            pointsFromLeftover.addAll(List.of("restore." + table + ".before:1", "restore." + table + ".after:1"));
        }
        pointsFromLeftover.addAll(next);
        Path once = shared.resolve("once");
        pointsFromEmpty = failPoints(once);
        afterEmpty = LakeContent.of(once);
        assertThat(afterEmpty.rows())
                .containsKeys("bars_1m", "ingested_files", "day_stats", "day_index", "reset_points");
        assertThat(afterEmpty.rows().values())
                .as("rows of some tables")
                .filteredOn(rows -> rows.size() > 2)
                .hasSizeGreaterThan(2);
    }

    private static void night(Path lake, List<Path> files) {
        SmallMarket.lake(lake, "lake.lease-seconds=" + LEASE_SECONDS, "lake.lease-wait-seconds=60")
                .jobs()
                .nightly(files.stream().map(Path::toString).toList());
    }

    /** What a night leaves behind that dies just before it publishes: the next one has every table to put back. */
    private static void unpublishedNight(Path root) {
        TestLake lake = SmallMarket.lake(root);
        try (WorkingRun run = WorkingRun.begin(
                TestSpark.session(),
                root.toString(),
                new RunStamp("nightly", "test", "0"),
                LeaseTerms.of(lake.config().lake()),
                Clock.systemUTC())) {
            IngestReport report = IngestJob.of(
                            run, IngestSettings.of(lake.config().ingest()), Clock.systemUTC())
                    .ingest(files.stream().map(Path::toString).toList());
            Set<LocalDate> dates = new TreeSet<>();
            report.changedDates().values().forEach(dates::addAll);
            ScanJob.of(run, ConfiguredScan.settings(lake.config().scan())).scan(dates);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    /** Runs a night; the names of all places at which it could have been killed, in their order. */
    private static List<String> failPoints(Path lake) throws IOException {
        Path record = shared.resolve("points of " + lake.getFileName());
        System.setProperty(FailPoint.RECORD, record.toString());
        try {
            night(lake, files);
        } finally {
            System.clearProperty(FailPoint.RECORD);
        }
        // The numbers count from the start of this JVM; those of a process start at 1.
        List<String> numbered = new ArrayList<>();
        for (String line : Files.readAllLines(record)) {
            String name = line.substring(0, line.lastIndexOf(':'));
            numbered.add(name + ":"
                    + (1
                            + numbered.stream()
                                    .filter(n -> n.startsWith(name + ":"))
                                    .count()));
        }
        return List.copyOf(new LinkedHashSet<>(numbered));
    }

    @Test
    void aNightKilledAnywhereAndRunAgainLeavesTheLakeAsIfNothingHadHappened() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc")), "signals and /proc are those of Linux");
        long seed = Long.getLong("tapelake.kill.seed", System.nanoTime());
        Random random = new Random(seed);
        List<Kill> kills = new ArrayList<>();
        pointsFromEmpty.forEach(point -> kills.add(new Kill(empty, point, 0)));
        pointsFromLeftover.forEach(point -> kills.add(new Kill(leftover, point, 0)));
        int points = kills.size();
        if (FULL) {
            int millis = millisOfANight();
            IntStream.range(0, 30)
                    .forEach(i -> kills.add(new Kill(i % 2 == 0 ? empty : leftover, null, random.nextInt(millis))));
        } else {
            Collections.shuffle(kills, random);
            kills.subList(3, kills.size()).clear();
        }
        System.out.println(
                "KillTest: " + points + " fail points, " + kills.size() + " kills, seed " + seed + ": " + kills);
        run(kills, seed);
    }

    private void run(List<Kill> kills, long seed) throws Exception {
        int died = 0;
        List<String> differences = new ArrayList<>();
        try (PollingReader reader = PollingReader.knowing(shared.resolve("once"))) {
            for (int first = 0; first < kills.size(); first += AT_ONCE) {
                List<Kill> some = kills.subList(first, Math.min(kills.size(), first + AT_ONCE));
                List<Path> lakes = new ArrayList<>();
                List<NightProcess> victims = new ArrayList<>();
                for (int i = 0; i < some.size(); i++) {
                    lakes.add(folder.resolve("lake " + (first + i)));
                    copy(some.get(i).from(), lakes.get(i));
                    victims.add(start(some.get(i), lakes.get(i)));
                }
                reader.read(lakes);
                try {
                    for (int i = 0; i < some.size(); i++) {
                        Kill kill = some.get(i);
                        died += awaitDeath(kill, victims.get(i)) ? 1 : 0;
                        night(lakes.get(i), files);
                        LakeContent expected = kill.from().equals(empty) ? afterEmpty : afterLeftover;
                        for (String difference : LakeContent.of(lakes.get(i)).differences(expected)) {
                            differences.add(kill + ": " + difference);
                        }
                    }
                } finally {
                    victims.forEach(NightProcess::close);
                }
            }
            System.out.println("KillTest: " + died + " killed, " + reader.polls() + " polls, " + differences.size()
                    + " differences, " + reader.found().size() + " dates seen in part");
            assertThat(reader.found()).as("seed %d", seed).isEmpty();
            assertThat(reader.polls()).isPositive();
        }
        assertThat(differences).as("seed %d", seed).isEmpty();
        assertThat(died).isPositive();
    }

    private NightProcess start(Kill kill, Path lake) throws IOException {
        if (kill.at() != null) {
            return NightProcess.start(lake, files, LEASE_SECONDS, null, Map.of(FailPoint.AT, kill.at()));
        }
        NightProcess victim = NightProcess.start(lake, files, LEASE_SECONDS, null, Map.of());
        CompletableFuture.delayedExecutor(kill.delayMs(), TimeUnit.MILLISECONDS).execute(victim::close);
        return victim;
    }

    /** How long a night in a process takes, from its start to its end. */
    private int millisOfANight() throws Exception {
        long began = System.nanoTime();
        try (NightProcess whole = NightProcess.start(folder.resolve("timed"), files, LEASE_SECONDS, null, Map.of())) {
            assertThat(whole.exitCode()).as(whole.output()).isZero();
        }
        return Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    /** True if it was killed; at a random moment it may have ended already. */
    private static boolean awaitDeath(Kill kill, NightProcess victim) throws InterruptedException {
        int exitCode = victim.exitCode();
        if (kill.at() != null) {
            assertThat(exitCode).as("%s: %s", kill, victim.output()).isEqualTo(128 + 9);
        }
        return exitCode == 128 + 9;
    }
}
