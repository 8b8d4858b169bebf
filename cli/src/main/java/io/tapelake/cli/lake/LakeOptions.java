package io.tapelake.cli.lake;

import io.tapelake.cli.CommandException;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that prints rows of a lake: which lake, which run, which form of output. */
final class LakeOptions {

    @Mixin
    private RunOptions source;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json (one object per line) or csv (default: ${DEFAULT-VALUE}).")
    private RowFormat format;

    RowFormat format() {
        return format;
    }

    TapelakeConfig config() {
        return source.config();
    }

    Lake lake(TapelakeConfig config) {
        return source.lake(config);
    }

    /**
     * The run that was asked for.
     *
     * @throws CommandException if nothing was published, or there is no such run
     */
    LakeRun run(Lake lake) {
        return source.run(lake);
    }
}
