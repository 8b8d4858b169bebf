package io.tapelake.jobs.ingest;

import java.io.Serializable;

/**
 * A file as the file system lists it. Path, size and time say whether it is the one that is known, without opening it.
 *
 * @param path full URI, or a plain path on the local file system
 * @param size bytes
 * @param mtimeMs last change, milliseconds UTC
 * @param etag ETag of an object store; null elsewhere
 */
public record InputFile(String path, long size, long mtimeMs, String etag) implements Serializable {

    /** The last part of the path. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** True for a CSV file of bars, false for DBN. */
    boolean isCsv() {
        return name().endsWith(".csv");
    }

    /** The folder, without a slash at the end; empty if the path has none. */
    String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
