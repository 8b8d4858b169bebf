package io.tapelake.bench.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of a bench. */
final class Folders {
    private Folders() {}

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                List<Path> deepest = all.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepest) {
                    Files.delete(path);
                }
            }
        }
    }
}
