package io.tapelake.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Finds out whether a lake can be written, by writing: whom a file system lets do what cannot be told otherwise. */
public final class LakeProbe {

    private LakeProbe() {}

    /**
     * Writes an empty file into the lake's folder, which is made if it is not there, and removes it.
     *
     * @param lake folder or URI
     * @throws UncheckedIOException if that cannot be done; the message says why and what to do
     */
    public static void requireWritable(Configuration hadoop, String lake) {
        Path root = new Path(lake);
        Path probe = new Path(root, "_probe-" + ProcessHandle.current().pid());
        try {
            FileSystem fs = root.getFileSystem(hadoop);
            if (!fs.exists(root) && !fs.mkdirs(root)) {
                throw new IOException("the folder cannot be made");
            }
            fs.create(probe, true).close();
            fs.delete(probe, false);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(
                    "the lake at " + lake + " cannot be written: " + e.getMessage()
                            + ". Nothing was done: give this user the permission to write there, or another lake.path",
                    e));
        }
    }
}
