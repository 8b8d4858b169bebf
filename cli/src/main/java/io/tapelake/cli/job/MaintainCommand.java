package io.tapelake.cli.job;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.config.LoadOptions;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.maintain.MaintainJob;
import io.tapelake.jobs.maintain.MaintainReport;
import io.tapelake.jobs.publish.lease.LeaseTerms;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.read.Lake;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake maintain}: lets old runs go and removes the files that nothing needs. */
@Command(
        name = "maintain",
        description = {
            "Let go of runs beyond the newest ones and the pinned ones, and remove the data files that none of those needs."
                    + " What a run let go needed cannot be had back.",
            "With --dry-run: say what would go, and which run holds how much; nothing is changed."
        })
public final class MaintainCommand implements Callable<Integer> {

    @Option(names = "--dry-run", description = "Only say what would go, and what each run holds.")
    private boolean dryRun;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "Newest runs to keep beside the pinned ones (default: maintain.keep-runs).")
    private Integer keep;

    @Option(names = "--format", defaultValue = "text", description = "text, or json: one object.")
    private ReportFormat format;

    @Mixin
    private JobOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        TapelakeConfig config = keep == null
                ? options.config()
                : options.config(new LoadOptions.Setting("maintain.keep-runs", keep.toString(), "--keep"));
        String path = config.lake().path();
        if (LakeStorage.isLocal(path)) {
            // A mistake in the name is told before Spark starts.
            check(Lake.open(path));
        }
        MaintainReport report;
        int keepRuns = config.maintain().keepRuns();
        Duration minAge = Duration.ofHours(config.maintain().minAgeHours());
        try (SparkSession spark = CommandSession.open("tapelake maintain", config.spark())) {
            check(Lake.open(path, spark.sessionState().newHadoopConf()));
            MaintainJob job = MaintainJob.of(spark, path, LeaseTerms.of(config.lake()), Clock.systemUTC());
            report = dryRun ? job.plan(keepRuns, minAge) : job.maintain(keepRuns, minAge);
        }
        MaintainLines.print(report, format, spec.commandLine().getOut());
        return ExitCode.OK;
    }

    private static void check(Lake lake) {
        try {
            lake.runs();
        } catch (LakeException e) {
            throw CommandException.missingInput(e.getMessage());
        }
    }
}
