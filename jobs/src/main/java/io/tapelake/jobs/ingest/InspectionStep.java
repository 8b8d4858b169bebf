package io.tapelake.jobs.ingest;

import io.tapelake.jobs.log.LogFields;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Inspects files on all executors, one task per file. */
final class InspectionStep {

    private static final Logger LOG = LoggerFactory.getLogger(InspectionStep.class);

    private final SparkSession spark;
    private final String runId;
    private final int fragmentVersion;

    InspectionStep(SparkSession spark, String runId, int fragmentVersion) {
        this.spark = spark;
        this.runId = runId;
        this.fragmentVersion = fragmentVersion;
    }

    /** Inspections in the order of the paths. */
    List<Inspection> inspect(List<InputFile> files) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> hadoop = context.broadcast(
                new SerializableConfiguration(spark.sessionState().newHadoopConf()));
        int version = fragmentVersion;
        String run = runId;
        context.setJobDescription("inspect " + files.size() + " files");
        try {
            // Large files first, or the last one keeps a single core busy.
            List<InputFile> largestFirst = new ArrayList<>(files);
            largestFirst.sort(Comparator.comparingLong(InputFile::size).reversed());
            List<Inspection> found = new ArrayList<>(context.parallelize(largestFirst, largestFirst.size())
                    .map(file -> LogFields.during(
                            () -> inspect(file, hadoop.value().value(), version),
                            LogFields.RUN,
                            run,
                            LogFields.FILE,
                            file.path()))
                    .collect());
            found.sort(Comparator.comparing(i -> i.file().path()));
            return found;
        } finally {
            context.setJobDescription(null);
        }
    }

    private static Inspection inspect(InputFile file, Configuration hadoop, int version) {
        Inspection found = FileInspector.inspect(file, () -> open(file, hadoop), version);
        if (found.verdict() == Inspection.Verdict.REFUSE) {
            LOG.warn("refused: {}, {}", found.reason(), found.detail());
        } else if (!found.problems().isEmpty()) {
            LOG.warn("{} records, with problems: {}", found.records(), found.problems());
        } else {
            LOG.info("{} records", found.records());
        }
        return found;
    }

    private static java.io.InputStream open(InputFile file, Configuration hadoop) throws IOException {
        Path path = new Path(file.path());
        return path.getFileSystem(hadoop).open(path);
    }
}
