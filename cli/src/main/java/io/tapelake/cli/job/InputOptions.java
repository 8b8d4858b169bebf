package io.tapelake.cli.job;

import io.tapelake.cli.CommandException;
import io.tapelake.config.TapelakeConfig;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that says what a night takes in. */
final class InputOptions {

    @Option(
            names = "--input",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files or folders (searched to any depth); may be repeated (default: nightly.input).")
    private List<String> paths;

    /**
     * What the option says, or else the configuration.
     *
     * @throws CommandException if neither says anything
     */
    List<String> of(TapelakeConfig config) {
        if (paths != null) {
            return paths;
        }
        if (config.nightly().input().isEmpty()) {
            throw CommandException.usage(
                    "nothing to take in: give --input PATH, or set nightly.input in the configuration");
        }
        return config.nightly().input();
    }
}
