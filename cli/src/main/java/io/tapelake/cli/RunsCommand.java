package io.tapelake.cli;

import io.tapelake.cli.job.PinCommand;
import io.tapelake.cli.job.UnpinCommand;
import io.tapelake.cli.job.WithdrawCommand;
import io.tapelake.cli.lake.RunsDiffCommand;
import io.tapelake.cli.lake.RunsListCommand;
import io.tapelake.cli.lake.RunsShowCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tapelake runs}: what was published, what tells it apart, and what is to be kept or no longer read. */
@Command(
        name = "runs",
        description = "List, show, compare, pin and withdraw published runs.",
        subcommands = {
            RunsListCommand.class,
            RunsShowCommand.class,
            RunsDiffCommand.class,
            PinCommand.class,
            UnpinCommand.class,
            WithdrawCommand.class
        })
final class RunsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "missing: list, show, diff, pin, unpin or withdraw");
    }
}
