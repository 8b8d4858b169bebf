package io.tapelake.spark.dbn;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.layout.DefinitionLayout;
import io.tapelake.databento.dbn.layout.RType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of self-made files: names, order, batches, pruning, counters. */
class ReadingTest {
    private static final long DAY_NS = MadeFile.DAY_NS;
    private static final long MONDAY_NS = MadeFile.MONDAY_NS;

    @TempDir
    Path folder;

    private final SparkSession spark = Sessions.interpreting();

    @Test
    void everySchemaHasTheLeadingColumnsAndTypes() {
        for (Schema schema : Schema.values()) {
            String ddl = DbnTable.structType(Columns.of(schema)).toDDL();
            assertThat(ddl)
                    .startsWith("trade_date DATE,dataset STRING,publisher INT NOT NULL,instrument_id BIGINT NOT NULL,"
                            + "symbol STRING," + (schema.text().startsWith("ohlcv") ? "bar_start_ns" : "ts_event_ns")
                            + " BIGINT,");
        }
        assertThat(DbnTable.structType(Columns.of(Schema.OHLCV_1S)).toDDL())
                .endsWith("bar_start_ns BIGINT,bar_start TIMESTAMP,open DECIMAL(18,9),high DECIMAL(18,9),"
                        + "low DECIMAL(18,9),close DECIMAL(18,9),volume BIGINT");
        List<List<String>> quotes = List.of(
                        Schema.MBP_1,
                        Schema.TBBO,
                        Schema.BBO_1S,
                        Schema.BBO_1M,
                        Schema.CMBP_1,
                        Schema.TCBBO,
                        Schema.CBBO_1S,
                        Schema.CBBO_1M)
                .stream()
                .map(schema -> Columns.of(schema).stream().map(Column::name).toList())
                .distinct()
                .toList();
        assertThat(quotes).as("all quote schemas have the same columns").hasSize(1);
        assertThat(Columns.of(Schema.MBP_10)).extracting(Column::name).contains("bid_px_00", "ask_ct_09");
    }

    @Test
    void rowsKeepTheOrderOfTheFileOverManyBatches() {
        String file = MadeFile.bars(10_001).write(folder.resolve("bars.dbn.zst"));
        for (int batchRows : new int[] {1, 7, 4096, 65536}) {
            Dataset<Row> rows =
                    spark.read().format("dbn").option("batchRows", batchRows).load(file);
            if (batchRows == 1) {
                rows = rows.limit(100);
            }
            long expected = 1;
            for (Row row : rows.select("volume", "_record_index").collectAsList()) {
                assertThat(row.getLong(0)).isEqualTo(expected);
                assertThat(row.getLong(1)).isEqualTo(expected - 1);
                expected++;
            }
            assertThat(expected).isEqualTo(batchRows == 1 ? 101 : 10_002);
        }
    }

    @Test
    void symbolsFollowTheUtcDayAndDatesTheNewYorkDay() {
        MadeFile file = MadeFile.of(Schema.OHLCV_1S);
        List<String> expected = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            long dayNs = MONDAY_NS + day * DAY_NS;
            file.map("A", 1 + day % 2, dayNs).map("B", 2 - day % 2, dayNs);
            for (int hour = 0; hour < 24; hour += 3) {
                file.add(MadeFile.bar(1, dayNs + hour * 3_600_000_000_000L, 1, 1));
                // New York is four hours behind in that week.
                int date = hour < 4 ? 9 + day : 10 + day;
                expected.add("[2025-03-" + (date < 10 ? "0" : "") + date + "," + (day % 2 == 0 ? "A" : "B") + "]");
            }
        }
        List<Row> rows = spark.read()
                .format("dbn")
                .load(file.write(folder.resolve("f.dbn")))
                .select("trade_date", "symbol")
                .collectAsList();
        assertThat(rows).extracting(Row::toString).isEqualTo(expected);
    }

    @Test
    void compiledPlansGiveWhatInterpretedOnesGive() throws IOException {
        Path root = folder;
        MadeFile.bars(5000).write(root.resolve("bars.dbn"));
        SparkSession compiling = Sessions.compiling();
        for (String query : List.of(
                "select * from bars where symbol = 'MSFT' order by bar_start_ns limit 100",
                "select symbol, count(*), sum(volume), min(low), max(high) from bars group by symbol order by symbol",
                "select count(*) from bars",
                "select trade_date, dataset, publisher, bar_start, volume from bars where close > 100.000000900")) {
            List<List<Row>> results = new ArrayList<>();
            for (SparkSession session : List.of(spark, compiling)) {
                SparkSession.setActiveSession(session);
                session.read().format("dbn").load(root.toString()).createOrReplaceTempView("bars");
                results.add(session.sql(query).collectAsList());
            }
            assertThat(results.get(1)).as(query).isNotEmpty().isEqualTo(results.get(0));
        }
        SparkSession.setActiveSession(spark);
    }

    /** Two definitions in one batch: texts are views of the block, each of its own record. */
    @Test
    void textsAreThoseOfTheirOwnRecord() {
        MadeFile file = MadeFile.of(Schema.DEFINITION);
        RecordBuffer definition = RecordBuffer.of(RType.INSTRUMENT_DEF, 3);
        List<String> names = List.of("AAPL", "", "BRK.B", "caf\u00e9", "Z ");
        for (int i = 0; i < names.size(); i++) {
            file.map("S" + i, i, MONDAY_NS)
                    .add(definition
                            .header(1, i, MONDAY_NS)
                            .i64(DefinitionLayout.TS_RECV, MONDAY_NS)
                            .text(DefinitionLayout.RAW_SYMBOL, DefinitionLayout.RAW_SYMBOL_WIDTH, names.get(i)));
        }
        List<Row> rows = spark.read()
                .format("dbn")
                .load(file.write(folder.resolve("d.dbn")))
                .select("raw_symbol", "symbol")
                .collectAsList();
        assertThat(rows).extracting(row -> row.getString(0)).isEqualTo(names);
        assertThat(rows).extracting(row -> row.getString(1)).containsExactly("S0", "S1", "S2", "S3", "S4");
    }

    @Test
    void onlyTheBytesOfTheColumnsReadAreCopied() throws IOException {
        Map<String, Column> columns = Columns.byName(Schema.OHLCV_1S);
        assertThat(stride()).isZero();
        assertThat(stride(columns.get("dataset"), columns.get("_file"), columns.get("_offset")))
                .isZero();
        assertThat(stride(columns.get("open"))).isEqualTo(24);
        assertThat(stride(columns.get("volume"), columns.get("open"))).isEqualTo(56);
        assertThat(stride(columns.get("symbol"))).isEqualTo(12);
    }

    private static int stride(Column... columns) {
        return DbnBatchReader.stride(Schema.OHLCV_1S, List.of(columns));
    }

    @Test
    void recordsAreCountedByWhatBecameOfThem() throws Exception {
        Path file = folder.resolve("bars.dbn");
        MadeFile.bars(100)
                .add(RecordBuffer.of(RType.STATUS, 3))
                .add(RecordBuffer.of(RType.OHLCV_1M, 3))
                .write(file);
        DbnPartition partition = new DbnPartition("file:" + file, Files.size(file), null);
        RecordSource source = RecordSource.open(partition, 0, false, new Configuration(false));
        Map<String, Long> counts = new HashMap<>();
        try (DbnBatchReader reader = new DbnBatchReader(
                source,
                "bars",
                Schema.OHLCV_1S,
                List.of(),
                RowFilter.ofSymbols(List.of("AAPL")),
                ReadMode.FAILFAST,
                64)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.get().numRows()).isEqualTo(50);
            assertThat(reader.next()).isFalse();
            for (CustomTaskMetric metric : reader.currentMetricsValues()) {
                counts.put(metric.name(), metric.value());
            }
        }
        assertThat(counts)
                .isEqualTo(
                        Map.of("dbnRecordsRead", 102L, "dbnRecordsOfOtherSchemas", 2L, "dbnRecordsFilteredOut", 50L));
        for (CustomMetric metric : ReadMetrics.supported()) {
            assertThat(counts).containsKey(metric.name());
            // As Spark's UI does.
            CustomMetric again = (CustomMetric)
                    Class.forName(metric.getClass().getName()).getConstructor().newInstance();
            assertThat(again.aggregateTaskMetrics(new long[] {1, 2})).isEqualTo("3");
        }
    }
}
