package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;

/** The files of one read. Lists them when made; reads their metadata once, when first needed. Thread-safe. */
final class DbnFiles {
    private static final int MOST_THREADS = 16;

    private final DbnOptions options;
    private final Configuration hadoop;
    private final List<FileStatus> files;
    private List<FileFacts> facts;

    private DbnFiles(DbnOptions options, Configuration hadoop, List<FileStatus> files) {
        this.options = options;
        this.hadoop = hadoop;
        this.files = files;
    }

    static DbnFiles list(DbnOptions options, Configuration hadoop) {
        try {
            return new DbnFiles(options, hadoop, FileListing.list(options, hadoop));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    DbnOptions options() {
        return options;
    }

    Configuration hadoop() {
        return hadoop;
    }

    int count() {
        return files.size();
    }

    long bytes() {
        return files.stream().mapToLong(FileStatus::getLen).sum();
    }

    /**
     * The schema that was asked for, or else the one that all files have.
     *
     * @throws IllegalArgumentException if it is unknown, if files differ, or if they do not say
     */
    Schema schema() {
        if (options.schema().isPresent()) {
            String asked = options.schema().get();
            return Schema.fromText(asked)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "dbn: option 'schema' is '" + asked + "'; allowed is one of " + schemaNames()));
        }
        FileFacts first = facts().get(0);
        for (FileFacts file : facts()) {
            if (file.schema().isEmpty()) {
                throw new IllegalArgumentException("dbn: " + file.path()
                        + (file.hasMetadata() ? " names no single schema" : " has no metadata")
                        + "; say which records to read with option 'schema', one of " + schemaNames());
            }
            if (!file.schema().equals(first.schema())) {
                throw new IllegalArgumentException("dbn: " + first.path() + " has schema "
                        + first.schema().get().text() + ", but " + file.path() + " has "
                        + file.schema().get().text() + "; read them apart");
            }
        }
        return first.schema().orElseThrow();
    }

    /**
     * Checks that every file that names a schema names this one.
     *
     * @throws IllegalArgumentException naming a file that does not
     */
    void checkSchema(Schema asked) {
        for (FileFacts file : facts()) {
            if (file.schema().isPresent() && file.schema().get() != asked) {
                throw new IllegalArgumentException("dbn: option 'schema' is '" + asked.text() + "', but " + file.path()
                        + " has schema " + file.schema().get().text());
            }
        }
    }

    /** What the metadata of each file says, in the order of the names. */
    synchronized List<FileFacts> facts() {
        if (facts == null) {
            facts = options.fragmentVersion() > 0
                    ? files.stream().map(FileFacts::ofFragment).toList()
                    : readFacts();
        }
        return facts;
    }

    private List<FileFacts> readFacts() {
        Map<String, String> pool = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(MOST_THREADS, files.size()), task -> {
            Thread thread = new Thread(task, "dbn-metadata");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<FileFacts>> tasks = new ArrayList<>();
            for (FileStatus file : files) {
                tasks.add(threads.submit(() -> FileFacts.read(file, options.splitBytes(), hadoop, pool)));
            }
            List<FileFacts> read = new ArrayList<>();
            for (Future<FileFacts> task : tasks) {
                read.add(task.get());
            }
            return List.copyOf(read);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new UncheckedIOException(
                    "dbn: cannot read metadata: " + e.getCause().getMessage(), new IOException(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("dbn: interrupted while reading metadata", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> schemaNames() {
        return Arrays.stream(Schema.values()).map(Schema::text).toList();
    }
}
