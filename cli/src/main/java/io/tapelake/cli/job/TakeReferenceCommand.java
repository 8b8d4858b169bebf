package io.tapelake.cli.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.LakeJobs;
import io.tapelake.jobs.ingest.MissingInputException;
import io.tapelake.jobs.reference.ReferenceFile;
import io.tapelake.jobs.reference.ReferenceReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tapelake reference take}: corporate actions and names of securities into the tables of a lake. */
@Command(
        name = "take",
        description =
                "Take corporate actions (splits and dividends) and the names of securities from files, and publish them"
                        + " as a run. Files taken before change nothing.",
        footer = {
            "",
            "What a file is, is seen from its first line: CSV with a header (symbol,ex_date,type,ratio,cash_amount,source,",
            "or security_id,symbol,from_date,to_date), or JSON lines of Databento's corporate_actions.get_range or",
            "security_master.get_range (docs/operations.md)."
        })
public final class TakeReferenceCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV files or JSON lines; of any file system.")
    private List<String> files;

    @Option(names = "--format", defaultValue = "text", description = "text, or json: one line per file.")
    private ReportFormat format;

    @Mixin
    private JobOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        TapelakeConfig config = options.config();
        ReferenceReport report;
        try (SparkSession spark = CommandSession.open("tapelake reference", config.spark())) {
            report = LakeJobs.on(spark, config.lake().path(), config, Clock.systemUTC())
                    .takeReference(files);
        } catch (MissingInputException e) {
            throw CommandException.missingInput(e.getMessage());
        }
        PrintWriter out = spec.commandLine().getOut();
        for (ReferenceFile file : report.files()) {
            out.println(format == ReportFormat.JSON ? json(file) : line(file));
            if (format == ReportFormat.TEXT) {
                file.faults().forEach((number, what) -> out.println("  line " + number + ": " + what));
                if (file.faulty() > file.faults().size()) {
                    out.println("  and " + (file.faulty() - file.faults().size()) + " more");
                }
            }
        }
        if (format == ReportFormat.TEXT) {
            out.println(
                    report.changed()
                            ? report.affectedDates().size()
                                    + " trade dates look back differently; the next scan or nightly computes them"
                            : "nothing has changed; no run was published");
        }
        return report.hasFaults() ? ExitCode.QUARANTINED : ExitCode.OK;
    }

    private static String line(ReferenceFile file) {
        String ignored = file.ignored().isEmpty() ? "" : " " + file.ignored();
        return String.format(
                Locale.ROOT,
                "%s (%s): %d lines: %d taken, %d known, %d superseded, %d ignored%s, %d faulty",
                file.path(),
                file.kind().isEmpty() ? "neither" : file.kind(),
                file.lines(),
                file.taken(),
                file.known(),
                file.superseded(),
                file.ignoredLines(),
                ignored,
                file.faulty());
    }

    private static String json(ReferenceFile file) {
        try {
            return new ObjectMapper().writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report has no JSON: " + file, e);
        }
    }
}
