package io.tapelake.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of the project, found from the folder that the test runs in. */
final class Sources {
    private static final Set<String> NOT_OURS =
            Set.of(".git", ".tapelake", "target", "node_modules", ".idea", ".vscode", "__pycache__");

    private final Path root;

    private Sources(Path root) {
        this.root = root;
    }

    /** Goes up to the folder that holds the root pom and the folder {@code architecture}. */
    static Sources find() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("architecture/pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("no folder above this one holds architecture/pom.xml");
            }
        }
        return new Sources(folder);
    }

    Path root() {
        return root;
    }

    /** A path as it is written in messages. */
    String shown(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Every file of the project that is not made by a build, below {@code folder}. */
    List<Path> files(String folder) {
        List<Path> files = new ArrayList<>();
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return files;
        }
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + start, e);
        }
        files.sort(null);
        return files;
    }

    List<Path> java(String folder) {
        return files(folder).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
