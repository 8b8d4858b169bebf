package io.tapelake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.scanner.ReferenceData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged copies of real files, each beside the good folder it was made from. */
class DamagedFilesTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.generating();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // case, good folder, table, outcome, reason, records quarantined
        "truncated-zstd, mbp1-smallcap-20251114, trades, refused, truncated, 62746",
        "zero-length-record, mbp1-smallcap-20251114, trades, refused, bad-record, 50672",
        "out-of-order, mbp1-smallcap-20251114, bars_1m, taken, out-of-order, 0",
        "duplicated-boundary, ohlcv1m-eth-2025-utc-days, bars_1m, taken, missing-mapping, -1",
        "missing-mapping, mbp1-smallcap-20251114, bars_1m, taken, missing-mapping, -1",
        "undef-price-ohlcv, mbp1-smallcap-20251114, bars_1m, taken, undefined-price, 2",
        "name-says-other-date, mbp1-smallcap-20251114, bars_1m, -, name-says-other-date, 0"
    })
    void isReportedByNameAndReasonAndTheRestIsTaken(
            String damage, String good, String tableName, String outcome, String reason, long quarantined) {
        Path data = ReferenceData.require("real-dbn");
        LakeTable table = Tables.named(tableName);
        List<Path> goodFiles = filesOf(data.resolve(good), table);
        List<Path> both = new ArrayList<>(goodFiles);
        both.add(data.resolve("damaged").resolve(damage));
        TestLake lake = TestLake.in(folder.resolve("both"));
        IngestReport report = lake.ingest(both.toArray(Path[]::new));
        TestLake reference = TestLake.in(folder.resolve("good"));
        reference.ingest(goodFiles.toArray(Path[]::new));

        assertThat(report.files()).allMatch(FileReport::balanced);
        FileReport damaged = report.files().stream()
                .filter(f -> f.path().contains("/damaged/") && f.problems().containsKey(reason))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no damaged file is reported as " + reason + ": " + report));
        System.out.println(damage + ": " + damaged);
        if (!outcome.equals("-")) {
            assertThat(damaged.outcome()).isEqualTo(outcome);
        }
        if (quarantined >= 0) {
            assertThat(damaged.quarantined()).isEqualTo(quarantined);
        } else {
            assertThat(damaged.quarantined()).isPositive();
        }
        assertThat(report.hasQuarantined()).isEqualTo(damaged.quarantined() > 0);
        // Whatever the damage, the good file beside it gives every row.
        String[] values = TestLake.columnsWithout(table, "file_id").toArray(String[]::new);
        assertThat(TestLake.differences(
                        lake.rows(table).selectExpr(values),
                        reference.rows(table).selectExpr(values)))
                .isZero();
        assertThat(lake.rows(Tables.QUARANTINE)
                        .selectExpr("sum(records)")
                        .first()
                        .get(0))
                .isEqualTo(damaged.quarantined() == 0 ? null : damaged.quarantined());
        assertThat(lake.ingest(both.toArray(Path[]::new)).runId()).isEmpty();
    }

    /** The good files of one table; the other schemas of the folder would only cost time. */
    private static List<Path> filesOf(Path good, LakeTable table) {
        String schema = table == Tables.TRADES ? ".trades." : ".ohlcv-1m.";
        try (Stream<Path> files = Files.list(good)) {
            // Two dates around the damaged boundary are enough of the longer set.
            return files.filter(f -> f.toString().contains(schema))
                    .filter(f ->
                            !f.toString().contains("utc-days") || f.toString().contains("2025020"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
