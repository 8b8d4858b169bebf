package io.tapelake.jobs.publish.lease;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;

/** The lease file of a lake, which can be changed only by who knows what it says. Thread-safe. */
interface LeaseStore {

    /** Below the root of the lake. The underscore keeps it out of what Spark and others take for tables. */
    String FILE = "_tapelake/lease.json";

    /**
     * What the file said.
     *
     * @param lease its content
     * @param tag tells it from any other content: what the store needs to compare
     */
    record Stored(LeaseRecord lease, String tag) {}

    /** What the file says now; empty if there is none. */
    Optional<Stored> read() throws IOException;

    /**
     * Changes the file in one step if it still says what is expected.
     *
     * @param expected what was read; empty if there was no file
     * @return false if it says something else by now, and was not changed
     */
    boolean put(Optional<Stored> expected, LeaseRecord next) throws IOException;

    /** Where the file is, for messages. */
    String path();

    /**
     * The store of a lake.
     *
     * @param root folder or URI of the lake
     * @throws LeaseException if its file system has no way to change a file only if nobody else did
     */
    static LeaseStore of(String root, Configuration hadoop) throws IOException {
        Path file = new Path(root, FILE);
        FileSystem files = file.getFileSystem(hadoop);
        if (files.getScheme().equals("file")) {
            return new LocalLeaseStore(java.nio.file.Path.of(file.toUri().getPath()));
        }
        if (files.hasPathCapability(file, CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE)
                && files.hasPathCapability(file, CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG)) {
            return new ConditionalPutLeaseStore(files, file);
        }
        throw new LeaseException("the file system of the lake at " + root + " (" + files.getScheme()
                + ") cannot change a file on condition that nobody else did, so two jobs could write to the lake at once."
                + " Allowed: local disks (file:), and object stores with conditional writes (s3a: with"
                + " fs.s3a.create.conditional.enabled, which is the default)");
    }
}
