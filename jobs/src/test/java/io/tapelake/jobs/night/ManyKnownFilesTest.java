package io.tapelake.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.SymbolMapping;
import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.jobs.TestLake;
import io.tapelake.jobs.TestSpark;
import io.tapelake.jobs.ingest.FileReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five new files beside 1000 known ones; beside 10,000 with {@code -Dtapelake.tests=full}, which takes minutes. */
class ManyKnownFilesTest {

    private static final int KNOWN = "full".equals(System.getProperty("tapelake.tests")) ? 10_000 : 1_000;
    private static final int NEW = 5;
    private static final int FILES_PER_DATE = 500;
    private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final long HOUR_NS = 3_600_000_000_000L;

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.interpreting();
    }

    /** A file of one bar, of a symbol of its own. */
    private static Path write(Path folder, int number) throws IOException {
        LocalDate date = FIRST.plusDays(number / FILES_PER_DATE);
        String text = date.toString().replace("-", "");
        int day = Integer.parseInt(text);
        int next = Integer.parseInt(date.plusDays(1).toString().replace("-", ""));
        String symbol = "S" + number;
        long startNs = date.toEpochDay() * DAY_NS;
        Metadata metadata = Metadata.of(
                "EQUS.ALL",
                Schema.OHLCV_1M,
                startNs,
                startNs + DAY_NS,
                List.of(new SymbolMapping(symbol, List.of(new SymbolMapping.Interval(day, next, "100")))));
        byte[] record = ByteBuffer.allocate(OhlcvLayout.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) (OhlcvLayout.BYTES / 4))
                .put((byte) Schema.OHLCV_1M.rtype())
                .putShort((short) 94)
                .putInt(100)
                .putLong(startNs + 15 * HOUR_NS)
                .putLong(10_000_000_000L)
                .putLong(10_000_000_000L)
                .putLong(10_000_000_000L)
                .putLong(10_000_000_000L)
                .putLong(1 + number)
                .array();
        Path file = folder.resolve("equs-all-" + text + ".ohlcv-1m." + symbol + ".dbn");
        try (DbnWriter writer = DbnWriter.create(file, metadata, WriteOptions.raw())) {
            writer.write(record, 0, OhlcvLayout.BYTES);
        }
        return file;
    }

    /** Other bytes under the same size and time: whoever opens such a file finds it damaged. */
    private static void spoil(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.write(file, new byte[(int) Files.size(file)]);
        Files.setLastModifiedTime(file, time);
    }

    @Test
    void exactlyTheNewOnesAreOpened() throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        for (int i = 0; i < KNOWN; i++) {
            write(input, i);
        }
        TestLake lake = TestLake.in(folder.resolve("lake"));
        long began = System.nanoTime();
        lake.jobs().nightly(List.of(input.toString()));
        long first = System.nanoTime() - began;
        try (Stream<Path> files = Files.list(input)) {
            for (Path file : files.toList()) {
                spoil(file);
            }
        }
        Set<String> added = new TreeSet<>();
        for (int i = 0; i < NEW; i++) {
            added.add(write(input, KNOWN + i).toString());
        }

        began = System.nanoTime();
        NightReport report = lake.jobs().nightly(List.of(input.toString()));

        System.out.printf(
                "%d files: %.1f s; %d new ones beside them: %.1f s, %s%n",
                KNOWN, first / 1e9, NEW, (System.nanoTime() - began) / 1e9, report.seconds());
        assertThat(report.ingest().files().stream()
                        .filter(FileReport::opened)
                        .map(FileReport::path)
                        .collect(Collectors.toSet()))
                .isEqualTo(added);
        assertThat(report.ingest().files()).hasSize(KNOWN + NEW);
        assertThat(report.verdict()).isEqualTo(NightReport.Verdict.OK);
        assertThat(report.counts()).containsEntry("stored", (long) NEW).containsEntry("files_known", (long) KNOWN);
    }
}
