package io.tapelake.cli.dbn;

import io.tapelake.cli.CommandException;
import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How to read a file whose records have no metadata before them. */
final class FragmentOptions {
    private static final String STANDARD_INPUT = "-";

    @Option(
            names = "--fragment-version",
            paramLabel = "V",
            description = "The input is records without metadata, of this DBN version: 1, 2 or 3.")
    private Integer version;

    @Option(
            names = "--fragment-ts-out",
            description = "The records of the fragment end with the gateway's sending time.")
    private boolean tsOut;

    boolean given() {
        return version != null;
    }

    int version() {
        return version;
    }

    boolean tsOut() {
        return tsOut;
    }

    ReadOptions readOptions(boolean upgrade) {
        ReadOptions options = ReadOptions.defaults().upgrade(upgrade);
        if (version == null) {
            if (tsOut) {
                throw CommandException.usage("--fragment-ts-out needs --fragment-version");
            }
            return options;
        }
        if (version < 1 || version > 3) {
            throw CommandException.usage("--fragment-version is " + version + "; allowed are 1, 2 and 3");
        }
        return options.fragment(version, tsOut);
    }

    /** Opens a file, or standard input for {@code -}. */
    DbnReader open(Path file, boolean upgrade) throws IOException {
        ReadOptions options = readOptions(upgrade);
        if (file.toString().equals(STANDARD_INPUT)) {
            return DbnReader.of(System.in, options, "standard input");
        }
        if (Files.isDirectory(file)) {
            throw CommandException.usage(file + " is a folder; a DBN file is needed");
        }
        return DbnReader.open(file, options);
    }
}
