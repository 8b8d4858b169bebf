package io.tapelake.cli.dbn;

import io.tapelake.cli.ExitCode;
import io.tapelake.databento.dbn.DbnReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tapelake dbn count}: the number of records. The whole file is read, so a damaged one is an error. */
@Command(name = "count", description = "Print the number of records in a file.")
final class CountCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A DBN file, raw or zstd; - is standard input.")
    private Path file;

    @Mixin
    private FragmentOptions fragment;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (DbnReader reader = fragment.open(file, false)) {
            long records = 0;
            while (reader.next()) {
                records++;
            }
            spec.commandLine().getOut().println(records);
        }
        return ExitCode.OK;
    }
}
