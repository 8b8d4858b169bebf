package io.tapelake.cli.dbn;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tapelake dbn}: the tools for single DBN files. */
@Command(
        name = "dbn",
        description = "Look into, check and re-encode DBN files.",
        subcommands = {InfoCommand.class, CatCommand.class, CountCommand.class, CheckCommand.class, ConvertCommand.class
        })
public final class DbnCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "missing: info, cat, count, check or convert");
    }
}
