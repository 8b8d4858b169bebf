package io.tapelake.jobs.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.index.DayIndex;
import io.tapelake.index.DayQuery;
import io.tapelake.jobs.LakeJobs;
import io.tapelake.jobs.TestLake;
import io.tapelake.jobs.TestSpark;
import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.night.NightReport;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.S3Server;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.SymbolDayReader;
import io.tapelake.model.SymbolDay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Input and lake on an S3 server, beside the same night on the local disk. The tests follow each other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class S3LakeTest {

    private static final int DATES = 4;
    /** No other test has a bucket of this name: Hadoop keeps file systems by bucket. */
    private static final String INPUT = "s3a://night-on-s3/in";

    private static final String LAKE = "s3a://night-on-s3/lake";

    private static S3Server server;
    private static SmallMarket market;
    private static TestLake local;
    private static NightReport first;

    @BeforeAll
    static void night(@TempDir Path folder) throws IOException {
        server = S3Server.start(folder);
        server.createBucket("night-on-s3");
        Configuration spark = TestSpark.interpreting().sparkContext().hadoopConfiguration();
        server.settings().forEach(spark::set);
        market = SmallMarket.write(java.nio.file.Files.createDirectory(folder.resolve("in")));
        List<Path> files = market.files().subList(0, DATES);
        for (Path file : files) {
            upload(file, file.getFileName().toString());
        }
        local = SmallMarket.lake(folder.resolve("lake"));
        local.jobs().nightly(files.stream().map(Path::toString).toList());
        first = jobs().nightly(List.of(INPUT));
    }

    @AfterAll
    static void stop() {
        server.settings().keySet().forEach(TestSpark.session().sparkContext().hadoopConfiguration()::unset);
        server.close();
    }

    @Test
    @Order(1)
    void theTablesAreThoseOfTheSameNightOnTheLocalDisk() {
        assertThat(first.ingest().files()).hasSize(DATES).allSatisfy(file -> {
            assertThat(file.path()).startsWith(INPUT + "/");
            assertThat(file.outcome()).isEqualTo("taken");
        });
        for (LakeTable table : List.of(Tables.BARS_1M, Tables.DAY_STATS, Tables.DAY_INDEX, Tables.RESET_POINTS)) {
            Dataset<Row> there = rows(table);
            assertThat(there.count()).as(table.name()).isPositive();
            assertThat(TestLake.differences(there, local.rows(table)))
                    .as(table.name())
                    .isZero();
        }
        assertThat(rows(Tables.INGESTED_FILES)
                        .where("path like '" + INPUT + "/%' and etag is not null")
                        .count())
                .isEqualTo(DATES);
    }

    @Test
    @Order(2)
    void aSymbolDayIsReadWithoutSparkInAFewRequests() {
        // The last date is open and hidden from readers.
        Row row = rows(Tables.BARS_1M)
                .select("trade_date", "symbol", "dataset")
                .orderBy("trade_date", "symbol")
                .first();
        SymbolDay day = new SymbolDay(row.getDate(0).toLocalDate(), row.getString(2), row.getString(1));
        // S3A keeps small objects that it has read: a file system of its own has read none.
        Map<String, String> settings = new HashMap<>(server.settings());
        settings.put("fs.s3a.impl.disable.cache", "true");
        LakeRun run = Lake.open(LAKE, settings).latest();
        run.table(Tables.BARS_1M);
        int before = server.requests().size();

        int bars = SymbolDayReader.of(run).bars(Tables.BARS_1M, day).size();

        List<String> asked = server.requests();
        asked = asked.subList(before, asked.size());
        List<String> ofFiles =
                asked.stream().filter(request -> request.endsWith(".parquet")).toList();
        System.out.println("requests of a point read: " + asked);
        assertThat(bars)
                .isEqualTo(SymbolDayReader.of(local.run())
                        .bars(Tables.BARS_1M, day)
                        .size())
                .isPositive();
        assertThat(ofFiles)
                .as("the file is small: all of it comes at once, after one question for its ETag")
                .hasSizeLessThanOrEqualTo(2)
                .filteredOn(request -> request.startsWith("GET"))
                .hasSize(1);
    }

    @Test
    @Order(3)
    void theDayIndexIsAskedWithoutSpark() {
        LakeRun run = Lake.open(LAKE, server.settings()).latest();
        try (var found = DayIndex.open(run).find(DayQuery.all());
                var expected = DayIndex.open(local.run()).find(DayQuery.all())) {
            assertThat(found.map(d -> d.symbol() + d.tradeDate()).toList())
                    .isNotEmpty()
                    .isEqualTo(expected.map(d -> d.symbol() + d.tradeDate()).toList());
        }
    }

    @Test
    @Order(4)
    void aSecondNightOpensNoFileAndPublishesNothing() {
        int before = server.requests().size();

        NightReport again = jobs().nightly(List.of(INPUT));

        assertThat(again.ingest().files()).hasSize(DATES).allMatch(file -> file.outcome()
                .equals("known"));
        assertThat(Lake.open(LAKE, server.settings()).runs()).hasSize(1);
        assertThat(server.requests().stream().skip(before))
                .noneMatch(request -> request.matches("GET /night-on-s3/in/.+"))
                .noneMatch(request -> request.startsWith("PUT") && !request.endsWith("/_tapelake/lease.json"));
    }

    @Test
    @Order(5)
    void aFileIssuedAgainIsSeen(@TempDir Path folder) throws IOException {
        Path sameBytes = market.files().get(1);
        upload(sameBytes, sameBytes.getFileName().toString());
        Path oneSymbol = market.bySymbol(folder, 1).get(0);
        upload(oneSymbol, market.files().get(0).getFileName().toString());

        NightReport again = jobs().nightly(List.of(INPUT));

        assertThat(again.ingest().files().stream().map(FileReport::outcome))
                .containsExactly("taken", "known", "known", "known");
        Dataset<Row> bars = rows(Tables.BARS_1M);
        Object firstDate = bars.selectExpr("min(trade_date)").first().get(0);
        assertThat(bars.where(bars.col("trade_date").equalTo(firstDate))
                        .select("symbol")
                        .distinct()
                        .collectAsList())
                .containsExactly(RowFactory.create(SmallMarket.symbolOf(oneSymbol)));
        assertThat(Lake.open(LAKE, server.settings()).runs()).hasSize(2);
    }

    private static LakeJobs jobs() {
        return LakeJobs.on(TestSpark.session(), LAKE, local.config(), Clock.systemUTC());
    }

    private static Dataset<Row> rows(LakeTable table) {
        LakeRun run = Lake.open(LAKE, server.settings()).latest();
        return TestSpark.session()
                .read()
                .format("delta")
                .option("versionAsOf", run.table(table).version())
                .load(LAKE + "/" + table.name())
                .drop("run_id");
    }

    private static void upload(Path file, String name) throws IOException {
        org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(INPUT, name);
        FileSystem fs = target.getFileSystem(TestSpark.session().sparkContext().hadoopConfiguration());
        fs.copyFromLocalFile(false, true, new org.apache.hadoop.fs.Path(file.toUri()), target);
    }
}
