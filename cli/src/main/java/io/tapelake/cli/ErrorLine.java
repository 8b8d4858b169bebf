package io.tapelake.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Turns an error into the one line that the user reads. */
final class ErrorLine {
    private static final Pattern WRITTEN_TO = Pattern.compile("while writing rows to (\\S+?)\\.?(?=\\s|$)");

    private ErrorLine() {}

    static String of(CommandLine command, String message) {
        return command.getCommandSpec().qualifiedName() + ": " + message;
    }

    /** The message of {@code error}; the JDK's file errors carry only a path, so they are put into words. */
    static String messageOf(Throwable error) {
        if (isNoSpace(error)) {
            return noSpace(error);
        }
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

    /** A full disk is met deep inside of a job; on the way up the one thing that matters is buried in lists of tasks. */
    private static boolean isNoSpace(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            String message = String.valueOf(e.getMessage());
            if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }

    private static String noSpace(Throwable error) {
        String where = "";
        for (Throwable e = error; e != null && where.isEmpty(); e = e.getCause()) {
            Matcher written = WRITTEN_TO.matcher(String.valueOf(e.getMessage()));
            where = written.find() ? " at " + written.group(1) : "";
        }
        return "no space left on the device while writing" + where
                + ". Nothing was published: free some space and run it again; what was left behind is undone by that";
    }

    private static String firstLine(String message) {
        String stripped = message.strip();
        int end = stripped.indexOf('\n');
        return end < 0 ? stripped : stripped.substring(0, end) + " [...] (--debug shows all)";
    }
}
