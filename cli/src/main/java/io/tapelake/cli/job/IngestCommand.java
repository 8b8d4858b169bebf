package io.tapelake.cli.job;

import io.tapelake.cli.CommandException;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.LakeJobs;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.jobs.ingest.MissingInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake ingest}: DBN files into the tables of a lake. */
@Command(
        name = "ingest",
        description = "Take DBN files into the tables of a lake, and publish them as a run. Files that are known and"
                + " unchanged are not opened.")
public final class IngestCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "PATH",
            arity = "1..*",
            required = true,
            description = "Files or folders (searched to any depth); may be repeated.")
    private List<String> inputs;

    @Option(names = "--format", defaultValue = "text", description = "text, or json: one line per file.")
    private ReportFormat format;

    @Mixin
    private JobOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        TapelakeConfig config = options.config();
        PrintWriter out = spec.commandLine().getOut();
        IngestReport report;
        try (SparkSession spark = CommandSession.open("tapelake ingest", config.spark())) {
            LakeJobs jobs = LakeJobs.on(spark, config.lake().path(), config, Clock.systemUTC());
            report = SparkProgress.during("ingest", spark, config.progress(), () -> jobs.ingest(inputs));
        } catch (MissingInputException e) {
            throw CommandException.missingInput(e.getMessage());
        }
        ReportLines.print(report, format, out);
        return JobExit.of(report, List.of());
    }
}
