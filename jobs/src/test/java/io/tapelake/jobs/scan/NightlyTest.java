package io.tapelake.jobs.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.jobs.TestLake;
import io.tapelake.jobs.TestSpark;
import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.ingest.InputSelection;
import io.tapelake.jobs.night.BackfillListener;
import io.tapelake.jobs.night.BackfillReport;
import io.tapelake.jobs.night.NightReport;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.PublishedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights and backfills on the small market; its lookback is three days. */
class NightlyTest {

    private static final List<LakeTable> COMPARED =
            List.of(Tables.BARS_1M, Tables.DAY_STATS, Tables.DAY_INDEX, Tables.RESET_POINTS, Tables.QUARANTINE);

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.interpreting();
    }

    /** The first dates of the market, in a folder of their own. */
    private Path some(int dates) throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        for (Path file : SmallMarket.write(folder.resolve("market")).files().subList(0, dates)) {
            Files.copy(file, input.resolve(file.getFileName()));
        }
        return input;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static NightReport night(TestLake lake, Path input) {
        return lake.jobs().nightly(List.of(input.toString()));
    }

    private static void assertSameTables(TestLake expected, TestLake lake) {
        for (LakeTable table : COMPARED) {
            assertThat(TestLake.differences(expected.rows(table), lake.rows(table)))
                    .as("rows of %s that differ", table.name())
                    .isZero();
        }
    }

    /** Leaves every tenth record out, as a vendor does who corrects a day. */
    private static void issueAgain(Path file) throws IOException {
        Path shorter = file.resolveSibling("_again");
        try (DbnReader reader = DbnReader.open(file)) {
            Metadata metadata = reader.metadata();
            try (DbnWriter writer = DbnWriter.create(shorter, metadata, WriteOptions.zstd())) {
                for (int i = 0; reader.next(); i++) {
                    if (i % 10 != 0) {
                        writer.write(reader.record());
                    }
                }
            }
        }
        Files.move(shorter, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<LocalDate> dates(TestLake lake) {
        return lake
                .rows(Tables.DAY_STATS)
                .select("trade_date")
                .distinct()
                .orderBy("trade_date")
                .collectAsList()
                .stream()
                .map(row -> row.getDate(0).toLocalDate())
                .toList();
    }

    @Test
    void aNightWithADateIssuedAgainScansItAndWhatLooksBackAtItAndNoOther() throws IOException {
        Path input = some(6);
        TestLake lake = SmallMarket.lake(folder.resolve("lake"));
        NightReport first = night(lake, input);
        assertThat(first.verdict()).isEqualTo(NightReport.Verdict.OK);
        assertThat(first.scan().dates()).hasSize(6);
        List<LocalDate> dates = dates(lake);

        Path again = files(input).get(1);
        issueAgain(again);
        NightReport second = night(lake, input);

        assertThat(second.ingest().files())
                .filteredOn(FileReport::opened)
                .extracting(file -> file.path())
                .containsExactly(again.toString());
        assertThat(second.scan().dates()).isEqualTo(dates.subList(1, 5));
        assertThat(second.numbers().rowsWritten()).containsKeys("bars_1m", "day_stats");
        TestLake fromScratch = SmallMarket.lake(folder.resolve("scratch"));
        night(fromScratch, input);
        assertSameTables(fromScratch, lake);

        PublishedRun run = Lake.open(lake.root().toString()).published(second.runId());
        assertThat(run.job()).isEqualTo("nightly");
        assertThat(run.counts().orElseThrow())
                .contains("\"files_taken\":1", "\"files_known\":5", "\"dates_scanned\":4", "\"bytes_read\":");
        assertThat(run.durations().orElseThrow()).contains("\"inspect files\":", "\"scan\":");
        assertThat(second.seconds()).containsKeys("list files", "write rows", "publish");

        int runs = Lake.open(lake.root().toString()).runs().size();
        NightReport third = night(lake, input);
        assertThat(third.published()).isFalse();
        assertThat(third.verdict()).isEqualTo(NightReport.Verdict.OK);
        assertThat(Lake.open(lake.root().toString()).runs()).hasSize(runs);
    }

    /** Hears how a backfill goes on, and stops it. */
    private static final class Stopping implements BackfillListener {
        private final int after;
        private final List<Integer> parts = new ArrayList<>();

        Stopping(int after) {
            this.after = after;
        }

        @Override
        public void planned(InputSelection selection, List<List<InputSelection.Dated>> planned) {}

        @Override
        public void done(List<InputSelection.Dated> part, NightReport report) {
            parts.add(part.size());
            if (parts.size() == after) {
                throw new IllegalStateException("stopped by the test");
            }
        }
    }

    @Test
    void aBackfillThatWasStoppedGoesOnWhereItStoppedAndTheEndIsThatOfOneNight() throws IOException {
        Path input = some(5);
        TestLake lake = SmallMarket.lake(folder.resolve("lake"), "backfill.chunk-files=2");
        LocalDate from = LocalDate.of(2025, 7, 24);
        LocalDate to = LocalDate.of(2025, 7, 29);
        Path outside = files(input).get(4);
        Stopping stopped = new Stopping(1);
        try {
            lake.jobs().backfill(List.of(input.toString()), from, to, stopped);
        } catch (IllegalStateException byTheTest) {
            assertThat(byTheTest).hasMessage("stopped by the test");
        }

        Stopping rest = new Stopping(-1);
        BackfillReport report = lake.jobs().backfill(List.of(input.toString()), from, to, rest);

        assertThat(stopped.parts).containsExactly(2);
        assertThat(rest.parts).containsExactly(2);
        assertThat(report.selection().known()).isEqualTo(2);
        assertThat(report.selection().outside()).isEqualTo(1);
        assertThat(report.scanned())
                .as("dates published before are not scanned again")
                .containsExactly(LocalDate.of(2025, 7, 28), to);
        assertThat(report.runs()).hasSize(1);
        Files.delete(outside);
        TestLake bulk = SmallMarket.lake(folder.resolve("bulk"));
        night(bulk, input);
        assertSameTables(bulk, lake);

        BackfillReport nothing = lake.jobs().backfill(List.of(input.toString()), from, to, new Stopping(-1));
        assertThat(nothing.runs()).isEmpty();
        assertThat(nothing.selection().known()).isEqualTo(4);
    }
}
