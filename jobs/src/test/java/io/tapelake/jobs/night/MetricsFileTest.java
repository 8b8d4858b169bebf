package io.tapelake.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.jobs.scan.ScanReport;
import io.tapelake.lake.read.OpenDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {

    private static final Instant NIGHT = Instant.parse("2025-01-15T08:00:00Z");

    /** A line as the text format of Prometheus wants it. */
    private static final Pattern SAMPLE = Pattern.compile(
            "tapelake_[a-z_]+\\{[a-z]+=\"(?:[^\"\\\\]|\\\\.)*\"(?:,[a-z]+=\"(?:[^\"\\\\]|\\\\.)*\")*\\} -?[0-9.]+");

    @TempDir
    private Path folder;

    private static NightReport report() {
        FileReport file = new FileReport(
                "/in/a.dbn", "taken", "", 5_000, 100, 98, 0, 0, 0, 2, 0, Map.of("undefined-price", 2L), true);
        NightNumbers numbers = new NightNumbers(
                new TreeMap<>(Map.of("bars_1m", 98L)),
                new TreeMap<>(Map.of("bars_1m", 700L)),
                new TreeMap<>(Map.of("undefined-price", 2L)),
                3,
                new TreeMap<>(Map.of("A", 4L)),
                new TreeMap<>(Map.of("0.2", 1L, "0.4", 3L)),
                new TreeMap<>(Map.of("surges", 7L)));
        ScanReport scan = new ScanReport(
                List.of(LocalDate.of(2025, 1, 14)), 3, Map.of("momentum", 2L), Map.of("PRIME", 1L), 9, 4, List.of());
        return new NightReport(
                "nightly",
                "lake",
                "r1",
                NIGHT,
                new IngestReport("r1", List.of(file), List.of(), Map.of(), List.of()),
                List.of(),
                scan,
                new LakeDates(
                        Optional.of(LocalDate.of(2025, 1, 15)),
                        Optional.of(LocalDate.of(2025, 1, 14)),
                        new TreeMap<>(),
                        OpenDays.none(),
                        List.of()),
                numbers,
                Map.of("scan", 1.25));
    }

    private static void assertWellFormed(List<String> lines) {
        String metric = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("# HELP ")) {
                metric = line.split(" ")[2];
                assertThat(lines.get(i + 1)).isEqualTo("# TYPE " + metric + " gauge");
            } else if (!line.startsWith("# TYPE ")) {
                assertThat(line).matches(SAMPLE).startsWith(metric + "{");
            }
        }
        assertThat(lines).filteredOn(line -> line.startsWith("# HELP")).doesNotHaveDuplicates();
    }

    @Test
    void theFileHoldsTheReportInPrometheusTextForm() throws IOException {
        Path file = folder.resolve("nightly.prom");
        MetricsFile.of(file, "nightly", "C:\\a \"lake\"").write(report(), NIGHT, 3, OptionalLong.of(1L << 30));

        List<String> lines = Files.readAllLines(file);
        assertWellFormed(lines);
        String labels = "{job=\"nightly\",lake=\"C:\\\\a \\\"lake\\\"\"";
        assertThat(lines)
                .contains(
                        "tapelake_job_exit_code" + labels + "} 3",
                        "tapelake_job_last_success_timestamp_seconds" + labels + "} 1736928000",
                        "tapelake_lake_newest_complete_date_timestamp_seconds" + labels + "} 1736830800",
                        "tapelake_job_files" + labels + ",outcome=\"taken\"} 1",
                        "tapelake_job_records" + labels + ",fate=\"stored\"} 98",
                        "tapelake_job_quarantined_records" + labels + ",reason=\"undefined-price\"} 2",
                        "tapelake_job_written_bytes" + labels + ",table=\"bars_1m\"} 700",
                        "tapelake_job_step_seconds" + labels + ",step=\"scan\"} 1.250",
                        "tapelake_job_patterns" + labels + ",pattern=\"surges\"} 7",
                        "tapelake_job_quality_days" + labels + ",to=\"0.4\"} 3",
                        "tapelake_job_peak_memory_bytes" + labels + "} 1073741824");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void aFailureKeepsWhenTheJobLastSucceededAndHowFreshTheLakeWas() throws IOException {
        MetricsFile metrics = MetricsFile.of(folder.resolve("nightly.prom"), "nightly", "lake");
        metrics.write(report(), NIGHT, 0, OptionalLong.empty());
        metrics.writeFailure(NIGHT.plusSeconds(86_400), 1);
        metrics.writeFailure(NIGHT.plusSeconds(2 * 86_400), 4);

        List<String> lines = Files.readAllLines(folder.resolve("nightly.prom"));
        assertWellFormed(lines);
        assertThat(lines)
                .contains(
                        "tapelake_job_exit_code{job=\"nightly\",lake=\"lake\"} 4",
                        "tapelake_job_last_run_timestamp_seconds{job=\"nightly\",lake=\"lake\"} 1737100800",
                        "tapelake_job_last_success_timestamp_seconds{job=\"nightly\",lake=\"lake\"} 1736928000",
                        "tapelake_lake_newest_complete_date_timestamp_seconds{job=\"nightly\",lake=\"lake\"} 1736830800");
    }

    @Test
    void thePeakOfMemoryIsReadWhereTheSystemTellsIt() throws IOException {
        Path status = Files.writeString(folder.resolve("status"), "Name:\tjava\nVmHWM:\t  511372 kB\nVmRSS:\t 1 kB\n");
        assertThat(PeakMemory.in(status)).hasValue(511372L * 1024);
        assertThat(PeakMemory.in(folder.resolve("absent"))).isEmpty();
    }
}
