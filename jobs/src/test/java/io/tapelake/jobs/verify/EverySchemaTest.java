package io.tapelake.jobs.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.Schema;
import io.tapelake.jobs.TestLake;
import io.tapelake.jobs.TestSpark;
import io.tapelake.jobs.ingest.SourceSchema;
import io.tapelake.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two ways from a record to a row, that of the data source and that of the proof, agree on every column of every schema. */
class EverySchemaTest {

    private static final int RECORDS = 40;

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.interpreting();
    }

    @Test
    void randomRecordsOfEverySchemaAreProved() throws IOException {
        Random random = new Random(3);
        // The others are of bars that come from CSV files.
        List<String> schemas = SourceSchema.names().stream()
                .filter(schema -> Schema.fromText(schema).isPresent())
                .toList();
        Files.createDirectories(folder.resolve("dbn"));
        for (String schema : schemas) {
            RandomRecords.write(
                    folder.resolve("dbn/xnas-itch-20250304." + schema + ".dbn.zst"),
                    Schema.fromText(schema).orElseThrow(),
                    RECORDS,
                    random);
        }
        TestLake lake = TestLake.in(folder.resolve("lake"));
        lake.ingest(folder.resolve("dbn"));

        VerifyReport report = VerifyTest.verify(lake, VerifyRequest.of("latest"));

        assertThat(report.findings()).isEmpty();
        assertThat(report.rows()).isEqualTo(report.records()).isEqualTo((long) RECORDS * schemas.size());

        new DamagedLake(lake)
                .sql(
                        Tables.QUOTES,
                        "UPDATE TABLE SET bid = NULL, bid_size = bid_size + 1 WHERE source_schema = 'mbp-1'")
                .sql(Tables.STATISTICS, "UPDATE TABLE SET quantity = coalesce(quantity, 0) WHERE symbol = 'AAA'")
                .publish();
        assertThat(VerifyTest.verify(lake, VerifyRequest.of("latest")).findings())
                .extracting(Finding::table, Finding::columns)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("quotes", List.of("bid", "bid_size")),
                        org.assertj.core.api.Assertions.tuple("statistics", List.of("quantity")));
    }
}
