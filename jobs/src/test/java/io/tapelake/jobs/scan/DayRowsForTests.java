package io.tapelake.jobs.scan;

import io.tapelake.scanner.DayLookback;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.RecordColumns;
import io.tapelake.scanner.ScannedDay;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Opens the conversion of rows to tests of other packages. */
public final class DayRowsForTests {

    private DayRowsForTests() {}

    public static ScannedDay day(Row row) {
        return new ScannedDay(
                DayRows.record(RecordColumns.of(DayStats.class), row),
                DayRows.record(RecordColumns.of(DayLookback.class), row),
                Optional.empty());
    }
}
