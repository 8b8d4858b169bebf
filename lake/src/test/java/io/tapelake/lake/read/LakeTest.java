package io.tapelake.lake.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.TestRows;
import io.tapelake.lake.files.DataFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {

    private static final LocalDate DATE = LocalDate.of(2025, 11, 14);

    @TempDir
    Path root;

    @Test
    void aFolderWithoutARunSaysWhatToDo() {
        assertThatThrownBy(() -> Lake.open(root.toString()).runs())
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("no published run in the lake at " + root)
                .hasMessageContaining("tapelake ingest --input DIR --lake " + root);
    }

    @Test
    void runsComeNewestFirst() {
        TestLake lake = TestLake.in(root);
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.publish("one").publish("two");
        assertThat(Lake.open(root.toString()).runs())
                .extracting(PublishedRun::runId)
                .containsExactly("two", "one");
    }

    @Test
    void aRunKeepsItsVersionWhileTheTableGoesOn() {
        TestLake lake = TestLake.in(root);
        String first = lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.publish("one");
        LakeRun held = Lake.open(root.toString()).latest();
        lake.change(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 5), List.of(first));
        assertThat(count(held)).isEqualTo(3);
        assertThat(count(Lake.open(root.toString()).latest())).isEqualTo(3);
        lake.publish("two");
        assertThat(count(Lake.open(root.toString()).latest())).isEqualTo(5);
        assertThat(count(Lake.open(root.toString()).run("one"))).isEqualTo(3);
    }

    @Test
    void filesThatTheLogDoesNotHoldAreNotRead() {
        TestLake lake = TestLake.in(root);
        String first = lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.change(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3), List.of(first));
        lake.publish("one");
        assertThat(root.resolve("bars_1m").resolve(first)).exists();
        assertThat(count(Lake.open(root.toString()).latest())).isEqualTo(3);
    }

    @Test
    void theNewestRunIsTheNewestThatIsNotWithdrawn() {
        TestLake lake = TestLake.in(root);
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.publish("one");
        lake.publish("two", Map.of("bars_1m", 0L), true);
        Lake opened = Lake.open(root.toString());
        assertThat(opened.latest().id()).isEqualTo("one");
        assertThat(opened.latest().withdrawn()).isFalse();
        assertThat(opened.run("two").withdrawn()).as("can be read by name").isTrue();
        assertThat(count(opened.run("two"))).isEqualTo(3);
    }

    @Test
    void aLakeOfWithdrawnRunsHasNoLatest() {
        TestLake lake = TestLake.in(root);
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.publish("one", Map.of("bars_1m", 0L), true);
        Lake opened = Lake.open(root.toString());
        assertThatThrownBy(opened::latest).hasMessageContaining("every run").hasMessageContaining("withdrawn");
        assertThat(count(opened.run("one"))).isEqualTo(3);
    }

    @Test
    void aRunThatWasLetGoIsNeitherReadNorTheLatestAndSaysWhichAreKept() {
        TestLake lake = TestLake.in(root);
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", LocalDate.of(2025, 11, 14), 1));
        lake.publish("kept").publishLetGo("gone", 1_763_130_600_000_000_000L);
        Lake opened = Lake.open(root.toString());

        assertThat(opened.latest().id()).isEqualTo("kept");
        assertThat(opened.published("gone").isUsable()).isFalse();
        assertThatThrownBy(() -> opened.run("gone"))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("run 'gone'")
                .hasMessageContaining("let go on 2025-11-14")
                .hasMessageContaining("Kept are kept.");
    }

    @Test
    void aPartOfARunsNameOffersTheRunsThatBeginLikeIt() {
        TestLake lake = TestLake.in(root);
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.publish("20251114-210000-001");
        lake.publish("20251115-210000-002");
        assertThatThrownBy(() -> Lake.open(root.toString()).run("20251115"))
                .hasMessageEndingWith("has no run '20251115'. Did you mean 20251115-210000-002?");
    }

    @Test
    void anUnknownRunNamesThoseThereAre() {
        TestLake lake = TestLake.in(root);
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.publish("one");
        assertThatThrownBy(() -> Lake.open(root.toString()).run("nope"))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("no run 'nope'")
                .hasMessageContaining("latest, one");
    }

    @Test
    void aTableTheRunLacksIsAnErrorThatNamesTheOthers() {
        TestLake lake = TestLake.in(root);
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.publish("one");
        LakeRun run = Lake.open(root.toString()).latest();
        assertThat(run.has(Tables.TRADES)).isFalse();
        assertThatThrownBy(() -> run.table("trades")).hasMessageContaining("no table 'trades'; it has bars_1m");
        assertThatThrownBy(() -> run.table("bars_1min")).hasMessageContaining("Did you mean bars_1m");
    }

    @Test
    void aVersionThatIsGoneIsAnErrorWithTheVersion() {
        TestLake lake = TestLake.in(root);
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.publish("one", Map.of("bars_1m", 7L), false);
        assertThatThrownBy(() -> Lake.open(root.toString()).latest().table("bars_1m"))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("'bars_1m' at version 7");
    }

    @Test
    void aFolderNameWithOddCharactersIsReadAsItIs() {
        Path odd = root.resolve("my lake %20+ü");
        TestLake lake = TestLake.in(odd);
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.publish("one");
        assertThat(count(Lake.open(odd.toString()).latest())).isEqualTo(3);
        assertThat(count(Lake.open("file:" + odd).latest())).isEqualTo(3);
    }

    @Test
    void aLogKnownByItsCheckpointOnlyIsReadAsWell() {
        TestLake lake = TestLake.in(root);
        String first = lake.add(Tables.BARS_1M, "2025-11-13", TestRows.bars("AAA", DATE.minusDays(1), 3));
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 7));
        lake.change(Tables.BARS_1M, "2025-11-13", TestRows.bars("AAA", DATE.minusDays(1), 5), List.of(first));
        lake.publish("one").publish("two");
        List<DataFile> files =
                Lake.open(root.toString()).latest().table(Tables.BARS_1M).files();
        lake.checkpoint(Tables.BARS_1M).checkpoint(Tables.RUNS);
        LakeRun run = Lake.open(root.toString()).latest();
        assertThat(run.id()).isEqualTo("two");
        assertThat(run.table(Tables.BARS_1M).files()).hasSize(2).containsExactlyInAnyOrderElementsOf(files);
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("BBB", DATE, 1));
        lake.publish("three");
        assertThat(count(Lake.open(root.toString()).latest())).isEqualTo(5 + 7 + 1);
    }

    @Test
    void aDamagedCheckpointIsAnErrorWithTheTable() throws Exception {
        TestLake lake = TestLake.in(root);
        lake.add(Tables.BARS_1M, "2025-11-13", TestRows.bars("AAA", DATE.minusDays(1), 3));
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 7));
        lake.publish("one").checkpoint(Tables.BARS_1M);
        Path checkpoint = root.resolve("bars_1m/_delta_log/00000000000000000001.checkpoint.parquet");
        byte[] bytes = Files.readAllBytes(checkpoint);
        Files.write(checkpoint, Arrays.copyOf(bytes, bytes.length - 100));
        LakeRun run = Lake.open(root.toString()).latest();
        assertThatThrownBy(() -> run.table(Tables.BARS_1M))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("cannot read table 'bars_1m' at version 1")
                .hasMessageContaining("checkpoint.parquet");
    }

    @Test
    void aMissingDataFileIsNamed() throws Exception {
        TestLake lake = TestLake.in(root);
        String file = lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.publish("one");
        Files.delete(root.resolve("bars_1m").resolve(file));
        assertThatThrownBy(() -> count(Lake.open(root.toString()).latest()))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining(file)
                .hasMessageContaining("withdraw the run");
    }

    @Test
    void filesAreChosenByTradeDate() {
        TestLake lake = TestLake.in(root);
        lake.add(Tables.BARS_1M, "2025-11-13", TestRows.bars("AAA", DATE.minusDays(1), 2));
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.publish("one");
        LakeRun run = Lake.open(root.toString()).latest();
        assertThat(run.table("bars_1m").tradeDates()).containsExactly(DATE.minusDays(1), DATE);
        assertThat(run.table("bars_1m").files(DATE)).hasSize(1).allSatisfy(f -> assertThat(f.tradeDate())
                .contains(DATE));
        assertThat(run.table("bars_1m").files(DATE.minusDays(9), DATE)).hasSize(2);
    }

    private static long count(LakeRun run) {
        long rows = 0;
        try (RowCursor cursor = TableScan.of(run.table(Tables.BARS_1M)).open()) {
            while (cursor.next()) {
                rows++;
            }
        }
        return rows;
    }
}
