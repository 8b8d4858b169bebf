package io.tapelake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.jobs.verify.Finding;
import io.tapelake.jobs.verify.VerifyJob;
import io.tapelake.jobs.verify.VerifyRequest;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvBarsTest {

    private static final String HEADER = "timestamp,open,high,low,close,volume\n";

    @TempDir
    private Path folder;

    private Path input;
    private TestLake lake;

    @BeforeAll
    static void spark() {
        TestSpark.interpreting();
    }

    @BeforeEach
    void begin() {
        input = folder.resolve("input");
        lake = TestLake.in(folder.resolve("lake"));
    }

    private void write(String place, String lines) throws IOException {
        Path file = input.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines);
    }

    private List<String> rows(LakeTable table) {
        return lake
                .rows(table)
                .orderBy("trade_date", "symbol", "bar_start_ns")
                .selectExpr(
                        "cast(trade_date as string)",
                        "dataset",
                        "publisher",
                        "symbol",
                        "bar_start_ns",
                        "open",
                        "high",
                        "low",
                        "close",
                        "volume")
                .collectAsList()
                .stream()
                .map(Row::toString)
                .toList();
    }

    private static FileReport of(IngestReport report, String name) {
        return report.files().stream()
                .filter(f -> f.path().endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> opened(IngestReport report) {
        return report.files().stream()
                .filter(FileReport::opened)
                .map(f -> f.path().substring(f.path().lastIndexOf('/') + 1))
                .toList();
    }

    private List<Finding> proved() {
        return VerifyJob.of(TestSpark.session(), lake.root().toString(), lake.config())
                .verify(VerifyRequest.of("latest"))
                .findings();
    }

    @Test
    void everyIntervalHasItsTableAndALineThatIsNoBarIsQuarantinedAlone() throws IOException {
        write("30s/AAA-30s.csv", HEADER + "2025-03-04 09:30:30,10,11,9.5,10.25,300\n2025-03-04 09:30:00,1,1,1,1,1\n");
        write(
                "1min/AAA-1min.csv",
                HEADER
                        + "2025-03-04 19:59:00,10,11,9.5,10.25,300\nnever,1,1,1,1,1\n2025-03-05T04:00:00-05:00,2,2,2,2,0\n");
        write("5min/BRK.B-5min.csv", HEADER + "1741098600,10,11,9.5,10.25,300\n");
        write("30min/AAA-30min.csv", HEADER + "2025-03-04 09:30:00,10,11,9.5,10.25,300\n");
        write("30min/CUT-30min.csv", HEADER + "2025-03-04 09:30:00,10,11,9.5,10.25,300\n2025-03-04 10:00:00,1");
        write("30min/AAA-5min.csv", HEADER);

        IngestReport report = lake.ingest(input);

        assertThat(rows(Tables.BARS_30S))
                .containsExactly(
                        "[2025-03-04,CSV,0,AAA,1741098600000000000,1.000000000,1.000000000,1.000000000,1.000000000,1]",
                        "[2025-03-04,CSV,0,AAA,1741098630000000000,10.000000000,11.000000000,9.500000000,10.250000000,300]");
        assertThat(rows(Tables.BARS_1M))
                .containsExactly(
                        "[2025-03-04,CSV,0,AAA,1741136340000000000,10.000000000,11.000000000,9.500000000,10.250000000,300]",
                        "[2025-03-05,CSV,0,AAA,1741165200000000000,2.000000000,2.000000000,2.000000000,2.000000000,0]");
        assertThat(rows(Tables.BARS_5M))
                .containsExactly(
                        "[2025-03-04,CSV,0,BRK.B,1741098600000000000,10.000000000,11.000000000,9.500000000,10.250000000,300]");
        assertThat(rows(Tables.BARS_30M)).hasSize(1);

        FileReport minutes = of(report, "AAA-1min.csv");
        assertThat(minutes.records()).isEqualTo(3);
        assertThat(minutes.stored()).isEqualTo(2);
        assertThat(minutes.problems()).isEqualTo(Map.of("bad-timestamp", 1L, "zero-volume", 1L));
        assertThat(of(report, "AAA-30s.csv").problems()).isEqualTo(Map.of("out-of-order", 1L));
        assertThat(of(report, "CUT-30min.csv").outcome()).isEqualTo("refused");
        assertThat(of(report, "CUT-30min.csv").problems()).isEqualTo(Map.of("truncated", 1L));
        assertThat(report.files()).as("misnamed").anyMatch(f -> f.path().endsWith("30min/AAA-5min.csv"));
        assertThat(lake.rows(Tables.QUARANTINE)
                        .where("reason = 'bad-timestamp'")
                        .selectExpr("cast(raw as string)", "record_index", "offset", "records")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactly("[never,1,1,1,1,1," + 1 + "," + (HEADER.length() + 40) + ",1]");

        assertThat(opened(lake.ingest(input))).as("tried again").containsExactly("AAA-5min.csv");
        assertThat(proved()).isEmpty();
    }

    @Test
    void aFileThatGrewIsTakenAnewAndTwoThatOverlapAreSettled() throws IOException {
        String first = HEADER + "2025-03-04 09:30:00,10,11,9,10,300\n";
        write("1min/AAA-1min.csv", first);
        lake.ingest(input);

        write("1min/AAA-1min.csv", first + "2025-03-04 09:31:00,10,12,9,11,400\n");
        IngestReport grown = lake.ingest(input);
        write(
                "other/1min/AAA-1min.csv",
                HEADER + "2025-03-04 09:31:00,10,12,9,11,400\n2025-03-04 09:30:00,10,11,9,10,301\n");
        IngestReport overlapping = lake.ingest(input);

        assertThat(of(grown, "AAA-1min.csv").unchanged()
                        + of(grown, "AAA-1min.csv").stored())
                .isEqualTo(2);
        assertThat(rows(Tables.BARS_1M)).hasSize(2);
        long merged = overlapping.files().stream().mapToLong(FileReport::merged).sum();
        assertThat(merged).isEqualTo(1);
        assertThat(lake.rows(Tables.QUARANTINE)
                        .where("reason = 'conflict'")
                        .selectExpr("cast(raw as string)")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .singleElement()
                .asString()
                .startsWith("2025-03-04 09:30:00,10,11,9,10,30");
        assertThat(proved()).isEmpty();
    }
}
