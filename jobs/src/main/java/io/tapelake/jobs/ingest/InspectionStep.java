package io.tapelake.jobs.ingest;

import io.tapelake.jobs.log.LogFields;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Inspects files on all executors, one task per file. Which format a file has is decided here: whatever its inspector found,
 * a file that changed meanwhile, or is being written, is left for the next time.
 */
final class InspectionStep {

    private static final Logger LOG = LoggerFactory.getLogger(InspectionStep.class);

    private final SparkSession spark;
    private final String runId;
    private final FileRules rules;
    private final int settleSeconds;

    InspectionStep(SparkSession spark, String runId, IngestSettings settings) {
        this.spark = spark;
        this.runId = runId;
        this.rules = settings.files();
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
        FileRules said = rules;
        StillWritten stillWritten = new StillWritten(listedAt, settleSeconds);
        String run = runId;
        context.setJobDescription("inspect " + files.size() + " files");
        try {
            // Large files first, or the last one keeps a single core busy.
            List<InputFile> largestFirst = new ArrayList<>(files);
            largestFirst.sort(Comparator.comparingLong(InputFile::size).reversed());
            List<Inspection> found = new ArrayList<>(context.parallelize(largestFirst, largestFirst.size())
                    .map(file -> LogFields.during(
                            () -> inspect(file, stillWritten, hadoop.value().value(), said),
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

    private static Inspection inspect(
            InputFile file, StillWritten stillWritten, Configuration hadoop, FileRules rules) {
        FileInspector.Opener opener = () -> open(file, hadoop);
        Inspection read = file.isCsv()
                ? CsvInspector.inspect(file, opener, rules)
                : FileInspector.inspect(file, opener, rules.fragmentVersion());
        Inspection found = stillWritten.check(read, now(file, hadoop));
        if (found.verdict() == Inspection.Verdict.UNFINISHED) {
            LOG.warn("unfinished: {}", found.detail());
        } else if (found.verdict() == Inspection.Verdict.REFUSE) {
            LOG.warn("refused: {}, {}", found.reason(), found.detail());
        } else if (!found.problems().isEmpty()) {
            LOG.warn("{} records, with problems: {}", found.records(), found.problems());
        } else {
            LOG.info("{} records", found.records());
        }
        return found;
    }

    private static InputStream open(InputFile file, Configuration hadoop) throws IOException {
        Path path = new Path(file.path());
        return path.getFileSystem(hadoop).open(path);
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
