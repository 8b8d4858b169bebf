package io.tapelake.cli;

import io.tapelake.config.ConfigException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The root of the {@code tapelake} command. A run is one command line: results go to standard output, one
 * clear line per error to standard error, and the exit code is one of {@link ExitCode}.
 */
@Command(
        name = "tapelake",
        description = "Databento market data as a lake that knows where the momentum is.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes%n",
        exitCodeList = {
            "0:all good",
            "1:the work failed",
            "2:the command line or the configuration is wrong",
            "3:finished, with data in quarantine",
            "4:expected input is missing"
        })
public final class Main implements Runnable {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean debug;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Main() {}

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = writerTo(FileDescriptor.out);
        PrintWriter err = writerTo(FileDescriptor.err);
        int exitCode = run(args, out, err);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /**
     * Runs one command line inside this process.
     *
     * @return one of {@link ExitCode}; never throws for what a command does
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine command = commandLine(new Main(), out, err);
        try {
            return command.execute(args);
        } catch (Error e) {
            // Hadoop tells of a failed write to a local disk by an Error with the IOException in it.
            if (!(e.getCause() instanceof IOException)) {
                throw e;
            }
            err.println(ErrorLine.of(command, ErrorLine.messageOf(e)));
            return ExitCode.FAILED;
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static CommandLine commandLine(Main main, PrintWriter out, PrintWriter err) {
        CommandLine root = new CommandLine(main);
        Commands.addTo(root);
        root.setOut(out).setErr(err);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setAbbreviatedOptionsAllowed(false);
        root.setUsageHelpAutoWidth(true);
        root.setParameterExceptionHandler(Main::reportUsage);
        root.setExecutionExceptionHandler((error, command, parsed) -> report(error, command, main.debug));
        Help.groupCommands(root);
        return root;
    }

    private static int reportUsage(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(ErrorLine.of(command, error.getMessage()));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(error, err)) {
            err.println("  see: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE;
    }

    private static int report(Exception error, CommandLine command, boolean debug) {
        PrintWriter err = command.getErr();
        if (error instanceof ConfigException configuration) {
            configuration.problems().forEach(problem -> err.println(ErrorLine.of(command, problem.toString())));
        } else {
            err.println(ErrorLine.of(command, ErrorLine.messageOf(error)));
        }
        if (debug) {
            error.printStackTrace(err);
        }
        return exitCodeOf(error);
    }

    private static int exitCodeOf(Exception error) {
        if (error instanceof ConfigException) {
            return ExitCode.USAGE;
        }
        return error instanceof CommandException known ? known.exitCode() : ExitCode.FAILED;
    }

    /** Standard output and error are UTF-8 whatever the platform's default is: data is written, not prose. */
    private static PrintWriter writerTo(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
    }
}
