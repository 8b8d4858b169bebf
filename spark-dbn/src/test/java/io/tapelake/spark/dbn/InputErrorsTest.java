package io.tapelake.spark.dbn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.databento.dbn.DbnException;
import io.tapelake.databento.dbn.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is an error that says which file and what to do, and never fewer rows. */
class InputErrorsTest {
    @TempDir
    Path folder;

    private final SparkSession spark = Sessions.interpreting();

    private DataFrameReader dbn() {
        return spark.read().format("dbn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bars.dbn", "bars.dbn.zst"})
    void aTruncatedFileFailsNamingFileOffsetAndRecordsBefore(String name) throws IOException {
        Path file = folder.resolve(name);
        MadeFile.bars(60_000).write(file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 6 / 10 - 5));
        for (String column : new String[] {"close", "symbol"}) {
            assertThatThrownBy(() -> dbn().load(file.toString()).select(column).collect())
                    .hasStackTraceContaining("DbnException")
                    .rootCause()
                    .isInstanceOf(DbnException.class)
                    .hasMessageContaining("the")
                    .hasMessageMatching(
                            "(?s).*at byte [0-9]+ of the uncompressed stream, after [1-9][0-9]* whole records.*");
            assertThatThrownBy(() -> dbn().load(file.toString()).count()).hasStackTraceContaining(file.toString());
        }
    }

    @Test
    void filesOfDifferentSchemasAreNamed() {
        MadeFile.bars(1).write(folder.resolve("a.dbn"));
        MadeFile.of(Schema.TRADES).map("AAPL", 1, MadeFile.MONDAY_NS).write(folder.resolve("b.dbn"));
        assertThatThrownBy(() -> dbn().load(folder.toString()))
                .hasMessageContaining("a.dbn has schema ohlcv-1s")
                .hasMessageContaining("b.dbn has trades");
        assertThatThrownBy(() ->
                        dbn().option("schema", "trades").load(folder.toString()).count())
                .hasMessageContaining("option 'schema' is 'trades'")
                .hasMessageContaining("a.dbn has schema ohlcv-1s");
    }

    @Test
    void anUnknownSchemaIsNamedWithTheKnownOnes() {
        MadeFile.bars(1).write(folder.resolve("a.dbn"));
        assertThatThrownBy(() -> dbn().option("schema", "ohlcv-5s").load(folder.toString()))
                .hasMessageContaining("option 'schema' is 'ohlcv-5s'")
                .hasMessageContaining("ohlcv-1s, ohlcv-1m");
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> dbn().load(folder.resolve("none.dbn").toString()))
                .hasStackTraceContaining("none.dbn' does not exist");
        assertThatThrownBy(() -> dbn().load(folder + "/*.dbn")).hasStackTraceContaining("a glob that matches nothing");
        assertThatThrownBy(() -> dbn().load(folder.toString()))
                .hasStackTraceContaining("no DBN file under")
                .hasStackTraceContaining("recursive=true");
        assertThatThrownBy(() -> dbn().load()).hasMessageContaining("no path");
    }

    @Test
    void whatIsNotDbnIsNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.dbn"), "these are not market data, only some words");
        assertThatThrownBy(() -> dbn().load(text.toString()))
                .isInstanceOf(DbnException.class)
                .hasMessageContaining("notes.dbn")
                .hasMessageContaining("is not DBN");
    }

    @Test
    void legacyFilesInAFolderAreNotPassedOver() throws IOException {
        MadeFile.bars(1).write(folder.resolve("a.dbn"));
        Path dbz = ReferenceFiles.folder("dbn-official").resolve("dbn/test_data.mbo.dbz");
        Files.copy(dbz, folder.resolve("b.dbz"));
        assertThatThrownBy(() -> dbn().load(folder.toString()))
                .hasMessageContaining("b.dbz")
                .hasMessageContaining("convert");
    }

    @Test
    void aSchemaOfColumnsCannotBeGiven() {
        MadeFile.bars(1).write(folder.resolve("a.dbn"));
        assertThatThrownBy(() ->
                        dbn().schema("open DOUBLE").load(folder.toString()).count())
                .hasMessageContaining("does not support user-specified schema");
        assertThat(dbn().load(folder.toString()).count()).isEqualTo(1);
    }
}
