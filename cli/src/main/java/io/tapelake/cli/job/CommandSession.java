package io.tapelake.cli.job;

import io.tapelake.config.SparkConfig;
import io.tapelake.jobs.SparkSessions;
import io.tapelake.lake.files.ObjectStoreSettings;
import java.util.Map;
import java.util.TreeMap;
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
        Map<String, String> settings = new TreeMap<>(config.conf());
        settings.putIfAbsent("spark.sql.shuffle.partitions", Integer.toString(config.shufflePartitions()));
        ObjectStoreSettings.forSpark(System.getenv(), config.conf()).forEach(settings::putIfAbsent);
        // Spark keeps what spark-submit was given as properties of the process.
        settings.keySet().removeIf(key -> System.getProperty(key) != null);
        boolean submitted = System.getProperty("spark.master") != null;
        return SparkSessions.open(name, submitted ? "" : config.master(), settings);
    }
}
