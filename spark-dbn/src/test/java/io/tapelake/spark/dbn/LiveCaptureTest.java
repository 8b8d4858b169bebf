package io.tapelake.spark.dbn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.layout.DefinitionLayout;
import io.tapelake.databento.dbn.layout.RType;
import io.tapelake.databento.dbn.layout.SymbolMappingLayout;
import io.tapelake.databento.dbn.layout.TradeLayout;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live capture holds records of many schemas, and its symbols come as records. */
class LiveCaptureTest {
    private static final long NOW_NS = MadeFile.MONDAY_NS;

    @TempDir
    Path folder;

    private final SparkSession spark = Sessions.interpreting();

    private Dataset<Row> read(String schema, Path file) {
        return spark.read().format("dbn").option("schema", schema).load(file.toString());
    }

    /** A definition names id 5, a trade follows, a mapping renames it, a trade follows; id 6 is never named. */
    private Path made() {
        Path file = folder.resolve("live.dbn.zst");
        RecordBuffer trade =
                RecordBuffer.of(RType.MBP_0, 3).header(1, 5, NOW_NS).i64(TradeLayout.TS_RECV, NOW_NS);
        MadeFile.of(Schema.TRADES)
                .add(RecordBuffer.of(RType.INSTRUMENT_DEF, 3)
                        .header(1, 5, NOW_NS)
                        .i64(DefinitionLayout.TS_RECV, NOW_NS)
                        .text(DefinitionLayout.RAW_SYMBOL, DefinitionLayout.RAW_SYMBOL_WIDTH, "OLD"))
                .add(trade)
                .add(RecordBuffer.of(RType.SYMBOL_MAPPING, 3)
                        .header(1, 5, NOW_NS)
                        .text(SymbolMappingLayout.STYPE_OUT_SYMBOL, 71, "NEW"))
                .add(trade)
                .add(trade.header(1, 6, NOW_NS))
                .writeLive(file);
        return file;
    }

    @Test
    void theSchemaMustBeSaid() {
        assertThatThrownBy(() -> spark.read().format("dbn").load(made().toString()))
                .hasMessageContaining("live.dbn.zst names no single schema")
                .hasMessageContaining("option 'schema'");
    }

    @Test
    void symbolsAreThoseOfTheStreamSoFar() {
        Path file = made();
        assertThat(spark.read()
                        .format("dbn")
                        .option("schema", "trades")
                        .option("mode", "permissive")
                        .load(file.toString())
                        .select("symbol")
                        .collectAsList()
                        .toString())
                .isEqualTo("[[OLD], [NEW], [null]]");
        assertThat(read("definition", file)
                        .select("symbol", "raw_symbol")
                        .collectAsList()
                        .toString())
                .isEqualTo("[[OLD,OLD]]");
        assertThat(read("trades", file)
                        .where("symbol = 'NEW'")
                        .select("_record_index")
                        .collectAsList()
                        .toString())
                .isEqualTo("[[3]]");
        assertThatThrownBy(() -> read("trades", file).select("symbol").collect())
                .hasStackTraceContaining("missing-mapping: symbol is none for instrument_id 6");
    }

    @Test
    void aRealCaptureHasItsSymbolInEverySchema() {
        Path file = ReferenceFiles.folder("dbn-official/databento-python/LIVE").resolve("test_data.live.dbn.zst");
        for (String schema : List.of("mbo", "trades", "ohlcv-1s", "definition", "mbp-10", "statistics")) {
            assertThat(read(schema, file)
                            .select("symbol")
                            .distinct()
                            .collectAsList()
                            .toString())
                    .as(schema)
                    .isEqualTo("[[ESZ4]]");
        }
    }
}
