package io.tapelake.cli;

import io.tapelake.cli.job.TakeReferenceCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tapelake reference}: what is known of securities beside their market data. */
@Command(
        name = "reference",
        description = "Take corporate actions and the names of securities into a lake.",
        subcommands = TakeReferenceCommand.class)
final class ReferenceCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "missing: take");
    }
}
