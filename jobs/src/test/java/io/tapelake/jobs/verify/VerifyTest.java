package io.tapelake.jobs.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tapelake.jobs.TestLake;
import io.tapelake.jobs.TestSpark;
import io.tapelake.jobs.scan.SmallMarket;
import io.tapelake.jobs.verify.Finding.Kind;
import io.tapelake.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake as the jobs left it is proved; whatever is damaged is named, and nothing else. */
class VerifyTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.interpreting();
    }

    static VerifyReport verify(TestLake lake, VerifyRequest request) {
        return VerifyJob.of(TestSpark.session(), lake.root().toString(), lake.config())
                .verify(request);
    }

    @Test
    void everyDamageIsNamedWithItsFileColumnAndDateAndNothingElseIs() throws IOException {
        List<Path> files = SmallMarket.write(folder.resolve("market"), 4, 9).files();
        TestLake lake = SmallMarket.lake(folder.resolve("lake"));
        lake.jobs().nightly(files.stream().map(Path::toString).toList());
        VerifyReport clean = verify(lake, VerifyRequest.of("latest"));
        assertThat(clean.findings()).isEmpty();
        assertThat(clean.filesProved()).isEqualTo(files.size()).isEqualTo(clean.files());
        assertThat(clean.rows())
                .isEqualTo(clean.records())
                .isEqualTo(lake.rows(Tables.BARS_1M).count());
        assertThat(clean.symbolDays()).isEqualTo(lake.rows(Tables.DAY_STATS).count());

        List<LocalDate> dates = lake.run().table(Tables.BARS_1M).tradeDates();
        assertThat(dates).hasSize(files.size()).hasSize(9);
        String symbol = lake.rows(Tables.BARS_1M).select("symbol").first().getString(0);
        String first = " WHERE symbol = '" + symbol + "' AND trade_date = DATE'";
        String open0 = open(lake, symbol, dates.get(0));
        String open1 = open(lake, symbol, dates.get(1));
        String columns = String.join(", ", Tables.BARS_1M.columnNames()).replace("file_id", "77L AS file_id");
        new DamagedLake(lake)
                .sql(Tables.BARS_1M, "UPDATE TABLE SET close = close + 0.01" + first + dates.get(0) + open0)
                .sql(Tables.BARS_1M, "DELETE FROM TABLE" + first + dates.get(1) + open1)
                .sql(Tables.BARS_1M, "UPDATE TABLE SET symbol = 'WRONG'" + first + dates.get(2) + "'")
                .sql(
                        Tables.BARS_1M,
                        "INSERT INTO TABLE SELECT " + columns + " FROM TABLE WHERE trade_date = DATE'" + dates.get(3)
                                + "' LIMIT 2")
                .sql(
                        Tables.INGESTED_FILES,
                        "UPDATE TABLE SET records = records + 1 WHERE path LIKE '%"
                                + files.get(4).getFileName() + "'")
                .sql(Tables.DAY_STATS, "DELETE FROM TABLE" + first + dates.get(4) + "'")
                .sql(Tables.DAY_STATS, "UPDATE TABLE SET rows = rows + 1" + first + dates.get(5) + "'")
                .publish()
                .delete(Tables.BARS_1M, dates.get(6))
                .truncate(Tables.BARS_1M, dates.get(7))
                .corrupt(Tables.BARS_1M, dates.get(8));

        VerifyReport report = verify(lake, VerifyRequest.of("latest"));

        report.findings().forEach(f -> System.out.println(f));
        String table = Tables.BARS_1M.name();
        String dataset = lake.rows(Tables.DAY_STATS).select("dataset").first().getString(0);
        assertThat(report.findings())
                .extracting(Finding::kind, Finding::table, Finding::tradeDate, Finding::columns)
                .contains(
                        tuple(Kind.VALUES, table, dates.get(0), List.of("close")),
                        tuple(Kind.ROWS, table, dates.get(1), List.of()),
                        tuple(Kind.VALUES, table, dates.get(2), List.of("symbol")),
                        tuple(Kind.NO_FILE, table, dates.get(3), List.of()),
                        tuple(Kind.LEDGER, "ingested_files", null, List.of()),
                        tuple(Kind.DATA_FILE, table, dates.get(6), List.of()),
                        tuple(Kind.DATA_FILE, table, dates.get(7), List.of()),
                        tuple(Kind.DATA_FILE, table, dates.get(8), List.of()),
                        tuple(Kind.DAY_STATS, "day_stats", dates.get(4), List.of()),
                        tuple(Kind.DAY_STATS, "day_stats", dates.get(5), List.of()));
        for (int i = 0; i < 3; i++) {
            LocalDate date = dates.get(i);
            assertThat(report.findings())
                    .filteredOn(f -> f.kind() != Kind.DAY_STATS && date.equals(f.tradeDate()))
                    .singleElement()
                    .extracting(Finding::subject)
                    .isEqualTo(files.get(i).toString());
        }
        assertThat(report.findings()).filteredOn(f -> f.kind() == Kind.LEDGER).allMatch(f -> f.subject()
                .equals(files.get(4).toString()));
        assertThat(report.findings())
                .filteredOn(f -> f.kind() == Kind.DAY_STATS)
                .allMatch(f -> f.subject().startsWith(dataset));
        assertThat(report.filesProved()).as("3, 5").isEqualTo(2);
        assertThat(report.isProved()).isFalse();
    }

    /** The end of a condition that names the first bar of a day. */
    private static String open(TestLake lake, String symbol, LocalDate date) {
        return "' AND bar_start_ns = "
                + lake.rows(Tables.BARS_1M)
                        .where("symbol = '" + symbol + "' AND trade_date = DATE'" + date + "'")
                        .selectExpr("min(bar_start_ns)")
                        .first()
                        .get(0);
    }

    @Test
    void filesThatAreGoneOrChangedAreNamedAndTheOthersProved() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path file : SmallMarket.write(folder.resolve("market"), 3, 4).files()) {
            files.add(Files.copy(file, folder.resolve(file.getFileName())));
        }
        Path copy =
                Files.copy(files.get(3), folder.resolve("copy-" + files.get(3).getFileName()));
        TestLake lake = SmallMarket.lake(folder.resolve("lake"));
        lake.ingest(files.get(0), files.get(1), files.get(2), files.get(3), copy);
        assertThat(verify(lake, VerifyRequest.of("latest")).findings()).isEmpty();
        Files.delete(files.get(0));
        Files.copy(files.get(3), files.get(1), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        byte[] whole = Files.readAllBytes(files.get(2));
        Files.write(files.get(2), java.util.Arrays.copyOf(whole, whole.length - 9));
        Files.delete(copy);
        String id = lake.run().id();
        new DamagedLake(lake)
                .sql(Tables.RUNS, "UPDATE TABLE SET base_run_id = 'nowhere' WHERE run_id = '" + id + "'")
                .version(Tables.QUARANTINE, 99);

        VerifyReport report = verify(lake, new VerifyRequest(id, Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(report.findings())
                .extracting(Finding::kind, Finding::subject)
                .contains(
                        tuple(Kind.FILE_GONE, files.get(0).toString()),
                        tuple(Kind.FILE_CHANGED, files.get(1).toString()),
                        tuple(Kind.FILE_CHANGED, files.get(2).toString()),
                        tuple(Kind.FILE_GONE, copy.toString()),
                        tuple(Kind.RUN, id));
    }
}
