package io.tapelake.jobs.publish.log;

import io.delta.storage.HadoopFileSystemLogStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits to tables on a local disk. Delta's own store looks whether a version is there and then renames: a process stopped
 * in between overwrites the commit that another made meanwhile. A hard link is made only where there is no file.
 *
 * <p>Where the disk has no hard links, it does as Delta's own. Thread-safe.
 */
public final class LinkLogStore extends HadoopFileSystemLogStore {

    private static final Logger LOG = LoggerFactory.getLogger(LinkLogStore.class);

    /** Called by Delta. */
    public LinkLogStore(Configuration hadoop) {
        super(hadoop);
    }

    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop) throws IOException {
        if (overwrite) {
            writeWithRename(path, actions, true, hadoop);
            return;
        }
        java.nio.file.Path target = java.nio.file.Path.of(path.toUri().getPath());
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        byte[] content = Lines.toBytes(actions);
        java.nio.file.Path whole =
                java.nio.file.Path.of(createTempPath(path).toUri().getPath());
        try {
            Files.write(whole, content);
            link(target, whole);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void link(java.nio.file.Path target, java.nio.file.Path whole) throws IOException {
        try {
            Files.createLink(target, whole);
        } catch (FileAlreadyExistsException there) {
            throw there;
        } catch (UnsupportedOperationException | java.nio.file.FileSystemException noLinks) {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            LOG.warn("no hard link for {}: renamed, which keeps out other processes less strictly", target, noLinks);
            Files.move(whole, target, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public Boolean isPartialWriteVisible(Path path, Configuration hadoop) {
        return false;
    }
}
