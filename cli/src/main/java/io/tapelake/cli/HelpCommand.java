package io.tapelake.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tapelake help [COMMAND...]}: the help of the whole, or of one command. */
@Command(name = "help", description = "Say how a command is used.")
final class HelpCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "A command, such as 'dbn info'.")
    private String[] path = {};

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine at = spec.commandLine().getParent();
        for (String name : path) {
            CommandLine next = at.getSubcommands().get(name);
            if (next == null) {
                throw CommandException.usage("no command '" + name + "' in '"
                        + at.getCommandSpec().qualifiedName() + "'; there is: "
                        + String.join(", ", at.getSubcommands().keySet()));
            }
            at = next;
        }
        at.usage(spec.commandLine().getOut());
        return ExitCode.OK;
    }
}
