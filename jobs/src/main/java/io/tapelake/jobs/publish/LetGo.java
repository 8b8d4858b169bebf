package io.tapelake.jobs.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tapelake.lake.Tables;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
     * @param writer the writer of the lake
     * @param runIds the runs; may be empty, to put the rows into one file only
     * @param at when
     * @throws io.tapelake.jobs.publish.lease.LeaseException if the writer has lost the lake; nothing was marked
     */
    public static void mark(LakeWriter writer, List<String> runIds, Instant at) {
        long atNs = at.getEpochSecond() * NS_PER_SECOND + at.getNano();
        DeltaFolder runs = writer.folder(Tables.RUNS);
        Dataset<Row> rows = runs.read(writer.latest(Tables.RUNS))
                .withColumn(
                        "let_go_at_ns",
                        when(
                                        col("run_id")
                                                .isin(runIds.toArray())
                                                .and(col("pinned").equalTo(lit(false))),
                                        lit(atNs))
                                .otherwise(col("let_go_at_ns")));
        writer.commitFenced(
                "let-go",
                () -> runs.replace(rows.repartition(1).sortWithinPartitions("sequence"), "true", ZSTD_LEVEL, false));
    }
}
