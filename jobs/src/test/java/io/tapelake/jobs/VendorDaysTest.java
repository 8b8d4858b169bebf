package io.tapelake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tapelake.jobs.BarFiles.Bar;
import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.jobs.ingest.VendorCondition;
import io.tapelake.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the vendor says of a day reaches the report and the day's quality flags, also when it says so later. */
class VendorDaysTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.interpreting();
    }

    private void says(String condition) throws IOException {
        Files.writeString(
                folder.resolve("in/condition.json"),
                "[{\"date\": \"2025-03-04\", \"condition\": \"" + condition
                        + "\", \"last_modified_date\": \"2025-03-05\"},"
                        + "{\"date\": \"2025-03-05\", \"condition\": \"missing\"}]");
    }

    private static String flags(TestLake lake) {
        return lake.rows(Tables.DAY_STATS)
                .select("quality_flags")
                .collectAsList()
                .get(0)
                .getString(0);
    }

    @Test
    void aDegradedDayIsFlaggedAndNoLongerOnceItIsNot() throws IOException {
        Path input = Files.createDirectories(folder.resolve("in"));
        BarFiles.write(
                input.resolve("a.dbn.zst"),
                24,
                List.of(new Bar("AAA", 0, 10), new Bar("AAA", 1, 11), new Bar("AAA", 2, 12)));
        TestLake lake = TestLake.in(folder.resolve("lake"));
        says("degraded");

        IngestReport report = lake.ingest(input);
        assertThat(report.files().get(0).problems()).isEqualTo(Map.of("vendor-degraded", 3L));
        assertThat(report.vendorDays())
                .extracting(
                        IngestReport.VendorDay::dataset,
                        day -> day.date().toString(),
                        IngestReport.VendorDay::condition)
                .containsExactly(
                        tuple("EQUS.ALL", "2025-03-04", VendorCondition.DEGRADED),
                        tuple("EQUS.ALL", "2025-03-05", VendorCondition.MISSING));
        lake.scan();
        assertThat(flags(lake)).contains("vendor-degraded");
        assertThat(lake.ingest(input).runId()).isEmpty();

        says("pending");
        IngestReport pending = lake.ingest(input);
        assertThat(pending.files().get(0)).extracting(FileReport::opened).isEqualTo(false);
        assertThat(pending.files().get(0).problems()).isEqualTo(Map.of("vendor-pending", 3L));
        assertThat(pending.changedDates()).isEqualTo(Map.of("ingested_files", List.of(BarFiles.DATE)));
        assertThat(lake.scan().dates()).containsExactly(BarFiles.DATE);
        assertThat(flags(lake)).doesNotContain("vendor-degraded");
        Row entry = lake.rows(Tables.INGESTED_FILES).collectAsList().get(0);
        assertThat(entry.<String>getAs("vendor_condition")).isEqualTo("pending");
    }

    @Test
    void whatIsNotUnderstoodIsNamedAndTheFilesAreTaken() throws IOException {
        Path input = Files.createDirectories(folder.resolve("in"));
        Path file = BarFiles.write(input.resolve("a.dbn.zst"), 24, List.of(new Bar("AAA", 0, 10)));
        Path condition = Files.writeString(input.resolve("condition.json"), "[{\"date\": \"2025-03-0");

        IngestReport report = TestLake.in(folder.resolve("lake")).ingest(input);

        assertThat(report.files())
                .extracting(FileReport::path, FileReport::outcome)
                .containsExactly(tuple(file.toString(), "taken"), tuple(condition.toString(), "refused"));
        assertThat(report.files().get(1).detail()).contains("is not understood");
        assertThat(report.hasQuarantined()).isTrue();
    }
}
