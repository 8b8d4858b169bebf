package io.tapelake.cli.lake;

import io.tapelake.cli.ExitCode;
import io.tapelake.lake.read.PublishedRun;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake runs list}: the published runs, newest first. */
@Command(name = "list", description = "Print the published runs, newest first, withdrawn ones among them.")
public final class RunsListCommand implements Callable<Integer> {

    /** Runs of a text table unless all are asked for. */
    private static final int TABLE_RUNS = 20;

    @Option(names = "--all", description = "Every run (default: with --format table the newest " + TABLE_RUNS + ").")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json (one object per line) or csv (default: ${DEFAULT-VALUE}).")
    private RowFormat format;

    @Mixin
    private LakeFolder folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<PublishedRun> runs = LakeFolder.runs(folder.lake(folder.config()));
        int shown = all || format != RowFormat.TABLE ? runs.size() : Math.min(TABLE_RUNS, runs.size());
        RowOutput output = format.open(spec.commandLine().getOut(), RunRow.columns());
        for (PublishedRun run : runs.subList(0, shown)) {
            if (!output.row(RunRow.values(run))) {
                break;
            }
        }
        output.end();
        if (shown < runs.size()) {
            spec.commandLine()
                    .getErr()
                    .println("the newest " + shown + " of " + runs.size() + " runs; --all shows every one");
        }
        return ExitCode.OK;
    }
}
