package io.tapelake.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;

/** Turns an error into the one line that the user reads. */
final class ErrorLine {
    private ErrorLine() {}

    static String of(CommandLine command, String message) {
        return command.getCommandSpec().qualifiedName() + ": " + message;
    }

    /** The message of {@code error}; the JDK's file errors carry only a path, so they are put into words. */
    static String messageOf(Throwable error) {
        if (error instanceof UncheckedIOException && error.getCause() != null) {
            return messageOf(error.getCause());
        }
        if (error instanceof NoSuchFileException missing) {
            return "no such file or folder: " + missing.getFile();
        }
        if (error instanceof AccessDeniedException denied) {
            return "no permission to use " + denied.getFile();
        }
        if (error instanceof FileAlreadyExistsException existing) {
            return "already there: " + existing.getFile();
        }
        String message = error.getMessage();
        if (message == null || message.isBlank()) {
            return error.getClass().getSimpleName() + " without a message; --debug shows where";
        }
        return firstLine(message);
    }

    private static String firstLine(String message) {
        String stripped = message.strip();
        int end = stripped.indexOf('\n');
        return end < 0 ? stripped : stripped.substring(0, end) + " [...] (--debug shows all)";
    }
}
