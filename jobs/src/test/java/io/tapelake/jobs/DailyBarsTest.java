package io.tapelake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.jobs.BarFiles.Bar;
import io.tapelake.lake.Tables;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daily bar sums up a UTC day and begins at its midnight, which is the evening before in New York. */
class DailyBarsTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.interpreting();
    }

    @Test
    void haveTheirUtcDateAsTradeDate() {
        long day = BarFiles.ns("2025-03-04T00:00:00Z");
        long dayNs = 24 * 60 * BarFiles.MINUTE_NS;
        byte[] first = BarFiles.record(Schema.OHLCV_1D.rtype(), BarFiles.FIRST_INSTRUMENT, day, 10_000_000_000L, 500);
        byte[] next =
                BarFiles.record(Schema.OHLCV_1D.rtype(), BarFiles.FIRST_INSTRUMENT, day + dayNs, 11_000_000_000L, 700);
        TestLake lake = TestLake.in(folder.resolve("lake"));
        Path daily = BarFiles.write(
                folder.resolve("daily.dbn.zst"),
                Schema.OHLCV_1D,
                day,
                day + 2 * dayNs,
                List.of("AAA"),
                List.of(first, next),
                WriteOptions.zstd());
        Path minutes = BarFiles.write(folder.resolve("minutes.dbn.zst"), 24, List.of(new Bar("AAA", 0, 10)));

        lake.ingest(daily, minutes);

        assertThat(lake.rows(Tables.BARS_1D)
                        .orderBy("trade_date")
                        .selectExpr("cast(trade_date as string)", "volume")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactly("[2025-03-04,500]", "[2025-03-05,700]");
        lake.scan();
        assertThat(lake.rows(Tables.DAY_STATS)
                        .orderBy("trade_date")
                        .selectExpr("cast(trade_date as string)", "source_schema", "state")
                        .collectAsList())
                .extracting(Row::toString)
                .as(
                        "minutes of a UTC day end at 19:00 in winter and leave the date open; a daily bar is the whole date")
                .containsExactly("[2025-03-04,ohlcv-1m,open]", "[2025-03-05,ohlcv-1d,complete]");
    }
}
