package io.tapelake.databento.dbn;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The official sample files, where they are installed: {@code TAPELAKE_REFERENCE_DATA}, else beside the project. */
final class ReferenceFiles {
    private static final int FRAGMENT_VERSION_IN_NAMES_WITHOUT_ONE = 1;

    private ReferenceFiles() {}

    static boolean present() {
        return root() != null;
    }

    private static Path root() {
        String env = System.getenv("TAPELAKE_REFERENCE_DATA");
        return Stream.of(env == null ? "../shared/data" : env, "../shared/data", "../../shared/data")
                .map(text -> Path.of(text, "dbn-official"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
    }

    /** The folder of the samples; the test is skipped where there is none. */
    static Path folder() {
        Path root = root();
        assumeTrue(
                root != null,
                "no reference data: set TAPELAKE_REFERENCE_DATA to the folder that has dbn-official, to run this test");
        return root;
    }

    /** Every DBN file of the vendor: not the derived ones, not the goldens, not DBZ. */
    static List<Path> official() {
        return files(folder()).stream()
                .filter(path -> !relative(path).startsWith("derived")
                        && !path.toString().endsWith(".dbz"))
                .toList();
    }

    static List<Path> derived() {
        return files(folder().resolve("derived"));
    }

    static List<Path> legacy() {
        return files(folder()).stream()
                .filter(path -> path.toString().endsWith(".dbz"))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.getFileName().toString().matches(".*\\.(dbn|dbz|frag|zst)"))
                    .filter(path -> !relative(path).startsWith("golden"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path below the samples' folder, with slashes. */
    static String relative(Path file) {
        return folder().relativize(file).toString().replace('\\', '/');
    }

    static Path golden(Path file, String suffix) {
        return folder().resolve("golden").resolve(relative(file) + suffix);
    }

    /** What the official decoders were told of a file. */
    static ReadOptions options(Path file) {
        String name = file.getFileName().toString();
        ReadOptions options = ReadOptions.defaults();
        if (!name.contains(".frag")) {
            return options;
        }
        for (int version = 1; version <= 3; version++) {
            if (name.contains(".v" + version + ".")) {
                return options.fragment(version, false);
            }
        }
        return options.fragment(FRAGMENT_VERSION_IN_NAMES_WITHOUT_ONE, false);
    }
}
