package io.tapelake.lake.files;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.io.InputFile;

/**
 * Where the bytes of a lake are. A path without scheme or with {@code file:} is read directly; any other goes through the
 * Hadoop file system that the settings name.
 *
 * <p>Immutable, thread-safe, and serialisable so that a task on another machine reads with the same settings.
 */
public final class LakeStorage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<String, String> hadoopSettings;
    private transient volatile Configuration configuration;
    private transient volatile boolean reached;

    private LakeStorage(Map<String, String> hadoopSettings) {
        this.hadoopSettings = Map.copyOf(hadoopSettings);
    }

    /** Local files only; needs nothing of Hadoop at run time. */
    public static LakeStorage local() {
        return new LakeStorage(Map.of());
    }

    /** Local files, and whatever file systems these settings know. The settings are copied. */
    public static LakeStorage of(Configuration configuration) {
        Map<String, String> settings = new HashMap<>();
        for (Map.Entry<String, String> setting : configuration) {
            settings.put(setting.getKey(), setting.getValue());
        }
        return new LakeStorage(settings);
    }

    /** Local files, and what file systems Hadoop's defaults with these settings over them know. The settings are copied. */
    public static LakeStorage of(Map<String, String> settings) {
        Configuration configuration = new Configuration();
        settings.forEach(configuration::set);
        return of(configuration);
    }

    /**
     * A Parquet file, ready to be read.
     *
     * @param bytes its size, which the Delta log knows
     * @throws IOException if it is local and does not exist
     */
    public InputFile input(String path, long bytes) throws IOException {
        return isLocal(path) ? LocalInputFile.of(localPath(path)) : new RemoteInputFile(path, bytes, hadoop());
    }

    /**
     * Copies a file into a local one.
     *
     * @throws IOException if it cannot be read or the target cannot be written
     */
    public void copy(String path, Path target) throws IOException {
        if (isLocal(path)) {
            Files.copy(localPath(path), target);
            return;
        }
        org.apache.hadoop.fs.Path from = new org.apache.hadoop.fs.Path(path);
        try (InputStream in = from.getFileSystem(hadoop()).open(from)) {
            Files.copy(in, target);
        }
    }

    /**
     * What Delta Kernel needs to read the log of a table at this path.
     *
     * @throws java.io.UncheckedIOException if the file system cannot be reached; asked once
     */
    Engine engine(String path) {
        if (isLocal(path)) {
            return new LocalEngine();
        }
        if (!reached) {
            StorageCheck.reach(path, hadoop());
            reached = true;
        }
        return DefaultEngine.create(hadoop());
    }

    /** True for paths that are read without Hadoop. */
    public static boolean isLocal(String path) {
        return path.startsWith("file:") || !path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
    }

    /** The path of a local file. Nothing is decoded: {@code %20} in it is three characters. */
    public static Path localPath(String path) {
        String plain = path.startsWith("file:") ? path.substring("file:".length()) : path;
        return Path.of(plain.startsWith("//") ? plain.substring(2) : plain);
    }

    private Configuration hadoop() {
        Configuration known = configuration;
        if (known == null) {
            known = new Configuration(false);
            hadoopSettings.forEach(known::set);
            configuration = known;
        }
        return known;
    }
}
