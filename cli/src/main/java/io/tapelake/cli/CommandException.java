package io.tapelake.cli;

import static java.util.Objects.requireNonNull;

/**
 * Ends a command with one clear line and an exit code. The message says what is wrong, with which value,
 * what is allowed and what to do next; the user sees it without a stack trace.
 */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandException(int exitCode, String message, Throwable cause) {
        super(requireNonNull(message, "message"), cause);
        this.exitCode = exitCode;
    }

    /** The work failed: {@link ExitCode#FAILED}. */
    public static CommandException failed(String message) {
        return new CommandException(ExitCode.FAILED, message, null);
    }

    /** The work failed because of {@code cause}, which {@code --debug} shows: {@link ExitCode#FAILED}. */
    public static CommandException failed(String message, Throwable cause) {
        return new CommandException(ExitCode.FAILED, message, cause);
    }

    /** An argument or option is wrong: {@link ExitCode#USAGE}. */
    public static CommandException usage(String message) {
        return new CommandException(ExitCode.USAGE, message, null);
    }

    /** Input that was expected is not there: {@link ExitCode#MISSING_INPUT}. */
    public static CommandException missingInput(String message) {
        return new CommandException(ExitCode.MISSING_INPUT, message, null);
    }

    /** The code for the shell, one of {@link ExitCode}. */
    public int exitCode() {
        return exitCode;
    }
}
