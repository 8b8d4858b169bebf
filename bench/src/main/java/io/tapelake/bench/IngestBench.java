package io.tapelake.bench;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.LakeJobs;
import io.tapelake.jobs.SparkSessions;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.jobs.publish.RunStamp;
import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.jobs.publish.lease.LeaseTerms;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.read.Lake;
import io.tapelake.synthetic.BarFlood;
import io.tapelake.synthetic.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows per second from DBN files to a published table of one-second bars. The peer is Spark alone writing the same rows,
 * held in memory, with the same files, order, encoding and table properties: what it cannot save is the price of the
 * format, and the ratio says how much reading, checking, hashing and bookkeeping add to it.
 */
final class IngestBench implements Bench {

    private static final int SYMBOLS = 1_000;
    private static final int DAYS = 5;

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String measures() {
        return "rows/s from DBN one-second bars to a published table (--set bars=20000000, rounds=2), in turn with Spark"
                + " writing the same rows from memory with the same sort, layout and properties";
    }

    @Override
    public void run(BenchContext context, Report report) throws Exception {
        long bars = context.size("bars", 20_000_000);
        long rounds = context.size("rounds", 2);
        Path input = context.scratch().resolve("ingest-" + bars);
        if (!Files.exists(input)) {
            context.say("making " + bars + " bars of " + SYMBOLS + " symbols on " + DAYS + " dates");
            BarFlood.write(input, bars, SYMBOLS, DAYS, 1, Progress.NONE);
        }
        Path lakes = context.scratch().resolve("ingest-lakes");
        delete(lakes);
        try (SparkSession spark =
                SparkSessions.open("bench ingest", "local[*]", Map.of("spark.sql.shuffle.partitions", "8"))) {
            Lakes work = new Lakes(spark, input, lakes);
            work.ours("warm-up");
            Dataset<Row> rows = work.cached("warm-up");
            long count = rows.count();
            work.peer(rows, "warm-up-peer");
            List<Double> oursSeconds = new ArrayList<>();
            List<Double> peerSeconds = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                oursSeconds.add(work.ours("ours-" + round));
                peerSeconds.add(work.peer(rows, "peer-" + round));
                context.say(String.format(
                        "round %d: ours %.1f s, peer %.1f s", round, oursSeconds.get(round), peerSeconds.get(round)));
            }
            report.add(
                    Figure.of("ingest.ohlcv-1s", count / median(oursSeconds), "rows/s", count / median(peerSeconds)));
            long bytes = work.bytes("ours-0");
            report.add(Figure.of(
                    "ingest.ohlcv-1s.size", (double) bytes / count, "bytes/row", (double) size(input) / count));
        } finally {
            delete(lakes);
        }
    }

    /** The lakes of one bench, each made anew. */
    private record Lakes(SparkSession spark, Path input, Path folder) {

        double ours(String name) {
            long began = System.nanoTime();
            IngestReport done = LakeJobs.on(spark, lake(name), TapelakeConfig.defaults(), Clock.systemUTC())
                    .ingest(List.of(input.toString()));
            double seconds = (System.nanoTime() - began) / 1e9;
            if (done.files().stream().anyMatch(f -> !f.outcome().equals("taken") || f.stored() != f.records())) {
                throw new IllegalStateException("not every record was stored: " + done);
            }
            return seconds;
        }

        double peer(Dataset<Row> rows, String name) {
            int pieces = (int) rows.select("_piece").distinct().count();
            LakeTable table = Tables.BARS_1S;
            Column[] columns = table.columnNames().stream().map(c -> col(c)).toArray(Column[]::new);
            Column[] order = table.sortColumns().stream().map(c -> col(c)).toArray(Column[]::new);
            long began = System.nanoTime();
            LeaseTerms terms = LeaseTerms.of(TapelakeConfig.defaults().lake());
            try (WorkingRun run =
                    WorkingRun.begin(spark, lake(name), new RunStamp("bench", "", ""), terms, Clock.systemUTC())) {
                run.replace(
                        table,
                        rows.repartitionById(pieces, col("_piece"))
                                .select(columns)
                                .sortWithinPartitions(order),
                        "true",
                        TapelakeConfig.defaults().ingest().zstdLevelBars());
            }
            return (System.nanoTime() - began) / 1e9;
        }

        /** The rows of a lake in memory, each with the number of the file it lies in. */
        Dataset<Row> cached(String name) {
            String path = lake(name) + "/" + Tables.BARS_1S.name();
            Dataset<Row> stored = spark.read().format("delta").load(path);
            Dataset<Row> places = stored.selectExpr("trade_date", "symbol", "_metadata.file_path AS file")
                    .distinct()
                    .selectExpr("trade_date", "symbol", "dense_rank() OVER (ORDER BY file) - 1 AS _piece");
            return stored.join(
                            broadcast(places),
                            scala.jdk.javaapi.CollectionConverters.asScala(List.of("trade_date", "symbol"))
                                    .toSeq())
                    .persist(StorageLevel.MEMORY_ONLY());
        }

        long bytes(String name) {
            return Lake.open(lake(name)).latest().table(Tables.BARS_1S).files().stream()
                    .mapToLong(DataFile::sizeBytes)
                    .sum();
        }

        private String lake(String name) {
            return folder.resolve(name).toString();
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().contains(".dbn"))
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
