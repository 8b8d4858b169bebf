package io.tapelake.cli.lake;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.index.RunDiff;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.PublishedRun;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tapelake runs diff}: which days and reset points differ between two runs, and why. */
@Command(
        name = "diff",
        description = {
            "Compare the day index and the reset points of two runs, and say what may have caused the difference: input,"
                    + " code or configuration.",
            "A summary first, then files and symbol-days. Example: tapelake runs diff RUN latest --limit 50"
        })
public final class RunsDiffCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "A", description = "Id of the earlier run, or latest.")
    private String before;

    @Parameters(index = "1", paramLabel = "B", description = "Id of the later run, or latest.")
    private String after;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most N files and N symbol-days; all are counted (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, or json: one object per line, each with 'what': summary, file, day"
                    + " (default: ${DEFAULT-VALUE}).")
    private SummaryFormat format;

    @Mixin
    private LakeFolder folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (limit < 0) {
            throw CommandException.usage("--limit must be 0 or more but is " + limit);
        }
        Lake lake = folder.lake(folder.config());
        PrintWriter out = spec.commandLine().getOut();
        RunDiff diff = RunDiff.between(lake, known(lake, before), known(lake, after), limit);
        if (format == SummaryFormat.JSON) {
            RunDiffJson.print(diff, limit, out);
        } else {
            RunDiffText.print(diff, limit, out);
        }
        out.flush();
        return ExitCode.OK;
    }

    private String known(Lake lake, String id) {
        PublishedRun run = LakeFolder.published(lake, id);
        if (run.withdrawn()) {
            spec.commandLine().getErr().println("run '" + run.runId() + "' is withdrawn");
        }
        return run.runId();
    }
}
