package io.tapelake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.jobs.BarFiles.Bar;
import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged, unfinished or cannot be read are named, and the others are taken. */
class FaultyFilesTest {

    @TempDir
    private Path folder;

    private Path input;
    private TestLake lake;

    @BeforeAll
    static void spark() {
        TestSpark.interpreting();
    }

    @BeforeEach
    void folders() throws IOException {
        input = Files.createDirectories(folder.resolve("in"));
        lake = TestLake.in(folder.resolve("lake"));
    }

    private Path file(String name, String symbol, int... closes) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            bars.add(new Bar(symbol, i, closes[i]));
        }
        return BarFiles.write(input.resolve(name), 24, bars);
    }

    private static void truncate(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 5));
    }

    private static FileReport of(IngestReport report, Path file) {
        return report.files().stream()
                .filter(f -> f.path().equals(file.toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneBadFileAmongFiftyDoesNotHoldUpTheOthers() throws IOException {
        for (int i = 0; i < 49; i++) {
            file("f" + i + ".dbn.zst", "S" + i, 10, 11);
        }
        Path bad = file("f24b.dbn.zst", "BAD", 10, 11);
        truncate(bad);

        IngestReport report = lake.ingest(input);

        assertThat(report.files()).hasSize(50).allMatch(FileReport::balanced);
        assertThat(of(report, bad).outcome()).isEqualTo("refused");
        assertThat(of(report, bad).detail()).contains(bad.toString(), "byte", "whole record");
        assertThat(lake.rows(Tables.BARS_1M).count()).isEqualTo(98);
    }

    @Test
    void aRefusedFileStaysRefusedUntilItIsReplacedAndIsForgottenThen() throws IOException {
        Path file = file("a.dbn.zst", "AAA", 10, 11);
        byte[] whole = Files.readAllBytes(file);
        truncate(file);
        assertThat(lake.ingest(input).hasQuarantined()).isTrue();

        IngestReport again = lake.ingest(input);
        assertThat(again.runId()).isEmpty();
        assertThat(again.hasQuarantined())
                .as("still refused, though not opened")
                .isTrue();
        assertThat(of(again, file).opened()).isFalse();
        // The same damage with a newer time: nothing new is known of it.
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-03-05T00:00:00Z")));
        lake.ingest(input);
        assertThat(lake.rows(Tables.QUARANTINE).count()).isEqualTo(1);

        Files.write(file, whole);
        IngestReport replaced = lake.ingest(input);
        assertThat(of(replaced, file).outcome()).isEqualTo("taken");
        assertThat(replaced.hasQuarantined()).isFalse();
        assertThat(lake.rows(Tables.QUARANTINE).count()).isZero();
        assertThat(lake.rows(Tables.BARS_1M).count()).isEqualTo(2);
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path empty = Files.createFile(input.resolve("a.dbn.zst"));
        IngestReport report = lake.ingest(input);
        assertThat(of(report, empty).outcome()).isEqualTo("refused");
        assertThat(of(report, empty).problems()).isEqualTo(Map.of("empty-file", 0L));
        assertThat(report.hasQuarantined()).isTrue();
    }

    @Test
    void whatEndsTooEarlyAndIsNewIsUnfinishedAndLeftForTheNextTime() throws IOException {
        TestLake patient = lake.with("ingest.settle-seconds=3600");
        Path file = file("a.dbn.zst", "AAA", 10, 11);
        byte[] whole = Files.readAllBytes(file);
        truncate(file);
        Path begun = Files.createFile(input.resolve("b.dbn.zst"));
        Path good = file("c.dbn.zst", "CCC", 10);

        IngestReport report = patient.ingest(input);

        assertThat(of(report, file).outcome()).isEqualTo("unfinished");
        assertThat(of(report, file).detail()).contains("ends too early", "ingest.settle-seconds = 3600");
        assertThat(of(report, begun).outcome()).isEqualTo("unfinished");
        assertThat(of(report, good).outcome()).isEqualTo("taken");
        assertThat(report.hasQuarantined()).isFalse();
        assertThat(lake.rows(Tables.INGESTED_FILES).count()).isEqualTo(1);
        assertThat(lake.rows(Tables.QUARANTINE).count()).isZero();

        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(7200)));
        assertThat(of(patient.ingest(input), file).outcome())
                .as("two hours old")
                .isEqualTo("refused");
        Files.write(file, whole);
        assertThat(of(patient.ingest(input), file).outcome()).isEqualTo("taken");
    }

    @Test
    void namesOfDownloadsAreUnfinishedWhateverTheirContent() throws IOException {
        Path good = file("a.dbn.zst", "AAA", 10);
        for (String ending : List.of("part", "tmp", "crdownload")) {
            Files.copy(good, input.resolve("b.dbn.zst." + ending));
        }
        IngestReport report = lake.ingest(input);
        assertThat(report.files())
                .extracting(FileReport::outcome)
                .containsExactly("taken", "unfinished", "unfinished", "unfinished");
        assertThat(report.hasQuarantined()).isFalse();
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsUnfinished() throws Exception {
        // Whole by itself at any time: a raw file with records appended, read while the writer is at work.
        Path growing = BarFiles.write(
                input.resolve("a.dbn"), 24, List.of(new Bar("AAA", 0, 10), new Bar("AAA", 1, 11)), WriteOptions.raw());
        byte[] raw = Files.readAllBytes(growing);
        byte[] record = Arrays.copyOfRange(raw, raw.length - OhlcvLayout.BYTES, raw.length);
        Path good = file("b.dbn.zst", "BBB", 10);
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            while (!stop.get()) {
                try {
                    Files.write(growing, record, StandardOpenOption.APPEND);
                    Thread.sleep(1);
                } catch (IOException | InterruptedException e) {
                    return;
                }
            }
        });
        writer.start();
        IngestReport report;
        try {
            report = lake.ingest(input);
        } finally {
            stop.set(true);
            writer.join();
        }
        assertThat(of(report, growing).outcome()).as(report.toString()).isEqualTo("unfinished");
        assertThat(of(report, growing).detail()).contains("bytes while it was read");
        assertThat(of(report, good).outcome()).isEqualTo("taken");

        assertThat(of(lake.ingest(input), growing).outcome()).isEqualTo("taken");
    }
}
