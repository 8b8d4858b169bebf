package io.tapelake.jobs.publish;

import io.tapelake.lake.read.OpenDays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A run that was published.
 *
 * @param runId its name
 * @param sequence counts the runs of the lake upward
 * @param baseRunId the run whose tables it started from; null when it started from nothing
 * @param job the job that made it
 * @param configHash hash of the configuration it was made with
 * @param tableVersions table name to the Delta version that belongs to it
 * @param datesJson trade dates it changed, as JSON
 * @param withdrawn true if it is not to be read any more, or was let go
 */
public record PublishedRun(
        String runId,
        long sequence,
        String baseRunId,
        String job,
        String configHash,
        Map<String, Long> tableVersions,
        String datesJson,
        boolean withdrawn) {

    /** True if the run's day statistics are up to date with its ticks. */
    public boolean scanned() {
        return io.tapelake.lake.read.PublishedRun.scans(job);
    }

    /** The dates that were open when it was published. */
    public OpenDays openDays() {
        return datesJson == null ? OpenDays.none() : OpenDays.parse(runId, datesJson);
    }

    static List<PublishedRun> newestFirst(Dataset<Row> runs) {
        List<PublishedRun> all = new ArrayList<>();
        for (Row row : runs.collectAsList()) {
            all.add(new PublishedRun(
                    row.getAs("run_id"),
                    row.getAs("sequence"),
                    row.getAs("base_run_id"),
                    row.getAs("job"),
                    row.getAs("config_hash"),
                    Map.copyOf(row.<String, Long>getJavaMap(row.fieldIndex("table_versions"))),
                    row.getAs("dates"),
                    row.<Boolean>getAs("withdrawn") || row.getAs("let_go_at_ns") != null));
        }
        all.sort(Comparator.comparingLong(PublishedRun::sequence).reversed());
        return List.copyOf(all);
    }
}
