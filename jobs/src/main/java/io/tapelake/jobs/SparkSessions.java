package io.tapelake.jobs;

import io.tapelake.jobs.files.LocalFiles;
import io.tapelake.jobs.parquet.PageCompression;
import io.tapelake.jobs.publish.log.ConditionalPutLogStore;
import io.tapelake.jobs.publish.log.LinkLogStore;
import io.tapelake.lake.Layout;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Opens Spark with the settings that every job of the lake relies on. */
public final class SparkSessions {

    private SparkSessions() {}

    /**
     * Opens a session, or takes the one there is.
     *
     * <p>Settings that decide the bytes of the tables (time zone, Parquet layout, Delta) are always ours. Everything else
     * is left to {@code spark-submit} and the settings given.
     *
     * @param name name of the application in Spark's pages
     * @param master the master, such as {@code local[*]}; empty to leave it to {@code spark-submit}
     * @param settings further Spark settings
     */
    public static SparkSession open(String name, String master, Map<String, String> settings) {
        SparkSession.Builder builder = SparkSession.builder().appName(name);
        if (!master.isEmpty()) {
            builder.master(master);
        }
        builder.config("spark.ui.enabled", "false");
        settings.forEach(builder::config);
        builder.config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                // Delta's own stores let a second process overwrite a commit.
                .config("spark.delta.logStore.file.impl", LinkLogStore.class.getName())
                .config("spark.delta.logStore.s3a.impl", ConditionalPutLogStore.class.getName())
                // Tables here have a few files per date: one partition of state is enough and saves seconds per commit.
                .config("spark.databricks.delta.snapshotPartitions", "2")
                .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
        if (master.startsWith("local")) {
            // On a cluster executors make file systems before they have our jar.
            LocalFiles.hadoopSettings().forEach((key, value) -> builder.config("spark.hadoop." + key, value));
        }
        Layout.sparkSettings().forEach(builder::config);
        PageCompression.hadoopSettings().forEach((key, value) -> builder.config("spark.hadoop." + key, value));
        Layout.hadoopSettings().forEach((key, value) -> builder.config("spark.hadoop." + key, value));
        return builder.getOrCreate();
    }
}
