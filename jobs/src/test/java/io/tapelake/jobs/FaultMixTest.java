package io.tapelake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with files, together and over several runs: every record is accounted for, in reports and in tables. */
class FaultMixTest {

    private static final List<String> SYMBOLS = List.of("AAA", "BBB", "CCC");

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.interpreting();
    }

    static LongStream seeds() {
        return LongStream.range(1, "full".equals(System.getProperty("tapelake.tests")) ? 21 : 3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyRecordIsAccountedFor(long seed) throws IOException {
        Random random = new Random(seed);
        Path input = Files.createDirectories(folder.resolve("in"));
        TestLake lake = TestLake.in(folder.resolve("lake"));
        Map<String, Long> problems = new TreeMap<>();
        for (int night = 0; night < 3; night++) {
            for (int f = 0; f < 4; f++) {
                // Few names: some of them are issued again the next night.
                Path file = input.resolve("f" + random.nextInt(7) + ".dbn.zst");
                write(file, random);
                damage(file, input, random);
            }
            IngestReport report = lake.ingest(input);
            report.files().forEach(f -> f.problems().forEach((code, n) -> problems.merge(code, n, Long::sum)));

            assertThat(report.files()).allMatch(FileReport::balanced);
            long rows = lake.rows(Tables.BARS_1M).count();
            Dataset<Row> ledger = lake.rows(Tables.INGESTED_FILES);
            assertThat(ledger.where("records <> stored + unchanged + merged + duplicate + quarantined + unsupported")
                            .count())
                    .isZero();
            assertThat(rows).isEqualTo(sum(ledger, "coalesce(sum(stored + unchanged), 0)"));
            assertThat(byFile(lake.rows(Tables.QUARANTINE), "records"))
                    .isEqualTo(byFile(ledger.where("outcome <> 'duplicate'"), "quarantined"));
            assertThat(lake.ingest(input).runId()).as("again, nothing is new").isEmpty();
        }
        System.out.println("seed " + seed + ": " + problems);
    }

    private static long sum(Dataset<Row> rows, String sum) {
        return rows.selectExpr(sum).first().getLong(0);
    }

    private static Map<Long, Long> byFile(Dataset<Row> rows, String count) {
        Map<Long, Long> counts = new TreeMap<>();
        rows.groupBy("file_id")
                .agg(Map.of(count, "sum"))
                .collectAsList()
                .forEach(row -> counts.put(row.getLong(0), row.getLong(1)));
        counts.values().removeIf(n -> n == 0);
        return counts;
    }

    private static void write(Path file, Random random) {
        List<byte[]> records = new ArrayList<>();
        int count = random.nextInt(60);
        for (int i = 0; i < count; i++) {
            records.add(record(random));
        }
        long startNs = BarFiles.ns("2025-03-04T00:00:00Z");
        int hours = 20 + random.nextInt(20);
        BarFiles.write(
                file,
                Schema.OHLCV_1M,
                startNs,
                startNs + hours * 3_600_000_000_000L,
                SYMBOLS,
                records,
                random.nextBoolean() ? WriteOptions.zstd() : WriteOptions.raw());
    }

    private static byte[] record(Random random) {
        int rtype = Schema.OHLCV_1M.rtype();
        int instrument = BarFiles.FIRST_INSTRUMENT + random.nextInt(3);
        // Few minutes and few prices: equal, conflicting and twin records all happen, on both sides of a New York
        // midnight.
        long time = BarFiles.OPEN_NS + random.nextInt(30) * 30 * BarFiles.MINUTE_NS;
        long price = (10 + random.nextInt(2)) * 1_000_000_000L;
        long volume = 1000;
        switch (random.nextInt(16)) {
            case 0 -> price = Long.MAX_VALUE;
            case 1 -> price = 2_000_000_000_000_000_000L;
            case 2 -> volume = -1;
            case 3 -> volume = 0;
            case 4 -> instrument = 999;
            case 5 -> rtype = 0x7F;
            case 6 -> rtype = Schema.OHLCV_1S.rtype();
            case 7 -> time = random.nextBoolean() ? -1 : Long.MIN_VALUE;
            default -> {}
        }
        return BarFiles.record(rtype, instrument, time, price, volume);
    }

    private static void damage(Path file, Path input, Random random) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        switch (random.nextInt(8)) {
            case 0 -> Files.write(file, Arrays.copyOf(whole, whole.length - 1 - random.nextInt(20)));
            case 1 -> Files.write(file, new byte[0]);
            case 2 -> Files.write(input.resolve("f" + random.nextInt(7) + ".dbn.zst"), whole);
            case 3 -> {
                whole[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
                Files.write(file, whole);
            }
            default -> {}
        }
    }
}
