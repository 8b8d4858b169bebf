package io.tapelake.spark.dbn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordCheck;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.layout.LevelLayout;
import io.tapelake.databento.dbn.layout.MbpLayout;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.databento.dbn.layout.RType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that have no place in their column. */
class ProblemsTest {
    private static final long NOON_NS = MadeFile.MONDAY_NS + 12 * 3_600_000_000_000L;
    private static final Map<String, Integer> OFFSETS = Map.of(
            "bar_start_ns",
            8,
            "open",
            OhlcvLayout.OPEN,
            "high",
            OhlcvLayout.HIGH,
            "low",
            OhlcvLayout.LOW,
            "close",
            OhlcvLayout.CLOSE,
            "volume",
            OhlcvLayout.VOLUME);

    private static final Configuration HADOOP = new Configuration(false);

    @TempDir
    Path folder;

    private final SparkSession spark = Sessions.interpreting();

    private Dataset<Row> read(String mode) {
        return spark.read().format("dbn").option("mode", mode).load(folder.toString());
    }

    private void writeBarWith(String column, long raw) {
        RecordBuffer bar = MadeFile.bar(1, NOON_NS, 100 * MadeFile.DOLLAR, 7).i64(OFFSETS.get(column), raw);
        MadeFile.bars(3).add(bar).write(folder.resolve("bars.dbn"));
    }

    @ParameterizedTest
    @CsvSource({
        "open, 9223372036854775807, undefined-price",
        "close, 9223372036854775807, undefined-price",
        "high, 1000000000000000000, price-out-of-range",
        "low, -1000000000000000000, price-out-of-range",
        "low, -9223372036854775808, price-out-of-range",
        "volume, -1, volume-out-of-range",
        "volume, -9223372036854775808, volume-out-of-range",
        "bar_start_ns, -1, undefined-timestamp",
        "bar_start_ns, -2, timestamp-out-of-range",
    })
    void aBadValueFailsFastOrBecomesNullWithItsReason(String column, long raw, String reason) {
        writeBarWith(column, raw);
        Row row = read("permissive")
                .where("_record_index = 3")
                .selectExpr("*", "_problem", "_offset")
                .first();
        assertThat(row.<Object>getAs(column)).isNull();
        assertThat(row.<String>getAs("_problem")).isEqualTo(reason);
        assertThat(read("permissive").where("_problem is null").count()).isEqualTo(3);
        long offset = row.getAs("_offset");
        assertThatThrownBy(() -> read("failfast").select(column).collect())
                .rootCause()
                .isInstanceOf(BadRecordException.class)
                .hasMessageContaining("bars.dbn: record 3 at byte " + offset + " of the uncompressed stream: " + reason)
                .hasMessageContaining(column + " is ")
                .hasMessageContaining("mode=permissive");
        assertThatThrownBy(() -> read("failfast").select("_problem").collect())
                .rootCause()
                .isInstanceOf(BadRecordException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "open, 999999999999999999, 999999999.999999999",
        "low, -999999999999999999, -999999999.999999999",
        "close, 0, 0E-9",
        "high, 1, 1E-9",
    })
    void pricesUpToTheLimitAreExact(String column, long raw, BigDecimal price) {
        writeBarWith(column, raw);
        Row row = read("failfast").where("_record_index = 3").select(column).first();
        assertThat(row.getDecimal(0)).isEqualTo(price);
    }

    @Test
    void theLargestVolumeThatFitsIsKept() {
        writeBarWith("volume", Long.MAX_VALUE);
        assertThat(read("failfast").selectExpr("max(volume)").first().getLong(0))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void anIdWithoutAMappingFailsWhereTheSymbolIsReadOnly() {
        MadeFile.bars(2).add(MadeFile.bar(77, NOON_NS, 5, 1)).write(folder.resolve("bars.dbn"));
        assertThatThrownBy(() -> read("failfast").select("symbol").collect())
                .rootCause()
                .hasMessageContaining("missing-mapping: symbol is none for instrument_id 77");
        assertThat(read("failfast").select("close", "instrument_id").collectAsList())
                .hasSize(3);
        assertThat(read("failfast").count()).isEqualTo(3);
        assertThat(read("failfast").where("symbol = 'AAPL'").select("symbol").count())
                .isEqualTo(1);
        Row row = read("permissive")
                .where("symbol is null")
                .select("_problem", "instrument_id")
                .first();
        assertThat(row.toString()).isEqualTo("[missing-mapping,77]");
    }

    @Test
    void columnsThatAreNotReadAreNotChecked() {
        writeBarWith("close", Long.MAX_VALUE);
        assertThat(read("failfast").select("open", "volume").collectAsList()).hasSize(4);
        assertThatThrownBy(() -> read("failfast").select("open", "close").collect())
                .rootCause()
                .isInstanceOf(BadRecordException.class);
    }

    @Test
    void aBookMayLackASide() {
        RecordBuffer quote = RecordBuffer.of(RType.MBP_1, 3)
                .header(2, 1, -1)
                .i64(MbpLayout.TS_RECV, NOON_NS)
                .i64(MbpLayout.PRICE, Long.MAX_VALUE);
        MadeFile file = MadeFile.of(Schema.MBP_1).map("AAPL", 1, MadeFile.MONDAY_NS);
        long none = Long.MAX_VALUE;
        long[][] books = {{5, 6}, {6, 6}, {7, 6}, {none, 6}, {5, none}, {none, none}, {-7, -6}};
        for (long[] book : books) {
            file.add(quote.i64(MbpLayout.LEVELS + LevelLayout.BID_PX, book[0])
                    .i64(MbpLayout.LEVELS + LevelLayout.ASK_PX, book[1]));
        }
        file.write(folder.resolve("quotes.dbn"));
        List<Row> rows = read("failfast").collectAsList();
        assertThat(rows)
                .extracting(row -> row.<String>getAs("condition"))
                .containsExactly("normal", "locked", "crossed", "one-sided", "one-sided", "empty", "normal");
        assertThat(rows)
                .extracting(row -> row.<Object>getAs("bid") == null)
                .containsExactly(false, false, false, true, false, true, false);
        assertThat(rows).allMatch(row -> row.getAs("ts_event") == null && row.getAs("ts_event_ns") == null);
        assertThat(rows).allMatch(row -> row.getAs("price") == null && row.getAs("bid_publisher") == null);
        assertThat(rows).allMatch(row -> row.<String>getAs("source_schema").equals("mbp-1"));
    }

    /** The check of rows and the checks of columns are separate code: they must not disagree. */
    @Test
    void failfastFailsExactlyWhereThereIsAProblem() {
        Random random = new Random(3);
        Set<String> reasons = new HashSet<>();
        Map<Integer, String> found = new HashMap<>();
        MadeFile file = MadeFile.of(Schema.OHLCV_1S).map("AAPL", 1, MadeFile.MONDAY_NS);
        long[] odd = {Long.MAX_VALUE, Long.MIN_VALUE, -1, -2, 0, RecordCheck.PRICE_LIMIT, -RecordCheck.PRICE_LIMIT, 5};
        for (int i = 0; i < 250; i++) {
            RecordBuffer bar = MadeFile.bar(random.nextInt(4) == 0 ? 9 : 1, NOON_NS, 100, 1);
            for (int offset : OFFSETS.values()) {
                if (random.nextInt(12) == 0) {
                    bar.i64(offset, odd[random.nextInt(odd.length)]);
                }
            }
            file.add(bar);
        }
        file.write(folder.resolve("bars.dbn"));
        read("permissive")
                .select("_record_index", "_problem")
                .collectAsList()
                .forEach(row -> found.put((int) row.getLong(0), row.getString(1)));
        assertThat(found).hasSize(250);
        for (int i = 0; i < 250; i++) {
            int record = i;
            Throwable failure = catchThrowable(() -> readOne(file, record));
            assertThat(failure == null).as("record %d: %s", i, found.get(i)).isEqualTo(found.get(i) == null);
            reasons.add(String.valueOf(found.get(i)));
        }
        assertThat(reasons).contains("null").containsAll(RecordCheck.REASONS);
    }

    /** Every column of one record, failing fast. */
    private void readOne(MadeFile file, int record) throws IOException {
        Path one = folder.resolve("one.bin");
        file.writeOne(one, record);
        DbnPartition partition = new DbnPartition("file:" + one, Files.size(one), null);
        RecordSource source = RecordSource.open(partition, 0, false, HADOOP);
        try (DbnBatchReader reader = new DbnBatchReader(
                source, "one", Schema.OHLCV_1S, Columns.of(Schema.OHLCV_1S), RowFilter.all(), ReadMode.FAILFAST, 8)) {
            assertThat(reader.next()).isTrue();
        }
    }
}
