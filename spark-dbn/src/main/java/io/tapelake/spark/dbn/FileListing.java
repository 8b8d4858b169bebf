package io.tapelake.spark.dbn;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Finds the DBN files that paths, directories and globs stand for. No file is opened. */
final class FileListing {
    private static final List<String> ENDINGS = List.of(".dbn", ".dbn.zst", ".dbn.frag", ".dbn.frag.zst", ".dbz");

    private FileListing() {}

    /**
     * The files, each once, in the order of their names. A file that is named, or that a glob matches, is taken
     * whatever its name; of a directory, the files with an ending of DBN, hidden ones ({@code _} and {@code .}) left
     * out. Legacy {@code .dbz} files are listed, so that they are refused by name and not passed over.
     *
     * @throws FileNotFoundException if a path does not exist, a glob matches nothing, or a directory has no DBN file
     */
    static List<FileStatus> list(DbnOptions options, Configuration hadoop) throws IOException {
        Map<String, FileStatus> files = new TreeMap<>(Comparator.naturalOrder());
        for (String text : options.paths()) {
            Path path = new Path(text);
            FileSystem fs = path.getFileSystem(hadoop);
            int before = files.size();
            boolean known = false;
            for (FileStatus found : resolve(fs, path)) {
                for (FileStatus file : found.isDirectory() ? walk(fs, found, options.recursive()) : List.of(found)) {
                    known |= files.put(file.getPath().toString(), file) != null;
                }
            }
            if (files.size() == before && !known) {
                throw new FileNotFoundException("dbn: no DBN file under '" + text + "'; taken are files that end in "
                        + ENDINGS + (options.recursive() ? "" : ", and subdirectories with option recursive=true"));
            }
        }
        return List.copyOf(files.values());
    }

    private static FileStatus[] resolve(FileSystem fs, Path path) throws IOException {
        FileStatus[] found = fs.globStatus(fs.makeQualified(path));
        if (found != null && found.length > 0) {
            return found;
        }
        try {
            // A name may contain the characters of a glob.
            return new FileStatus[] {fs.getFileStatus(path)};
        } catch (FileNotFoundException e) {
            FileNotFoundException failure =
                    new FileNotFoundException("dbn: '" + path + "' does not exist, or is a glob that matches nothing");
            failure.initCause(e);
            throw failure;
        }
    }

    private static List<FileStatus> walk(FileSystem fs, FileStatus directory, boolean recursive) throws IOException {
        List<FileStatus> files = new ArrayList<>();
        ArrayDeque<Path> directories = new ArrayDeque<>(List.of(directory.getPath()));
        while (!directories.isEmpty()) {
            for (FileStatus entry : fs.listStatus(directories.pop())) {
                String name = entry.getPath().getName();
                if (name.startsWith("_") || name.startsWith(".")) {
                    continue;
                }
                if (entry.isDirectory()) {
                    if (recursive) {
                        directories.add(entry.getPath());
                    }
                } else if (ENDINGS.stream().anyMatch(name::endsWith)) {
                    files.add(entry);
                }
            }
        }
        return files;
    }
}
