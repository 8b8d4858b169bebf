package io.tapelake.jobs.scan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tapelake.jobs.ingest.DatesInLake;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Open dates as the last scan left them. */
final class OpenDates {

    private OpenDates() {}

    /**
     * Those that files reach farther into now, or that are complete now. None of their rows need have changed: the file that
     * closes a date may claim its last hour and have no record in it.
     *
     * @param stats rows of {@code day_stats} before the scan
     */
    static Set<LocalDate> closedOrExtended(Dataset<Row> stats, DatesInLake lake) {
        SortedMap<LocalDate, SortedMap<String, DatesInLake.Coverage>> coverage = lake.coverage();
        Set<LocalDate> moved = new TreeSet<>();
        stats.where(col("state").equalTo(lit(DatesInLake.Coverage.OPEN)))
                .select("trade_date", "dataset", "covered_until_ns")
                .distinct()
                .collectAsList()
                .forEach(row -> {
                    LocalDate date = row.getDate(0).toLocalDate();
                    DatesInLake.Coverage now =
                            coverage.containsKey(date) ? coverage.get(date).get(row.getString(1)) : null;
                    if (now != null && (now.isComplete() || now.untilNs() != row.getLong(2))) {
                        moved.add(date);
                    }
                });
        return moved;
    }
}
