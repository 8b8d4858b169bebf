package io.tapelake.spark.dbn;

import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/** What a scan counts; Spark shows the sums in its UI. */
final class ReadMetrics {
    private static final String READ = "dbnRecordsRead";
    private static final String OTHER = "dbnRecordsOfOtherSchemas";
    private static final String FILTERED = "dbnRecordsFilteredOut";

    long read;
    long ofOtherSchemas;
    long filteredOut;

    static CustomMetric[] supported() {
        return new CustomMetric[] {new RecordsRead(), new RecordsOfOtherSchemas(), new RecordsFilteredOut()};
    }

    CustomTaskMetric[] values() {
        return new CustomTaskMetric[] {
            new Value(READ, read), new Value(OTHER, ofOtherSchemas), new Value(FILTERED, filteredOut)
        };
    }

    private record Value(String name, long value) implements CustomTaskMetric {}

    /** Records decoded, of any kind. Public because Spark makes it by its name. */
    public static final class RecordsRead extends CustomSumMetric {
        @Override
        public String name() {
            return READ;
        }

        @Override
        public String description() {
            return "DBN records read";
        }
    }

    /** Records passed over because they are not of the schema read. Public because Spark makes it by its name. */
    public static final class RecordsOfOtherSchemas extends CustomSumMetric {
        @Override
        public String name() {
            return OTHER;
        }

        @Override
        public String description() {
            return "DBN records of other schemas, passed over";
        }
    }

    /** Records that a pushed filter left out. Public because Spark makes it by its name. */
    public static final class RecordsFilteredOut extends CustomSumMetric {
        @Override
        public String name() {
            return FILTERED;
        }

        @Override
        public String description() {
            return "DBN records filtered out";
        }
    }
}
