package io.tapelake.cli.dbn;

import io.tapelake.cli.ExitCode;
import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.MetadataJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tapelake dbn info}: the metadata as one line of JSON. Reads no further than the metadata. */
@Command(name = "info", description = "Print the metadata of a file as JSON.")
final class InfoCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A DBN file, raw or zstd; - is standard input.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Upgrade upgrade;

    @Override
    public Integer call() throws IOException {
        try (DbnReader reader = new FragmentOptions().open(file, upgrade.asked())) {
            spec.commandLine().getOut().println(MetadataJson.text(reader.metadata()));
        }
        return ExitCode.OK;
    }
}
