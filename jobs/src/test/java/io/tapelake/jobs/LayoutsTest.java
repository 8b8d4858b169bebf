package io.tapelake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.jobs.BarFiles.Bar;
import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.scanner.ReferenceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same records in other files: whole or split by symbol, cut at New York or UTC midnight, compressed or not. */
class LayoutsTest {

    private static final long NEW_YORK_DAY_NS = BarFiles.ns("2025-03-04T05:00:00Z");
    private static final long UTC_DAY_NS = BarFiles.ns("2025-03-04T00:00:00Z");
    private static final long DAY_NS = 24 * 60 * BarFiles.MINUTE_NS;

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.interpreting();
    }

    /** Bars from the open to 22:10 New York, over UTC midnight, some of them twice in every value. */
    private static List<Bar> bars() {
        Random random = new Random(5);
        List<Bar> bars = new ArrayList<>();
        for (int minute = 0; minute < 760; minute += 20) {
            for (String symbol : List.of("AAA", "BBB", "CCC")) {
                Bar bar = new Bar(symbol, minute, 10 + random.nextInt(5));
                bars.add(bar);
                if (random.nextInt(5) == 0) {
                    bars.add(bar);
                }
            }
        }
        return bars;
    }

    private Path write(String name, long startNs, long endNs, List<Bar> bars, WriteOptions options) {
        return BarFiles.write(folder.resolve(name), startNs, endNs, bars, options);
    }

    private List<Path> whole(WriteOptions options, String ending) {
        return List.of(write("ny." + ending, NEW_YORK_DAY_NS, NEW_YORK_DAY_NS + DAY_NS, bars(), options));
    }

    private List<Path> bySymbol() {
        List<Path> files = new ArrayList<>();
        for (String symbol : List.of("AAA", "BBB", "CCC")) {
            List<Bar> own =
                    bars().stream().filter(b -> b.symbol().equals(symbol)).toList();
            files.add(write(
                    "ny." + symbol + ".dbn.zst", NEW_YORK_DAY_NS, NEW_YORK_DAY_NS + DAY_NS, own, WriteOptions.zstd()));
        }
        return files;
    }

    private List<Path> utcDays() {
        List<Path> files = new ArrayList<>();
        for (int day = 0; day < 2; day++) {
            long startNs = UTC_DAY_NS + day * DAY_NS;
            List<Bar> own = bars().stream()
                    .filter(b -> {
                        long ns = BarFiles.OPEN_NS + b.minute() * BarFiles.MINUTE_NS;
                        return ns >= startNs && ns < startNs + DAY_NS;
                    })
                    .toList();
            files.add(write("utc" + day + ".dbn.zst", startNs, startNs + DAY_NS, own, WriteOptions.zstd()));
        }
        return files;
    }

    private TestLake lake(String name, List<Path> files) {
        TestLake lake = TestLake.in(folder.resolve(name));
        lake.ingest(files.toArray(Path[]::new));
        return lake;
    }

    private static Dataset<Row> values(TestLake lake, LakeTable table) {
        return lake.rows(table)
                .selectExpr(TestLake.columnsWithout(table, "file_id", "record_index")
                        .toArray(String[]::new));
    }

    @Test
    void giveTheSameTable() {
        TestLake reference = lake("whole", whole(WriteOptions.zstd(), "dbn.zst"));
        assertThat(reference.rows(Tables.BARS_1M).count()).isEqualTo(bars().size());
        assertThat(TestLake.differences(
                        values(reference, Tables.BARS_1M), values(lake("s", bySymbol()), Tables.BARS_1M)))
                .isZero();
        assertThat(TestLake.differences(
                        values(reference, Tables.BARS_1M), values(lake("u", utcDays()), Tables.BARS_1M)))
                .isZero();
        TestLake raw = lake("raw", whole(WriteOptions.raw(), "dbn"));
        // The same content has the same id, so that even that is equal.
        assertThat(TestLake.differences(reference.rows(Tables.BARS_1M), raw.rows(Tables.BARS_1M)))
                .isZero();
    }

    @Test
    void inOneLakeNoRowIsThereTwiceTwinsStayAndTheReportSaysWhatWasRecognised() {
        List<Path> all = new ArrayList<>(whole(WriteOptions.zstd(), "dbn.zst"));
        all.addAll(bySymbol());
        all.addAll(utcDays());
        List<Path> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(3));
        TestLake reference = lake("reference", all.subList(0, 1));
        TestLake atOnce = TestLake.in(folder.resolve("at-once"));
        IngestReport report = atOnce.ingest(all.toArray(Path[]::new));
        TestLake oneByOne = TestLake.in(folder.resolve("one-by-one"));
        shuffled.forEach(oneByOne::ingest);

        int bars = bars().size();
        assertThat(report.files()).allMatch(FileReport::balanced).allMatch(f -> f.quarantined() == 0);
        assertThat(report.files().stream().mapToLong(FileReport::records).sum()).isEqualTo(3L * bars);
        assertThat(report.files().stream().mapToLong(FileReport::stored).sum()).isEqualTo(bars);
        assertThat(report.files().stream().mapToLong(FileReport::merged).sum()).isEqualTo(2L * bars);
        assertThat(TestLake.differences(values(reference, Tables.BARS_1M), values(atOnce, Tables.BARS_1M)))
                .isZero();
        for (LakeTable table : List.of(Tables.BARS_1M, Tables.INGESTED_FILES, Tables.QUARANTINE)) {
            assertThat(TestLake.differences(atOnce.rows(table), oneByOne.rows(table)))
                    .as(table.name())
                    .isZero();
        }
    }

    @Test
    void rawBesideCompressedIsADuplicate() {
        List<Path> both = new ArrayList<>(whole(WriteOptions.zstd(), "dbn.zst"));
        both.addAll(whole(WriteOptions.raw(), "dbn"));
        IngestReport report = TestLake.in(folder.resolve("lake")).ingest(both.toArray(Path[]::new));
        assertThat(report.files()).extracting(FileReport::outcome).containsExactly("taken", "duplicate");
    }

    @ParameterizedTest
    @CsvSource({
        "mbp1-smallcap-20251114, mbp1-smallcap-20251114-by-symbol, '.trades. .tbbo. .ohlcv-1s. .ohlcv-1m. .status.'",
        "ohlcv1m-eth-2025, ohlcv1m-eth-2025-utc-days, .ohlcv-1m."
    })
    @EnabledIfSystemProperty(named = "tapelake.tests", matches = "full")
    void realDataInBothLayoutsInOneLakeEqualsOneOfThem(String one, String other, String schemas) throws IOException {
        Path data = ReferenceData.require("real-dbn");
        TestLake reference = lake("reference", files(data.resolve(one), schemas));
        TestLake both = TestLake.in(folder.resolve("both"));
        both.ingest(files(data.resolve(other), schemas).toArray(Path[]::new));
        IngestReport report = both.ingest(files(data.resolve(one), schemas).toArray(Path[]::new));

        assertThat(report.files()).allMatch(FileReport::balanced).allMatch(f -> f.quarantined() == 0);
        for (LakeTable table : List.of(Tables.BARS_1M, Tables.BARS_1S, Tables.TRADES, Tables.QUOTES, Tables.STATUS)) {
            if (both.run().has(table)) {
                long rows = reference.rows(table).count();
                long differences = TestLake.differences(values(reference, table), values(both, table));
                System.out.printf("%s and %s, %s: %d rows, %d differ%n", one, other, table.name(), rows, differences);
                assertThat(differences).isZero();
            }
        }
        TreeMap<String, Long> recognised = new TreeMap<>();
        for (Row row : both.rows(Tables.INGESTED_FILES).collectAsList()) {
            recognised.merge("stored", row.<Long>getAs("stored"), Long::sum);
            recognised.merge("merged", row.<Long>getAs("merged"), Long::sum);
        }
        System.out.println(recognised);
        assertThat(recognised.get("merged")).isEqualTo(recognised.get("stored"));
    }

    private static List<Path> files(Path folder, String schemas) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> Stream.of(schemas.split(" ")).anyMatch(f.toString()::contains))
                    .sorted()
                    .toList();
        }
    }
}
