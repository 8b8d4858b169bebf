package io.tapelake.scanner;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the reference data that some tests compare with; they are skipped where it is absent. */
public final class ReferenceData {
    private ReferenceData() {}

    /** The file or folder below the reference data; skips the test when it is absent. */
    public static Path require(String name) {
        Path path = Stream.of(System.getenv("TAPELAKE_REFERENCE_DATA"), "../shared/data", "../../shared/data")
                .filter(Objects::nonNull)
                .map(root -> Path.of(root).resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        assumeTrue(path != null, "reference data is absent: set TAPELAKE_REFERENCE_DATA to compare with " + name);
        return path;
    }
}
