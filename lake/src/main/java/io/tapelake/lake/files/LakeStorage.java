package io.tapelake.lake.files;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.util.HadoopInputFile;
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

    /**
     * A Parquet file, ready to be read.
     *
     * @throws IOException if it does not exist or cannot be reached
     */
    public InputFile input(String path) throws IOException {
        return isLocal(path)
                ? LocalInputFile.of(localPath(path))
                : HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(path), hadoop());
    }

    /** What Delta Kernel needs to read the log of a table at this path. */
    Engine engine(String path) {
        return isLocal(path) ? new LocalEngine() : DefaultEngine.create(hadoop());
    }

    /** True for paths that are read without Hadoop. */
    public static boolean isLocal(String path) {
        return path.startsWith("file:") || !path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
    }

    /** The path of a local file. Nothing is decoded: {@code %20} in it is three characters. */
    static Path localPath(String path) {
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
