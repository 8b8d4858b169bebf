package io.tapelake.cli.lake;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.read.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Files of a table where the embedded SQL can read them: in a local lake as they lie, of any other copied into a folder for as
 * long as this is open.
 */
final class LocalFiles implements AutoCloseable {

    private final String folder;
    private final List<DataFile> files;
    private final List<Path> made;

    private LocalFiles(String folder, List<DataFile> files, List<Path> made) {
        this.folder = folder;
        this.files = files;
        this.made = made;
    }

    /**
     * Copies what has to be copied.
     *
     * @param rows how many rows are wanted, in the order of the files; empty if all may be
     */
    static LocalFiles of(Lake lake, LakeTable table, List<DataFile> files, OptionalLong rows) {
        String root = lake.root().startsWith("file:") ? lake.root().substring("file:".length()) : lake.root();
        if (LakeStorage.isLocal(root)) {
            return new LocalFiles(Path.of(root).toAbsolutePath().normalize() + "/", files, List.of());
        }
        List<Path> made = new ArrayList<>();
        try {
            Path folder = Files.createTempDirectory("tapelake-table").toRealPath();
            made.add(folder);
            List<DataFile> copies = new ArrayList<>();
            long left = rows.orElse(Long.MAX_VALUE);
            for (DataFile file : LakeSql.inOrder(table, files)) {
                if (left <= 0) {
                    break;
                }
                copies.add(copy(lake.storage(), file, folder.resolve(Integer.toString(made.size())), made));
                left = file.numRecords().isPresent() ? left - file.records() : left;
            }
            return new LocalFiles(folder + "/", copies, made);
        } catch (IOException e) {
            remove(made);
            throw new UncheckedIOException("cannot copy table '" + table.name() + "' from " + lake.root(), e);
        }
    }

    private static DataFile copy(LakeStorage storage, DataFile file, Path folder, List<Path> made) throws IOException {
        Path parent = folder;
        made.add(Files.createDirectory(parent));
        if (!file.partitionColumn().isEmpty()) {
            parent = folder.resolve(file.partitionColumn() + "=" + file.partitionValue());
            made.add(Files.createDirectory(parent));
        }
        Path copy = parent.resolve("part.parquet");
        made.add(copy);
        storage.copy(file.path(), copy);
        return new DataFile(
                copy.toString(),
                file.partitionColumn(),
                file.partitionValue(),
                file.sizeBytes(),
                file.records(),
                file.smallest(),
                file.largest());
    }

    /** The folder that all files are below, with a slash at its end. */
    String folder() {
        return folder;
    }

    /** The files, or of a copied table those that hold the rows that are wanted. */
    List<DataFile> files() {
        return files;
    }

    @Override
    public void close() {
        remove(made);
    }

    private static void remove(List<Path> made) {
        for (int i = made.size() - 1; i >= 0; i--) {
            try {
                Files.deleteIfExists(made.get(i));
            } catch (IOException e) {
                made.get(i).toFile().deleteOnExit();
            }
        }
    }
}
