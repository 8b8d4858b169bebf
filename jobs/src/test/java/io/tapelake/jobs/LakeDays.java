package io.tapelake.jobs;

import io.tapelake.jobs.scan.DayRowsForTests;
import io.tapelake.lake.Tables;
import io.tapelake.scanner.ScannedDay;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;

/** The rows of {@code day_stats} as the scanner's records. */
final class LakeDays {

    private LakeDays() {}

    static Map<String, ScannedDay> read(TestLake lake) {
        Map<String, ScannedDay> days = new HashMap<>();
        for (Row row : lake.rows(Tables.DAY_STATS).collectAsList()) {
            days.put(row.getAs("symbol") + " " + row.getAs("trade_date"), DayRowsForTests.day(row));
        }
        return days;
    }

    static String key(Map<String, String> truth) {
        return truth.get("symbol") + " " + truth.get("trade_date");
    }

    /** True if measures of this day come from the schema. */
    static boolean isSource(String schema, ScannedDay day) {
        return day != null
                && (schema.equals(day.stats().sourceSchema())
                        || schema.equals(day.stats().quoteSchema())
                        || schema.equals("status") && day.stats().statusRows() > 0);
    }

    /** Settings that leave one schema to measure from. */
    static String[] onlyFrom(String schema) {
        boolean prices =
                switch (schema) {
                    case "bbo-1s", "bbo-1m", "cbbo-1s", "cbbo-1m", "status" -> false;
                    default -> true;
                };
        boolean quotes =
                switch (schema) {
                    case "mbp-1", "tbbo", "bbo-1s", "bbo-1m", "cmbp-1", "tcbbo", "cbbo-1s", "cbbo-1m" -> true;
                    default -> false;
                };
        return new String[] {"scan.source-order=" + (prices ? schema : ""), "scan.quote-order=" + (quotes ? schema : "")
        };
    }
}
