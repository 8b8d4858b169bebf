package io.tapelake.cli.job;

import io.tapelake.config.SparkConfig;
import org.apache.spark.sql.SparkSession;

/** The Spark session of a command, the same under {@code bin/tapelake} and {@code spark-submit}. */
public final class CommandSession {
    private CommandSession() {}

    /**
     * Opens a session. What {@code spark-submit} was given wins over the configuration.
     *
     * @param name name of the application in Spark's pages
     */
    public static SparkSession open(String name, SparkConfig config) {
        SparkSession.Builder builder = SparkSession.builder().appName(name);
        if (System.getProperty("spark.master") == null) {
            builder.master(config.master()).config("spark.ui.enabled", "false");
        }
        config.conf().forEach(builder::config);
        return builder.config("spark.sql.shuffle.partitions", config.shufflePartitions())
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .getOrCreate();
    }
}
