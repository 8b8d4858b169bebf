package io.tapelake.bench.scan;

import io.tapelake.bench.Bench;
import io.tapelake.bench.BenchContext;
import io.tapelake.bench.Figure;
import io.tapelake.bench.Jmh;
import io.tapelake.bench.Report;
import io.tapelake.config.LoadOptions;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.jobs.LakeJobs;
import io.tapelake.jobs.SparkSessions;
import io.tapelake.jobs.scan.ScanReport;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.scanner.SourceSchema;
import io.tapelake.synthetic.BarFlood;
import io.tapelake.synthetic.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * What a scan costs. Pure: symbol-days and bars per second on one core, every day analysed. As a job: 1000 symbols on five
 * dates, from the tables to the published index. And the size of what it writes, with the size that 1000 symbols would have
 * over five years at a share of index days.
 */
public final class ScanBench implements Bench {
    private static final int SYMBOLS = 1_000;
    private static final int DAYS = 5;
    private static final double SYMBOL_DAYS_OF_FIVE_YEARS = 1_000 * 5 * 252.0;

    @Override
    public String name() {
        return "scan";
    }

    @Override
    public String measures() {
        return "the pure scan on one core; the job on 1000 symbols x 5 dates (--set bars=1000000, second-bars=1 for"
                + " one-second bars); bytes of the index (--set index-permille=30 index days in 1000 symbol-days)";
    }

    @Override
    public void run(BenchContext context, Report report) throws Exception {
        pure(context, report);
        boolean seconds = context.size("second-bars", 2) == 1;
        long bars = context.size("bars", seconds ? 10_000_000 : 1_000_000);
        Schema schema = seconds ? Schema.OHLCV_1S : Schema.OHLCV_1M;
        Path input = context.scratch().resolve("scan-" + schema.text() + "-" + bars);
        if (!Files.exists(input)) {
            context.say("making " + bars + " bars of " + SYMBOLS + " symbols on " + DAYS + " dates");
            BarFlood.write(input, schema, bars, SYMBOLS, DAYS, 1, Progress.NONE);
        }
        Path lake = context.scratch().resolve("scan-lake");
        Folders.delete(lake);
        try (SparkSession spark =
                SparkSessions.open("bench scan", "local[*]", Map.of("spark.sql.shuffle.partitions", "8"))) {
            LakeJobs.on(spark, lake.toString(), TapelakeConfig.defaults(), Clock.systemUTC())
                    .ingest(List.of(input.toString()));
            job(spark, lake, context, report, bars, schema);
        } finally {
            Folders.delete(lake);
        }
    }

    private static void pure(BenchContext context, Report report) throws Exception {
        Map<String, Double> scores = Jmh.scores(ScanLoops.class, context);
        Map.of("secondBars", SourceSchema.OHLCV_1S, "minuteBars", SourceSchema.OHLCV_1M)
                .forEach((method, schema) -> {
                    HeldDays days = HeldDays.of(schema);
                    double rate = scores.get(method);
                    report.add(Figure.of("scan.pure." + schema.text(), rate * days.symbolDays(), "symbol-days/s"));
                    report.add(Figure.of("scan.pure." + schema.text() + ".bars", rate * days.bars(), "bars/s"));
                });
    }

    private static void job(
            SparkSession spark, Path lake, BenchContext context, Report report, long bars, Schema schema)
            throws IOException {
        // Another seed is another configuration: every date is due again.
        ScanReport done = null;
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            TapelakeConfig config = TapelakeConfig.load(LoadOptions.defaultsOnly()
                    .with("scan.resets.seed", Integer.toString(round + 1), "bench")
                    // These walks move less than a momentum day does, and trade for little.
                    .with("scan.momentum.movement-alone", "0.05", "bench")
                    .with("scan.momentum.dollar-volume-min", "1000", "bench"));
            long began = System.nanoTime();
            done = LakeJobs.on(spark, lake.toString(), config, Clock.systemUTC())
                    .scan();
            double seconds = (System.nanoTime() - began) / 1e9;
            context.say(String.format("round %d: %.1f s; %s", round, seconds, done.counts()));
            best = Math.min(best, seconds);
        }
        report.add(Figure.of("scan.job." + schema.text(), done.symbolDays() / best, "symbol-days/s"));
        report.add(Figure.of("scan.job." + schema.text() + ".bars", bars / best, "bars/s"));
        sizes(Lake.open(lake.toString()).latest(), done, context, report);
    }

    private static void sizes(LakeRun run, ScanReport done, BenchContext context, Report report) {
        double indexDays = done.kinds().values().stream().mapToLong(n -> n).sum();
        double perDay = bytes(run, Tables.DAY_INDEX) / indexDays;
        double perPoint = bytes(run, Tables.RESET_POINTS) / (double) done.resetPoints();
        report.add(Figure.of("scan.size.day-index", perDay, "bytes/row"));
        report.add(Figure.of("scan.size.reset-points", perPoint, "bytes/row"));
        report.add(Figure.of("scan.selected", done.selected() / indexDays, "reset points/index day"));
        double share = context.size("index-permille", 30) / 1000.0;
        double days = share * SYMBOL_DAYS_OF_FIVE_YEARS;
        report.add(Figure.of(
                "scan.size.five-years", days * (perDay + perPoint * done.selected() / indexDays) / 1e6, "MB"));
    }

    private static long bytes(LakeRun run, LakeTable table) {
        return run.table(table).files().stream().mapToLong(DataFile::sizeBytes).sum();
    }
}
