package io.tapelake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.lake.Tables;
import io.tapelake.scanner.ReferenceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files cut at UTC midnight, of which two make one winter trade date, taken in one per run. With
 * {@code -Dtapelake.tests=full} all 47 files in three orders, some ten minutes; otherwise the first eight.
 */
class UtcDayFilesTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.interpreting();
    }

    @Test
    void onePerRunInAnyOrderEqualsAllAtOnceAndEqualsFilesCutAtNewYorkMidnight() throws IOException {
        Path data = ReferenceData.require("real-dbn");
        boolean full = "full".equals(System.getProperty("tapelake.tests"));
        List<Path> utcDays = files(data.resolve("ohlcv1m-eth-2025-utc-days"));
        List<Path> some = full ? utcDays : utcDays.subList(0, 8);
        TestLake bulk = TestLake.in(folder.resolve("bulk"));
        bulk.ingest(some.toArray(Path[]::new));

        List<Path> descending = new ArrayList<>(some);
        Collections.reverse(descending);
        List<Path> shuffled = new ArrayList<>(some);
        Collections.shuffle(shuffled, new Random(11));
        for (List<Path> order : List.of(some, descending, shuffled)) {
            TestLake lake = TestLake.in(folder.resolve("lake-" + order.hashCode()));
            order.forEach(lake::ingest);
            for (var table : List.of(Tables.BARS_1M, Tables.INGESTED_FILES)) {
                assertThat(TestLake.differences(bulk.rows(table), lake.rows(table)))
                        .as("rows of %s that differ", table.name())
                        .isZero();
            }
        }
        TestLake allUtcDays = TestLake.in(folder.resolve("utc-days"));
        allUtcDays.ingest(utcDays.toArray(Path[]::new));
        TestLake newYorkDays = TestLake.in(folder.resolve("new-york-days"));
        newYorkDays.ingest(data.resolve("ohlcv1m-eth-2025"));
        String[] values = TestLake.columnsWithout(Tables.BARS_1M, "file_id").toArray(String[]::new);
        long differences = TestLake.differences(
                allUtcDays.rows(Tables.BARS_1M).selectExpr(values),
                newYorkDays.rows(Tables.BARS_1M).selectExpr(values));
        System.out.printf(
                "%d files one per run in 3 orders: equal to one bulk ingest; %d rows cut at UTC and at New York midnight:"
                        + " %d differ%n",
                some.size(), newYorkDays.rows(Tables.BARS_1M).count(), differences);
        assertThat(differences).isZero();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
