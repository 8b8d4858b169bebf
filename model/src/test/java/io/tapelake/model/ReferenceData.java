package io.tapelake.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the reference data that some tests compare with; they are skipped where it is absent. */
final class ReferenceData {
    private ReferenceData() {}

    /** The file below the reference data, or null when absent. */
    static Path path(String file) {
        return Stream.of(System.getenv("TAPELAKE_REFERENCE_DATA"), "../shared/data", "../../shared/data")
                .filter(Objects::nonNull)
                .map(root -> Path.of(root).resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }
}
