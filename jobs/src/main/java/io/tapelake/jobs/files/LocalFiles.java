package io.tapelake.jobs.files;

import java.util.Map;
import org.apache.hadoop.fs.LocalFileSystem;

/**
 * Hadoop's local file system without a process per file. Where Hadoop's native library is absent, which is everywhere but
 * on a Hadoop cluster, it starts {@code chmod} for every file that it makes, {@code readlink} eight times for every commit of
 * a Delta table, and {@code ls} for every file that it lists: hundreds of processes for a scan of a few days.
 *
 * <p>Public because Hadoop makes it by name. Thread-safe as its parent is.
 */
public final class LocalFiles extends LocalFileSystem {

    /** For Hadoop, which makes file systems by the names of their classes. */
    public LocalFiles() {
        super(new RawLocalFiles());
    }

    /** Settings of Hadoop that put these classes in the place of its own. */
    public static Map<String, String> hadoopSettings() {
        return Map.of(
                "fs.file.impl", LocalFiles.class.getName(),
                "fs.AbstractFileSystem.file.impl", LocalFileContext.class.getName());
    }
}
