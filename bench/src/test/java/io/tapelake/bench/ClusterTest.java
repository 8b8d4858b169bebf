package io.tapelake.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tapelake.cli.Main;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application jar on a real cluster of processes: a master and two workers. Here, because {@code bench} comes after the
 * jar in the build. Minutes long, so only with {@code -Dtapelake.tests=full}.
 */
class ClusterTest {

    private static final long PATIENCE_MINUTES = 15;
    private static final List<LakeTable> COMPARED =
            List.of(Tables.BARS_1M, Tables.INGESTED_FILES, Tables.DAY_STATS, Tables.DAY_INDEX, Tables.RESET_POINTS);

    @TempDir
    private Path folder;

    private final Path root = root();

    @BeforeEach
    void onlyInTheFullProfile() {
        assumeTrue("full".equals(System.getProperty("tapelake.tests")), "minutes long");
        assumeTrue(Files.exists(root.resolve("cli/target/tapelake-app.jar")), "nothing is packaged");
    }

    @Test
    void aNightThatLosesAnExecutorAndThenAWorkerGivesTheTablesOfALocalNight() throws Exception {
        Path input = folder.resolve("in");
        Path local = folder.resolve("local");
        Path lake = folder.resolve("lake");
        run(
                "bin/tapelake",
                "synth",
                "--symbols",
                "12",
                "--days",
                "4",
                "--seed",
                "7",
                "--schemas",
                "ohlcv-1m",
                "--events",
                "5",
                "--out",
                input.toString());
        run("bin/tapelake", "ingest", "--input", input.toString(), "--lake", local.toString());
        run("bin/tapelake", "scan", "--lake", local.toString());
        String port = Integer.toString(freePort());
        String state = folder.resolve("cluster").toString();
        run("bin/cluster", "start", "--port", port, "--ui-port", Integer.toString(freePort()), "--state", state);
        try {
            run("bin/cluster", "start", "--state", state); // it runs already: nothing happens
            Process ingest = start(submit(port, "ingest", "--input", input.toString(), "--lake", lake.toString()));
            await("an executor of worker 1", ingest, () -> executorOf(worker(state, 1)) != null);
            await("the first table", ingest, () -> Files.exists(lake.resolve("bars_1m/_delta_log")));
            executorOf(worker(state, 1)).destroyForcibly();
            worker(state, 2).destroyForcibly();
            assertThat(lake.resolve("runs"))
                    .as("killed before the run was published")
                    .doesNotExist();
            end(ingest);

            Process scan = start(submit(port, "scan", "--lake", lake.toString()));
            end(scan);
        } finally {
            run("bin/cluster", "stop", "--state", state);
        }

        for (LakeTable table : COMPARED) {
            List<String> rows = rows(table, lake);
            assertThat(rows).as(table.name()).isEqualTo(rows(table, local));
            System.out.println(table.name() + ": " + (rows.size() - 1) + " rows");
        }
        assertThat(rows(Tables.DAY_STATS, lake)).hasSizeGreaterThan(1);
        assertThat(ProcessHandle.allProcesses()
                        .filter(each -> each.info().commandLine().orElse("").contains("spark://127.0.0.1:" + port)))
                .as("what is left of the cluster")
                .isEmpty();
    }

    private List<String> submit(String port, String... command) {
        List<String> words = new ArrayList<>(List.of(
                "bin/spark-submit",
                "--master",
                "spark://127.0.0.1:" + port,
                "--driver-memory",
                "1g",
                "--executor-memory",
                "768m",
                "APP"));
        words.addAll(List.of(command));
        return words;
    }

    private static ProcessHandle worker(String state, int number) {
        try {
            long pid = Long.parseLong(Files.readString(Path.of(state, "worker-" + number + ".pid"))
                    .strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessHandle executorOf(ProcessHandle worker) {
        return worker.descendants()
                .filter(each -> each.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                .findFirst()
                .orElse(null);
    }

    /** The rows of the newest run, without what is new in every run, sorted. */
    private static List<String> rows(LakeTable table, Path lake) {
        List<String> columns = new ArrayList<>(table.columnNames());
        columns.remove("run_id");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                new String[] {
                    "table",
                    table.name(),
                    "--lake",
                    lake.toString(),
                    "--format",
                    "csv",
                    "--columns",
                    String.join(",", columns)
                },
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        assertThat(code).as(err.toString()).isZero();
        return out.toString().lines().sorted().toList();
    }

    private void run(String... command) throws IOException, InterruptedException {
        end(start(List.of(command)));
    }

    private Process start(List<String> command) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.set(0, root.resolve(command.get(0)).toString());
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("TAPELAKE_NO_BUILD", "1");
        return builder.start();
    }

    private static void end(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("not finished after " + PATIENCE_MINUTES + " min: " + process.info());
        }
        assertThat(process.exitValue()).as(process.info().toString()).isZero();
    }

    private static void await(String what, Process job, BooleanSupplier there) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (!there.getAsBoolean()) {
            assertThat(job.isAlive())
                    .as("the job ended before " + what + " was seen")
                    .isTrue();
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(until);
            Thread.sleep(50);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(path -> Files.exists(path.resolve("bin/cluster")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no clone above the working folder"));
    }
}
