package io.tapelake.jobs.publish.lease;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;

/** The lease on an object store: a put that the store refuses unless the object has the ETag that was read. */
final class ConditionalPutLeaseStore implements LeaseStore {

    private final FileSystem files;
    private final Path file;

    ConditionalPutLeaseStore(FileSystem files, Path file) {
        this.files = files;
        this.file = file;
    }

    @Override
    public String path() {
        return file.toString();
    }

    /** The ETag is asked for before and after, so that it belongs to the content. */
    @Override
    public Optional<Stored> read() throws IOException {
        try {
            while (true) {
                String before = etag();
                Optional<byte[]> bytes = bytes(before);
                if (bytes.isPresent() && etag().equals(before)) {
                    return Optional.of(new Stored(LeaseRecord.of(bytes.get()), before));
                }
            }
        } catch (FileNotFoundException none) {
            return Optional.empty();
        }
    }

    /** The content; nothing if it was replaced while it was read, which the store answers with an error. */
    private Optional<byte[]> bytes(String tag) throws IOException {
        try (FSDataInputStream in = files.open(file)) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException none) {
            throw none;
        } catch (IOException e) {
            if (etag().equals(tag)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    @Override
    public boolean put(Optional<Stored> expected, LeaseRecord next) throws IOException {
        FSDataOutputStreamBuilder<?, ?> builder = files.createFile(file).recursive();
        if (expected.isPresent()) {
            builder.must(
                    CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG,
                    expected.get().tag());
        } else {
            builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
        }
        try (FSDataOutputStream out = builder.build()) {
            out.write(next.toBytes());
        } catch (IOException refused) {
            // Refused, or lost on the way, or made by a first attempt whose answer was lost: the object says which.
            Optional<Stored> now = read();
            if (now.map(Stored::lease).equals(Optional.of(next))) {
                return true;
            }
            if (now.map(Stored::tag).equals(expected.map(Stored::tag))) {
                throw refused;
            }
            return false;
        }
        return true;
    }

    private String etag() throws IOException {
        FileStatus status = files.getFileStatus(file);
        if (status instanceof EtagSource source && source.getEtag() != null) {
            return source.getEtag();
        }
        throw new LeaseException(
                "the store of " + file + " gives no ETag, so nobody can tell whether the lease changed");
    }
}
