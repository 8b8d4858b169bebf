package io.tapelake.spark.dbn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** A live capture holds records of many schemas, and its symbols come as records. */
class LiveCaptureTest {
    private final SparkSession spark = Sessions.interpreting();
    private final Path file =
            ReferenceFiles.folder("dbn-official/databento-python/LIVE").resolve("test_data.live.dbn.zst");

    @Test
    void theSchemaMustBeSaid() {
        assertThatThrownBy(() -> spark.read().format("dbn").load(file.toString()))
                .hasMessageContaining("names no single schema")
                .hasMessageContaining("option 'schema'");
    }

    @Test
    void recordsOfTheSchemaGetTheSymbolsOfTheStream() {
        for (String schema : List.of("mbo", "trades", "ohlcv-1s", "definition", "mbp-10")) {
            List<Row> symbols = spark.read()
                    .format("dbn")
                    .option("schema", schema)
                    .load(file.toString())
                    .select("symbol")
                    .distinct()
                    .collectAsList();
            assertThat(symbols.toString()).as(schema).isEqualTo("[[ESZ4]]");
        }
    }

    @Test
    void aSymbolFilterDoesNotTrustTheEmptyMetadata() {
        assertThat(spark.read()
                        .format("dbn")
                        .option("schema", "trades")
                        .load(file.toString())
                        .where("symbol = 'ESZ4'")
                        .count())
                .isPositive();
    }
}
