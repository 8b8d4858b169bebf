package io.tapelake.cli.lake;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ConfigOptions;
import io.tapelake.config.LoadOptions;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that reads a lake: which lake, which run. */
final class RunOptions {

    @Option(names = "--lake", paramLabel = "DIR", description = "Folder of the lake (default: lake.path).")
    private String path;

    @Option(
            names = "--run",
            paramLabel = "ID",
            defaultValue = Lake.LATEST,
            description = "The published run to read (default: ${DEFAULT-VALUE}).")
    private String run;

    @Mixin
    private ConfigOptions configuration;

    TapelakeConfig config() {
        return path == null
                ? configuration.load()
                : configuration.load(new LoadOptions.Setting("lake.path", path, "--lake"));
    }

    Lake lake(TapelakeConfig config) {
        return Lake.open(config.lake().path());
    }

    /**
     * The run that was asked for.
     *
     * @throws CommandException if nothing was published, or there is no such run
     */
    LakeRun run(Lake lake) {
        try {
            lake.runs();
        } catch (LakeException e) {
            throw CommandException.missingInput(e.getMessage());
        }
        try {
            return lake.run(run);
        } catch (LakeException e) {
            throw CommandException.usage(e.getMessage());
        }
    }
}
