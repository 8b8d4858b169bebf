package io.tapelake.spark.dbn;

import org.apache.spark.sql.SparkSession;

/** One Spark session for all tests of the JVM. */
final class Sessions {
    private static SparkSession shared;

    private Sessions() {}

    /** Interprets plans, which starts much faster than compiling them. */
    static synchronized SparkSession interpreting() {
        if (shared == null) {
            shared = SparkSession.builder()
                    .master("local[2]")
                    .appName("spark-dbn tests")
                    .config("spark.ui.enabled", "false")
                    .config("spark.sql.shuffle.partitions", "1")
                    .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                    .config("spark.sql.datetime.java8API.enabled", "true")
                    .config("spark.sql.session.timeZone", "UTC")
                    .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/spark-dbn-warehouse")
                    .getOrCreate();
        }
        SparkSession.setActiveSession(shared);
        return shared;
    }

    /** Compiles plans, as users' sessions do. */
    static SparkSession compiling() {
        SparkSession session = interpreting().newSession();
        session.conf().set("spark.sql.codegen.factoryMode", "CODEGEN_ONLY");
        session.conf().set("spark.sql.codegen.wholeStage", "true");
        SparkSession.setActiveSession(session);
        return session;
    }
}
