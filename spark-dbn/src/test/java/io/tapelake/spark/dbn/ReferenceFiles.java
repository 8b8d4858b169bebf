package io.tapelake.spark.dbn;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The real files, which are not part of the repository. */
final class ReferenceFiles {
    private ReferenceFiles() {}

    /** A folder of them; skips the test where they are absent. */
    static Path folder(String name) {
        String set = System.getenv("TAPELAKE_REFERENCE_DATA");
        for (String candidate : set != null ? List.of(set) : List.of("../shared/data", "../../shared/data")) {
            Path folder = Path.of(candidate, name);
            if (Files.isDirectory(folder)) {
                return folder.toAbsolutePath().normalize();
            }
        }
        assumeTrue(false, "no reference data: set TAPELAKE_REFERENCE_DATA to the folder that holds '" + name + "'");
        throw new IllegalStateException();
    }
}
