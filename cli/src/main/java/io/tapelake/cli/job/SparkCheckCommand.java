package io.tapelake.cli.job;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ConfigOptions;
import io.tapelake.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake spark-check}: runs a small Delta job, to see that a Spark (local, or a cluster) is usable. */
@Command(
        name = "spark-check",
        description = "Run a small Delta job to see that Spark works here, or on a cluster with spark-submit.")
public final class SparkCheckCommand implements Callable<Integer> {
    private static final long ROWS = 1_000_000;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description =
                    "Write the table below this folder, which every executor must see (default: a temporary one).")
    private String folder;

    @Mixin
    private ConfigOptions configuration;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String parent = folder != null
                ? folder
                : Files.createTempDirectory("tapelake-spark-check").toString();
        String table = parent + "/spark-check-" + ProcessHandle.current().pid();
        long began = System.nanoTime();
        try (SparkSession spark =
                CommandSession.open("tapelake spark-check", configuration.load().spark())) {
            out.printf(
                    "Spark %s at %s, %d tasks at once%n",
                    spark.version(),
                    spark.sparkContext().master(),
                    spark.sparkContext().defaultParallelism());
            roundTrip(spark, table);
        } finally {
            delete(Path.of(table));
        }
        out.printf(
                Locale.ROOT,
                "wrote and read a Delta table of %d rows: good (%.1f s)%n",
                ROWS,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) / 1000.0);
        return ExitCode.OK;
    }

    /** The squares are computed by a class of ours, so that executors without the application jar are found out. */
    private static void roundTrip(SparkSession spark, String table) {
        Dataset<Long> squares =
                spark.range(0, ROWS, 1, 4).map((MapFunction<Long, Long>) SparkCheckCommand::square, Encoders.LONG());
        squares.toDF("square").write().format("delta").save(table);
        Row read = spark.read()
                .format("delta")
                .load(table)
                .selectExpr("count(*)", "sum(square)")
                .first();
        long expected = (ROWS - 1) * ROWS / 2 * (2 * ROWS - 1) / 3;
        if (read.getLong(0) != ROWS || read.getLong(1) != expected) {
            throw CommandException.failed("the table read back has " + read.getLong(0) + " rows with sum "
                    + read.getLong(1) + "; written were " + ROWS + " with sum " + expected);
        }
    }

    private static long square(long value) {
        return value * value;
    }

    private static void delete(Path table) throws IOException {
        if (!Files.isDirectory(table)) {
            return;
        }
        try (var files = Files.walk(table)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
