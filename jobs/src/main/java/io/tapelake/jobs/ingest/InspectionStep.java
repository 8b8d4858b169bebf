package io.tapelake.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Inspects files on all executors, one task per file. */
final class InspectionStep {

    private final SparkSession spark;
    private final int fragmentVersion;

    InspectionStep(SparkSession spark, int fragmentVersion) {
        this.spark = spark;
        this.fragmentVersion = fragmentVersion;
    }

    /** Inspections in the order of the paths. */
    List<Inspection> inspect(List<InputFile> files) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> hadoop = context.broadcast(
                new SerializableConfiguration(spark.sessionState().newHadoopConf()));
        int version = fragmentVersion;
        context.setJobDescription("inspect " + files.size() + " files");
        try {
            // Large files first, or the last one keeps a single core busy.
            List<InputFile> largestFirst = new ArrayList<>(files);
            largestFirst.sort(Comparator.comparingLong(InputFile::size).reversed());
            List<Inspection> found = new ArrayList<>(context.parallelize(largestFirst, largestFirst.size())
                    .map(file -> FileInspector.inspect(
                            file, () -> open(file, hadoop.value().value()), version))
                    .collect());
            found.sort(Comparator.comparing(i -> i.file().path()));
            return found;
        } finally {
            context.setJobDescription(null);
        }
    }

    private static java.io.InputStream open(InputFile file, Configuration hadoop) throws IOException {
        Path path = new Path(file.path());
        return path.getFileSystem(hadoop).open(path);
    }
}
