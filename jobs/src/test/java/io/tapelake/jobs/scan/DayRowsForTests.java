package io.tapelake.jobs.scan;

import io.tapelake.model.Prices;
import io.tapelake.scanner.DayKind;
import io.tapelake.scanner.DayLookback;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.Lookback;
import io.tapelake.scanner.RecordColumns;
import io.tapelake.scanner.ScannedDay;
import org.apache.spark.sql.Row;

/** Opens the conversion of rows to tests of other packages. */
public final class DayRowsForTests {

    private DayRowsForTests() {}

    public static ScannedDay day(Row row) {
        return new ScannedDay(
                DayRows.record(RecordColumns.of(DayStats.class), row),
                new Lookback(
                        DayRows.record(RecordColumns.of(DayLookback.class), row),
                        Prices.UNDEF,
                        Prices.UNDEF,
                        Prices.UNDEF,
                        null),
                DayKind.ORDINARY);
    }
}
