package io.tapelake.cli.job;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.config.LoadOptions;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.LakeJobs;
import io.tapelake.jobs.ingest.MissingInputException;
import io.tapelake.jobs.night.NightReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake nightly}: what is new in the input, through ingest and scan, published as one run. */
@Command(
        name = "nightly",
        description = {
            "Take in what is new or changed, scan the dates that are affected, and publish both as one run.",
            "Files that are known and unchanged are not opened, so it can be run as often as one likes. Made for cron: see"
                    + " docs/operations.md, Nightly."
        })
public final class NightlyCommand implements Callable<Integer> {

    private static final String JOB = "nightly";

    @Mixin
    private InputOptions input;

    @Option(
            names = "--metrics-file",
            paramLabel = "FILE",
            description = "Write metrics for Prometheus' node exporter here (default: nightly.metrics-file).")
    private String metricsFile;

    @Option(names = "--format", defaultValue = "text", description = "text, or json: one object.")
    private ReportFormat format;

    @Mixin
    private JobOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<LoadOptions.Setting> settings = new ArrayList<>();
        if (metricsFile != null) {
            settings.add(new LoadOptions.Setting("nightly.metrics-file", metricsFile, "--metrics-file"));
        }
        TapelakeConfig config = options.config(settings.toArray(LoadOptions.Setting[]::new));
        List<String> inputs = input.of(config);
        Clock clock = Clock.systemUTC();
        Metrics metrics = Metrics.of(config, JOB, clock);
        NightReport report;
        try (SparkSession spark = CommandSession.open("tapelake nightly", config.spark())) {
            LakeJobs jobs = LakeJobs.on(spark, config.lake().path(), config, clock);
            report = SparkProgress.during(JOB, spark, config.progress(), () -> jobs.nightly(inputs));
        } catch (MissingInputException e) {
            metrics.failed(ExitCode.MISSING_INPUT);
            throw CommandException.missingInput(e.getMessage());
        } catch (RuntimeException | Error e) {
            metrics.failed(ExitCode.FAILED);
            throw e;
        }
        int exitCode = JobExit.of(report);
        metrics.ended(report, exitCode);
        PrintWriter out = spec.commandLine().getOut();
        if (format == ReportFormat.JSON) {
            out.println(NightJson.of(report, exitCode));
        } else {
            NightLines.print(report, out);
        }
        return exitCode;
    }
}
