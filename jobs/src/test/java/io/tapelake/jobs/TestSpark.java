package io.tapelake.jobs;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** One Spark session for all tests of this module; made at the first call, stopped with the JVM. */
public final class TestSpark {

    private static SparkSession session;

    private TestSpark() {}

    /** The session with generated code, for tests of many rows. */
    public static SparkSession generating() {
        return session("FALLBACK");
    }

    /** The session without generated code: for a few rows, compiling it costs more than it saves. */
    public static SparkSession interpreting() {
        return session("NO_CODEGEN");
    }

    /** The session as it is. */
    public static SparkSession session() {
        return session(null);
    }

    private static synchronized SparkSession session(String codegen) {
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
        if (codegen != null) {
            session.conf().set("spark.sql.codegen.factoryMode", codegen);
            session.conf().set("spark.sql.codegen.wholeStage", Boolean.toString(codegen.equals("FALLBACK")));
        }
        return session;
    }
}
