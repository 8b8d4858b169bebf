package io.tapelake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.jobs.BarFiles.Bar;
import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that claim the same records are settled by what they are, never by which came first. */
class OverlappingFilesTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.interpreting();
    }

    /** A file of a random case: how many hours it claims, and its bars. */
    private record Claim(int hours, List<Bar> bars) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void equalWhateverTheOrderAndAsANaiveReaderSettlesThem(long seed) {
        Random random = new Random(seed);
        List<Claim> claims = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (int f = 0; f < 4; f++) {
            List<Bar> bars = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                // Few minutes and few values: equal, conflicting and twin records all happen.
                bars.add(new Bar(random.nextBoolean() ? "AAA" : "BBB", random.nextInt(12), 10 + random.nextInt(3)));
            }
            // Different lengths, so that precedence does not depend on the hash.
            claims.add(new Claim(16 + f, bars));
            files.add(BarFiles.write(folder.resolve("equs-all-20250304.ohlcv-1m.part" + f + ".dbn.zst"), 16 + f, bars));
        }
        TestLake bulk = TestLake.in(folder.resolve("bulk"));
        IngestReport report = bulk.ingest(files.toArray(Path[]::new));

        assertThat(report.files()).allMatch(FileReport::balanced);
        assertThat(stored(bulk)).isEqualTo(naive(claims));
        List<Path> shuffled = new ArrayList<>(files);
        Collections.shuffle(shuffled, random);
        TestLake oneByOne = TestLake.in(folder.resolve("one-by-one"));
        shuffled.forEach(oneByOne::ingest);
        for (var table : List.of(Tables.BARS_1M, Tables.INGESTED_FILES, Tables.QUARANTINE)) {
            assertThat(TestLake.differences(bulk.rows(table), oneByOne.rows(table)))
                    .as("rows of %s that differ", table.name())
                    .isZero();
        }
    }

    /** Symbol and minute to the closes kept, in order: those of the file with the longest claim among those that have it. */
    private static Map<String, List<Integer>> naive(List<Claim> claims) {
        Map<String, List<Integer>> kept = new TreeMap<>();
        for (int c = claims.size() - 1; c >= 0; c--) {
            Map<String, List<Integer>> own = new HashMap<>();
            for (Bar bar : claims.get(c).bars()) {
                own.computeIfAbsent(bar.symbol() + bar.minute(), k -> new ArrayList<>())
                        .add(bar.close());
            }
            own.forEach((key, closes) ->
                    kept.putIfAbsent(key, closes.stream().sorted().toList()));
        }
        return kept;
    }

    private static Map<String, List<Integer>> stored(TestLake lake) {
        Map<String, List<Integer>> stored = new TreeMap<>();
        Dataset<Row> rows = lake.rows(Tables.BARS_1M).selectExpr("symbol", "bar_start_ns", "CAST(close AS INT)");
        for (Row row : rows.orderBy("close").collectAsList()) {
            long minute = (row.getLong(1) - BarFiles.OPEN_NS) / BarFiles.MINUTE_NS;
            stored.computeIfAbsent(row.getString(0) + minute, k -> new ArrayList<>())
                    .add(row.getInt(2));
        }
        return stored;
    }

    @Test
    void aCopyUnderAnotherNameIsADuplicate() throws IOException {
        Path file =
                BarFiles.write(folder.resolve("a.dbn.zst"), 24, List.of(new Bar("AAA", 0, 10), new Bar("AAA", 1, 11)));
        Path copy = Files.copy(file, folder.resolve("b.dbn.zst"));
        TestLake lake = TestLake.in(folder.resolve("lake"));

        IngestReport report = lake.ingest(file, copy);

        assertThat(report.files()).extracting(FileReport::outcome).containsExactly("taken", "duplicate");
        assertThat(report.files().get(1).duplicate()).isEqualTo(2);
        assertThat(lake.rows(Tables.BARS_1M).count()).isEqualTo(2);
    }

    @Test
    void aFileThatWasOnlyTouchedIsComparedByContentAndChangesNoRow() throws IOException {
        Path file = BarFiles.write(folder.resolve("a.dbn.zst"), 24, List.of(new Bar("AAA", 0, 10)));
        TestLake lake = TestLake.in(folder.resolve("lake"));
        lake.ingest(file);
        long version = lake.run().table(Tables.BARS_1M).version();
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_700_000_000_000L));

        IngestReport report = lake.ingest(file);

        assertThat(report.files().get(0).unchanged()).isEqualTo(1);
        assertThat(lake.run().table(Tables.BARS_1M).version()).isEqualTo(version);
        assertThat(lake.ingest(file).files().get(0).outcome()).isEqualTo("known");
    }

    @Test
    void aReissuedFileReplacesItsOldRowsAndSaysWhichStayed() {
        Path path = folder.resolve("a.dbn.zst");
        BarFiles.write(path, 24, List.of(new Bar("AAA", 0, 10), new Bar("AAA", 1, 11), new Bar("AAA", 2, 12)));
        TestLake lake = TestLake.in(folder.resolve("lake"));
        lake.ingest(path);
        BarFiles.write(path, 24, List.of(new Bar("AAA", 0, 10), new Bar("AAA", 1, 99)));

        FileReport report = lake.ingest(path).files().get(0);

        assertThat(report.balanced()).isTrue();
        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(stored(lake)).isEqualTo(Map.of("AAA0", List.of(10), "AAA1", List.of(99)));
    }

    @Test
    void whatLostARecordGetsItBackWhenTheOtherFileIsReplaced() {
        Path longer =
                BarFiles.write(folder.resolve("a.dbn.zst"), 24, List.of(new Bar("AAA", 0, 10), new Bar("AAA", 1, 99)));
        Path shorter =
                BarFiles.write(folder.resolve("b.dbn.zst"), 16, List.of(new Bar("AAA", 0, 10), new Bar("AAA", 1, 11)));
        TestLake lake = TestLake.in(folder.resolve("lake"));
        lake.ingest(longer, shorter);
        assertThat(stored(lake)).isEqualTo(Map.of("AAA0", List.of(10), "AAA1", List.of(99)));
        BarFiles.write(longer, 24, List.of(new Bar("AAA", 5, 15)));

        lake.ingest(longer, shorter);

        assertThat(stored(lake)).isEqualTo(Map.of("AAA0", List.of(10), "AAA1", List.of(11), "AAA5", List.of(15)));
        assertThat(lake.rows(Tables.QUARANTINE).count()).isZero();
    }

    @Test
    void aDuplicateTakesThePlaceOfTheFileThatGaveTheRows() throws IOException {
        Path first = BarFiles.write(folder.resolve("a.dbn.zst"), 24, List.of(new Bar("AAA", 0, 10)));
        Path copy = Files.copy(first, folder.resolve("b.dbn.zst"));
        TestLake lake = TestLake.in(folder.resolve("lake"));
        lake.ingest(first, copy);
        BarFiles.write(first, 24, List.of(new Bar("AAA", 5, 15)));

        IngestReport report = lake.ingest(first, copy);

        assertThat(report.files()).allMatch(FileReport::balanced);
        assertThat(stored(lake)).isEqualTo(Map.of("AAA0", List.of(10), "AAA5", List.of(15)));
        assertThat(lake.ingest(first, copy).runId()).isEmpty();
    }

    @Test
    void aDamagedCopyOfAKnownPathLeavesTheRowsOfTheWholeOne() throws IOException {
        Path path = folder.resolve("a.dbn.zst");
        BarFiles.write(path, 24, List.of(new Bar("AAA", 0, 10), new Bar("AAA", 1, 11)));
        TestLake lake = TestLake.in(folder.resolve("lake"));
        lake.ingest(path);
        byte[] whole = Files.readAllBytes(path);
        Files.write(path, java.util.Arrays.copyOf(whole, whole.length - 5));

        IngestReport report = lake.ingest(path);

        assertThat(report.files().get(0).outcome()).isEqualTo("refused");
        assertThat(report.hasQuarantined()).isTrue();
        assertThat(lake.rows(Tables.BARS_1M).count()).isEqualTo(2);
        Files.write(path, whole);
        assertThat(lake.ingest(path).files().get(0).unchanged()).isEqualTo(2);
    }

    @Test
    void aRunThatWasNotPublishedIsUndoneByTheNext() {
        Path path = BarFiles.write(folder.resolve("a.dbn.zst"), 24, List.of(new Bar("AAA", 0, 10)));
        TestLake lake = TestLake.in(folder.resolve("lake"));
        lake.ingest(path);
        // What a killed job leaves: a table version that no run names.
        TestSpark.session().sql("DELETE FROM delta.`" + lake.root().resolve("bars_1m") + "`");

        Path other = BarFiles.write(folder.resolve("b.dbn.zst"), 24, List.of(new Bar("BBB", 0, 20)));
        lake.ingest(other);

        assertThat(stored(lake)).isEqualTo(Map.of("AAA0", List.of(10), "BBB0", List.of(20)));
    }
}
