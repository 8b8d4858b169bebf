package io.tapelake.jobs.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tapelake.lake.Tables;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Marks runs whose files may be removed, in one commit of the table {@code runs}. A pinned run is never marked. The table is
 * written as one file: every night adds a file of one row, and whoever asks which runs there are opens them all.
 */
public final class LetGo {

    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final int ZSTD_LEVEL = 3;

    private LetGo() {}

    /**
     * Marks runs. Whoever asks for one afterwards is told when it was let go, and which are kept.
     *
     * @param root folder or URI of the lake
     * @param runIds the runs; may be empty, to put the rows into one file only
     * @param at when
     */
    public static void mark(SparkSession spark, String root, List<String> runIds, Instant at) {
        long atNs = at.getEpochSecond() * NS_PER_SECOND + at.getNano();
        DeltaFolder runs = new DeltaFolder(spark, WorkingRun.absolute(spark, root), Tables.RUNS);
        Dataset<Row> rows = runs.read(runs.latestVersion())
                .withColumn(
                        "let_go_at_ns",
                        when(
                                        col("run_id")
                                                .isin(runIds.toArray())
                                                .and(col("pinned").equalTo(lit(false))),
                                        lit(atNs))
                                .otherwise(col("let_go_at_ns")));
        runs.replace(rows.repartition(1).sortWithinPartitions("sequence"), "true", ZSTD_LEVEL);
    }
}
