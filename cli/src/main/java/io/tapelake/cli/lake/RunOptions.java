package io.tapelake.cli.lake;

import io.tapelake.config.TapelakeConfig;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of a command that reads a lake: which lake, which run. */
final class RunOptions {

    @Mixin
    private LakeFolder folder;

    @Option(
            names = "--run",
            paramLabel = "ID",
            defaultValue = Lake.LATEST,
            description = "The published run to read (default: ${DEFAULT-VALUE}).")
    private String run;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    TapelakeConfig config() {
        return folder.config();
    }

    Lake lake(TapelakeConfig config) {
        return folder.lake(config);
    }

    /**
     * The run that was asked for; of a withdrawn one standard error says that it is.
     *
     * @throws io.tapelake.cli.CommandException if nothing was published, or there is no such run
     */
    LakeRun run(Lake lake) {
        LakeRun found = lake.run(LakeFolder.published(lake, run).runId());
        if (found.withdrawn()) {
            spec.commandLine().getErr().println("run '" + found.id() + "' is withdrawn");
        }
        return found;
    }
}
