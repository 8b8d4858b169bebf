package io.tapelake.jobs.files;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.FsServerDefaults;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.local.LocalConfigKeys;

/**
 * The same for Hadoop's other door to file systems, {@code FileContext}, through which Delta renames its commits into place.
 *
 * <p>Public because Hadoop makes it by name. Thread-safe as its parent is.
 */
public final class LocalFileContext extends DelegateToFileSystem {

    /**
     * For Hadoop, which calls this by reflection.
     *
     * @param uri the root, {@code file:///}
     * @param conf settings
     */
    public LocalFileContext(URI uri, Configuration conf) throws IOException, URISyntaxException {
        super(uri, new RawLocalFiles(), conf, FsConstants.LOCAL_FS_URI.getScheme(), false);
    }

    @Override
    public int getUriDefaultPort() {
        return -1;
    }

    @Override
    public FsServerDefaults getServerDefaults(Path path) throws IOException {
        return LocalConfigKeys.getServerDefaults();
    }

    @Override
    public boolean isValidName(String name) {
        // As Hadoop's own: the operating system decides.
        return true;
    }
}
