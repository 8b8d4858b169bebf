package io.tapelake.cli.job;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.verify.VerifyJob;
import io.tapelake.jobs.verify.VerifyReport;
import io.tapelake.jobs.verify.VerifyRequest;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.read.Lake;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake verify}: proves the tables of a run from the files they were taken from. */
@Command(
        name = "verify",
        description = {
            "Read the DBN files again and prove the tables: counts and a checksum per file, date and column. Also looks for"
                    + " the data files that the logs name, the versions that runs name, and the counts of day_stats. Nothing"
                    + " is changed.",
            "Exit code 3 if anything differs or cannot be proved."
        })
public final class VerifyCommand implements Callable<Integer> {

    @Option(
            names = "--run",
            paramLabel = "RUN",
            defaultValue = "latest",
            description = "The run to prove (default: ${DEFAULT-VALUE}).")
    private String run;

    @Option(names = "--from", paramLabel = "DATE", description = "First trade date (default: all).")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last trade date (default: all).")
    private LocalDate to;

    @Option(
            names = "--file",
            paramLabel = "PATTERN",
            description = "Only files whose path or name is like this; * and ? as in a shell. Without day_stats.")
    private String file;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "text, or json: one line per finding, then the sums.")
    private ReportFormat format;

    @Mixin
    private JobOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        VerifyRequest request = request();
        TapelakeConfig config = options.config();
        String path = config.lake().path();
        if (LakeStorage.isLocal(path)) {
            // A mistake in the name is told before Spark starts.
            check(Lake.open(path));
        }
        VerifyReport report;
        try (SparkSession spark = CommandSession.open("tapelake verify", config.spark())) {
            check(Lake.open(path, spark.sessionState().newHadoopConf()));
            VerifyJob job = VerifyJob.of(spark, path, config);
            report = SparkProgress.during("verify", spark, config.progress(), () -> job.verify(request));
        }
        VerifyLines.print(report, format, spec.commandLine().getOut());
        return report.isProved() ? ExitCode.OK : ExitCode.QUARANTINED;
    }

    private VerifyRequest request() {
        try {
            return new VerifyRequest(
                    run, Optional.ofNullable(from), Optional.ofNullable(to), Optional.ofNullable(file));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(e.getMessage());
        }
    }

    private void check(Lake lake) {
        try {
            lake.runs();
        } catch (LakeException e) {
            throw CommandException.missingInput(e.getMessage());
        }
        try {
            lake.published(run);
        } catch (LakeException e) {
            throw CommandException.usage(e.getMessage());
        }
    }
}
