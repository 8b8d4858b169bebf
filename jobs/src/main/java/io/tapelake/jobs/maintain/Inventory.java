package io.tapelake.jobs.maintain;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The data files that lie in the folder of a table, named by the log or not. Files below a name that begins with an underscore
 * or a dot, the log above all, are none.
 *
 * @param folder the table's folder, as the file system writes it
 * @param files path to file, sorted
 */
record Inventory(Path folder, Map<String, FileStatus> files) {

    private static final String DATA_FILE = ".parquet";

    /** Lists the folder of a table; nothing if there is none. */
    static Inventory of(String tablePath, Configuration hadoop) {
        Path path = new Path(tablePath);
        Map<String, FileStatus> files = new TreeMap<>();
        try {
            FileSystem fs = path.getFileSystem(hadoop);
            Path folder = fs.makeQualified(path);
            RemoteIterator<LocatedFileStatus> found = fs.listFiles(folder, true);
            while (found.hasNext()) {
                LocatedFileStatus file = found.next();
                if (file.getPath().getName().endsWith(DATA_FILE) && !hidden(folder, file.getPath())) {
                    files.put(key(file.getPath()), file);
                }
            }
            return new Inventory(folder, files);
        } catch (FileNotFoundException absent) {
            return new Inventory(path, files);
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + tablePath + " cannot be listed: " + e.getMessage(), e);
        }
    }

    /** A path in the one spelling that the log and the file system are compared by. */
    static String key(Path path) {
        return path.toUri().getPath();
    }

    private static boolean hidden(Path folder, Path file) {
        for (Path p = file; p != null && !p.equals(folder); p = p.getParent()) {
            if (p.getName().startsWith("_") || p.getName().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
