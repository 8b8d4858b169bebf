package io.tapelake.jobs;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.tapelake.jobs.publish.PinnedRun;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.OpenDays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The tables that people ask most, as views of a Spark session: {@code days}, {@code resets}, and {@code bars} of every length
 * with a column {@code interval} such as 1m. They show one published run for as long as the session lives, without dates of
 * which more data may come. A view whose tables the run does not have is empty.
 */
public final class LakeViews {

    private LakeViews() {}

    /**
     * Registers the views of the newest run, in place of views of these names. In {@code spark-shell}:
     * {@code io.tapelake.jobs.LakeViews.register(spark, "/data/lake")}.
     *
     * @param lake folder or URI of the lake
     * @return the id of the run that they show
     * @throws io.tapelake.lake.LakeException if nothing was published
     */
    public static String register(SparkSession spark, String lake) {
        return register(spark, lake, Lake.LATEST);
    }

    /**
     * Registers the views of a run, in place of views of these names.
     *
     * @param lake folder or URI of the lake
     * @param runId the run, or {@code latest}
     * @return the id of the run that they show
     * @throws io.tapelake.lake.LakeException if there is no such run
     */
    public static String register(SparkSession spark, String lake, String runId) {
        LakeRun run = Lake.open(lake, spark.sessionState().newHadoopConf()).run(runId);
        PinnedRun pinned = PinnedRun.of(spark, run);
        complete(pinned, run, Tables.DAY_INDEX).createOrReplaceTempView("days");
        complete(pinned, run, Tables.RESET_POINTS).createOrReplaceTempView("resets");
        Dataset<Row> bars = null;
        for (LakeTable table : Tables.bars()) {
            Dataset<Row> more = complete(pinned, run, table)
                    .withColumn("interval", lit(table.name().substring("bars_".length())));
            bars = bars == null ? more : bars.unionByName(more);
        }
        bars.createOrReplaceTempView("bars");
        return run.id();
    }

    private static Dataset<Row> complete(PinnedRun pinned, LakeRun run, LakeTable table) {
        Column hidden = lit(false);
        for (var open : run.openDays().byDate().entrySet()) {
            hidden = hidden.or(col("trade_date")
                    .equalTo(java.sql.Date.valueOf(open.getKey()))
                    .and(col("dataset").isin(open.getValue().toArray())));
        }
        if (table.hasColumn("state")) {
            hidden = hidden.or(coalesce(col("state"), lit("")).equalTo(OpenDays.STATE));
        }
        return pinned.read(table).where(not(hidden));
    }
}
