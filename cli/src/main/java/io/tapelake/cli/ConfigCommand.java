package io.tapelake.cli;

import io.tapelake.config.ConfigHash;
import io.tapelake.config.LoadedConfig;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tapelake config}: what is configured, and where each value comes from. */
@Command(name = "config", description = "Show or check the configuration.")
final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "missing: show or check");
    }

    /** Every key, its value and its source, as a file that can be read back. */
    @Command(name = "show", description = "Print every value and where it comes from.")
    int show(@Mixin ConfigOptions configuration) {
        PrintWriter out = spec.commandLine().getOut();
        for (LoadedConfig.Sourced value : configuration.loaded(List.of()).values()) {
            out.println(value.key() + " = " + value.value() + "  # " + value.source());
        }
        return ExitCode.OK;
    }

    @Command(name = "check", description = "Say whether the configuration is valid, and print its hash.")
    int check(@Mixin ConfigOptions configuration) {
        LoadedConfig loaded = configuration.loaded(List.of());
        spec.commandLine()
                .getOut()
                .println("valid: " + loaded.values().size() + " values, hash " + ConfigHash.of(loaded.config()));
        return ExitCode.OK;
    }
}
