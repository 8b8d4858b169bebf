package io.tapelake.cli.job;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.LakeJobs;
import io.tapelake.jobs.ingest.MissingInputException;
import io.tapelake.jobs.night.BackfillReport;
import io.tapelake.jobs.night.NightReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake backfill}: the files of a range of dates, in date order, some per run. */
@Command(
        name = "backfill",
        description = {
            "Take in the files of a range of trade dates in date order, some at a time, scan them, and publish a run for each"
                    + " part.",
            "Stopped or killed, it goes on where it was when it is started again. Files outside the range are not opened.",
            "Example: tapelake backfill --input /data/xnas --from 2020-01-01 --to 2024-12-31 --lake lake"
        })
public final class BackfillCommand implements Callable<Integer> {

    @Mixin
    private InputOptions input;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First trade date.")
    private LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last trade date.")
    private LocalDate to;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "text, or json: one object per run as it is published, then one for the whole.")
    private ReportFormat format;

    @Mixin
    private JobOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (from.isAfter(to)) {
            throw CommandException.usage("--from " + from + " is after --to " + to + "; give a range of trade dates");
        }
        TapelakeConfig config = options.config();
        List<String> inputs = input.of(config);
        PrintWriter out = spec.commandLine().getOut();
        Clock clock = Clock.systemUTC();
        BackfillReport report;
        try (SparkSession spark = CommandSession.open("tapelake backfill", config.spark());
                BackfillProgress progress = BackfillProgress.on(spark, config.progress(), format, out, clock)) {
            LakeJobs jobs = LakeJobs.on(spark, config.lake().path(), config, clock);
            report = jobs.backfill(inputs, from, to, progress);
        } catch (MissingInputException e) {
            throw CommandException.missingInput(e.getMessage());
        }
        int exitCode = report.verdict() == NightReport.Verdict.OK ? ExitCode.OK : ExitCode.QUARANTINED;
        if (format == ReportFormat.JSON) {
            out.println(NightJson.of(report, exitCode));
        } else {
            NightLines.print(report, out);
        }
        return exitCode;
    }
}
