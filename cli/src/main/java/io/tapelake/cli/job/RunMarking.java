package io.tapelake.cli.job;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.publish.RunMarks;
import io.tapelake.jobs.publish.lease.LeaseTerms;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.PublishedRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands that mark a run have in common: which run, which lake, and how mistakes are told. */
final class RunMarking {

    @Parameters(index = "0", paramLabel = "RUN", description = "Id of the run, or latest.")
    private String run;

    @Mixin
    private JobOptions options;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    String run() {
        return run;
    }

    /**
     * Marks the run and says what became of it.
     *
     * @param done what it is now, as in "run X is ..."
     */
    int mark(String done, Function<RunMarks, RunMarks.Marked> change) throws IOException {
        TapelakeConfig config = options.config();
        PrintWriter out = spec.commandLine().getOut();
        String path = config.lake().path();
        if (LakeStorage.isLocal(path)) {
            // A mistake in the name is told before Spark starts.
            check(Lake.open(path));
        }
        try (SparkSession spark = CommandSession.open("tapelake runs", config.spark())) {
            Lake lake = Lake.open(path, spark.sessionState().newHadoopConf());
            check(lake);
            RunMarks.Marked marked =
                    change.apply(RunMarks.of(spark, path, LeaseTerms.of(config.lake()), Clock.systemUTC()));
            out.println("run " + marked.run().runId() + " is " + (marked.changed() ? "" : "already ") + done);
            out.println("latest: " + latest(lake));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(e.getMessage());
        }
        return ExitCode.OK;
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

    private static String latest(Lake lake) {
        return lake.runs().stream()
                .filter(PublishedRun::isUsable)
                .map(PublishedRun::runId)
                .findFirst()
                .orElse("none; every run is withdrawn");
    }
}
