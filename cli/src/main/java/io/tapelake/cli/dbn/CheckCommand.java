package io.tapelake.cli.dbn;

import io.tapelake.cli.ExitCode;
import io.tapelake.databento.dbn.DbnException;
import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.SymbolResolver;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code tapelake dbn check}: says of each file whether it is whole and well-formed, on one line. The exit code is 0 only
 * when all of them are.
 */
@Command(
        name = "check",
        description = "Say whether files are whole and well-formed: one line each, exit code 1 if one is not.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "DBN files, raw or zstd; - is standard input.")
    private List<Path> files;

    @Mixin
    private FragmentOptions fragment;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int exitCode = ExitCode.OK;
        for (Path file : files) {
            try (DbnReader reader = fragment.open(file, false)) {
                while (reader.next()) {
                    // Reading is the check.
                }
                out.println(file + ": whole, " + counted(reader.recordCount(), "record") + notes(reader));
            } catch (DbnException e) {
                out.println(file + ": " + e.reason() + ": " + e.what() + "; offset " + e.offset()
                        + ", whole records before it " + e.recordsBefore());
                exitCode = ExitCode.FAILED;
            }
        }
        return exitCode;
    }

    /** What is odd about a file that is whole all the same. */
    private static String notes(DbnReader reader) {
        if (reader.metadata() == null) {
            return "";
        }
        List<String> problems = SymbolResolver.of(reader.metadata()).problems();
        if (problems.isEmpty()) {
            return "";
        }
        return "; " + counted(problems.size(), "mapping") + " of no use, the first: " + problems.get(0);
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
