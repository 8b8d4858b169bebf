package io.tapelake.jobs.publish.log;

import io.delta.storage.HadoopFileSystemLogStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;

/**
 * Commits to tables on an object store, by a put that the store refuses where there is an object. Delta's own store for S3 looks
 * first and then puts, and so is safe for the threads of one driver only. Thread-safe.
 */
public final class ConditionalPutLogStore extends HadoopFileSystemLogStore {

    /** Called by Delta. */
    public ConditionalPutLogStore(Configuration hadoop) {
        super(hadoop);
    }

    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop) throws IOException {
        FileSystem files = path.getFileSystem(hadoop);
        byte[] content = Lines.toBytes(actions);
        if (overwrite) {
            try (FSDataOutputStream out = files.create(path, true)) {
                out.write(content);
            }
            return;
        }
        FSDataOutputStreamBuilder<?, ?> builder = files.createFile(path).recursive();
        builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
        try (FSDataOutputStream out = builder.build()) {
            out.write(content);
        } catch (IOException refused) {
            if (!isThere(files, path, content)) {
                throw refused;
            }
        }
    }

    /**
     * True if the object holds this very content: the put went through and only its answer was lost.
     *
     * @throws FileAlreadyExistsException if it holds the commit of somebody else
     */
    private static boolean isThere(FileSystem files, Path path, byte[] content) throws IOException {
        try (FSDataInputStream in = files.open(path)) {
            if (Arrays.equals(in.readAllBytes(), content)) {
                return true;
            }
            throw new FileAlreadyExistsException(path.toString());
        } catch (FileNotFoundException none) {
            return false;
        }
    }

    @Override
    public Boolean isPartialWriteVisible(Path path, Configuration hadoop) {
        return false;
    }
}
