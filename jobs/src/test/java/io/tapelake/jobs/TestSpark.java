package io.tapelake.jobs;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** One Spark session for all tests of this module. */
public final class TestSpark {

    private static SparkSession session;

    private TestSpark() {}

    /** The session; made at the first call, stopped with the JVM. */
    public static synchronized SparkSession session() {
        if (session == null) {
            session = SparkSessions.open(
                    "tests",
                    "local[2]",
                    Map.of(
                            "spark.sql.shuffle.partitions", "2",
                            "spark.databricks.delta.snapshotPartitions", "1",
                            "spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/tapelake-warehouse"));
            session.sparkContext().setLogLevel("ERROR");
        }
        return session;
    }
}
