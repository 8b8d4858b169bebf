package io.tapelake.jobs.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Inspects files on all executors, one task per file. Which format a file has is decided here: whatever its inspector found,
 * a file that changed meanwhile, or is being written, is left for the next time.
 */
final class InspectionStep {

    private final SparkSession spark;
    private final int fragmentVersion;
    private final int settleSeconds;

    InspectionStep(SparkSession spark, IngestSettings settings) {
        this.spark = spark;
        this.fragmentVersion = settings.fragmentVersion();
        this.settleSeconds = settings.settleSeconds();
    }

    /**
     * Inspections in the order of the paths.
     *
     * @param listedAt when the files were listed
     */
    List<Inspection> inspect(List<InputFile> files, Instant listedAt) {
        if (files.isEmpty()) {
            return List.of();
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> hadoop = context.broadcast(
                new SerializableConfiguration(spark.sessionState().newHadoopConf()));
        int version = fragmentVersion;
        StillWritten stillWritten = new StillWritten(listedAt, settleSeconds);
        context.setJobDescription("inspect " + files.size() + " files");
        try {
            // Large files first, or the last one keeps a single core busy.
            List<InputFile> largestFirst = new ArrayList<>(files);
            largestFirst.sort(Comparator.comparingLong(InputFile::size).reversed());
            List<Inspection> found = new ArrayList<>(context.parallelize(largestFirst, largestFirst.size())
                    .map(file -> stillWritten.check(
                            inspect(file, hadoop.value().value(), version),
                            now(file, hadoop.value().value())))
                    .collect());
            found.sort(Comparator.comparing(i -> i.file().path()));
            return found;
        } finally {
            context.setJobDescription(null);
        }
    }

    private static Inspection inspect(InputFile file, Configuration hadoop, int fragmentVersion) {
        Path path = new Path(file.path());
        return FileInspector.inspect(file, () -> path.getFileSystem(hadoop).open(path), fragmentVersion);
    }

    /** True if the file is there and has the size and time that it had. */
    static boolean isAsKnown(InputFile file, Configuration hadoop) {
        return now(file, hadoop)
                .map(now -> now.size() == file.size() && now.mtimeMs() == file.mtimeMs())
                .orElse(false);
    }

    /** The file as it is now; empty if it is gone. One that cannot be asked about is taken for unchanged. */
    static Optional<InputFile> now(InputFile file, Configuration hadoop) {
        Path path = new Path(file.path());
        try {
            return Optional.of(InputListing.file(path.getFileSystem(hadoop).getFileStatus(path)));
        } catch (FileNotFoundException gone) {
            return Optional.empty();
        } catch (IOException unknown) {
            return Optional.of(file);
        }
    }
}
