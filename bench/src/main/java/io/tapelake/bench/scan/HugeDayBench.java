package io.tapelake.bench.scan;

import io.tapelake.bench.Bench;
import io.tapelake.bench.BenchContext;
import io.tapelake.bench.Figure;
import io.tapelake.bench.Report;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.SymbolMapping;
import io.tapelake.databento.dbn.SymbolMapping.Interval;
import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.databento.dbn.layout.LevelLayout;
import io.tapelake.databento.dbn.layout.MbpLayout;
import io.tapelake.databento.dbn.layout.RType;
import io.tapelake.jobs.LakeJobs;
import io.tapelake.jobs.SparkSessions;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.SparkSession;

/** One symbol-day of 20 million quotes, scanned by a process of its own with a heap of 1 GB: quotes are folded, not held. */
public final class HugeDayBench implements Bench {
    private static final int BID = MbpLayout.LEVELS + LevelLayout.BID_PX;
    private static final int ASK = MbpLayout.LEVELS + LevelLayout.ASK_PX;
    private static final long CENT = 10_000_000L;
    /** 2025-03-11 13:30 UTC, the open of a day in summer time. */
    private static final long OPEN_NS = 1_741_699_800_000_000_000L;

    private static final long SESSION_NS = 23_400_000_000_000L;

    @Override
    public String name() {
        return "huge-day";
    }

    @Override
    public String measures() {
        return "seconds to scan one symbol-day of mbp-1 in a heap of 1 GB (--set quotes=20000000, heap-mb=1024)";
    }

    @Override
    public void run(BenchContext context, Report report) throws Exception {
        long quotes = context.size("quotes", 20_000_000);
        Path file = context.scratch().resolve("equs-all-20250311.mbp-1.huge-" + quotes + ".dbn.zst");
        if (!Files.exists(file)) {
            context.say("making " + quotes + " quotes of one symbol");
            write(file, quotes);
        }
        Path lake = context.scratch().resolve("huge-lake");
        Folders.delete(lake);
        try {
            context.say("taking them into a lake");
            try (SparkSession spark =
                    SparkSessions.open("bench huge-day", "local[*]", Map.of("spark.sql.shuffle.partitions", "8"))) {
                LakeJobs.on(spark, lake.toString(), TapelakeConfig.defaults(), Clock.systemUTC())
                        .ingest(List.of(file.toString()));
            }
            long heapMb = context.size("heap-mb", 1024);
            long began = System.nanoTime();
            int exit = scan(lake, heapMb);
            double seconds = (System.nanoTime() - began) / 1e9;
            if (exit != 0) {
                throw new IOException("the scan of " + quotes + " quotes in " + heapMb + " MB ended with " + exit);
            }
            report.add(Figure.of("huge-day.scan", seconds, "s"));
            report.add(Figure.of("huge-day.quotes", quotes / seconds, "quotes/s"));
        } finally {
            Folders.delete(lake);
        }
    }

    /** The command as a user runs it, with the options of this JVM but for the heap. */
    private static int scan(Path lake, long heapMb) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-Xm") && !option.contains("RAMPercentage"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx" + heapMb + "m", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("io.tapelake.cli.Main", "scan", "--lake", lake.toString()));
        return new ProcessBuilder(command)
                .redirectOutput(Redirect.to(lake.resolveSibling("huge-scan.log").toFile()))
                .redirectErrorStream(true)
                .start()
                .waitFor();
    }

    private static void write(Path file, long quotes) throws IOException {
        Metadata metadata = Metadata.of(
                "EQUS.ALL",
                Schema.MBP_1,
                OPEN_NS,
                OPEN_NS + SESSION_NS,
                List.of(new SymbolMapping("HUGE", List.of(new Interval(20250311, 20250312, "7")))));
        Random random = new Random(5);
        RecordBuffer record = RecordBuffer.of(RType.MBP_1, 3);
        long bid = 5_000;
        try (DbnWriter writer = DbnWriter.create(file, metadata, WriteOptions.zstd())) {
            for (long i = 0; i < quotes; i++) {
                long ns = OPEN_NS + (long) (SESSION_NS * (i / (double) quotes));
                bid = Math.max(100, bid + random.nextInt(3) - 1);
                long ask = bid + 1 + random.nextInt(5);
                boolean trade = random.nextInt(50) == 0;
                record.header(66 + random.nextInt(4), 7, ns)
                        .i64(MbpLayout.PRICE, ask * CENT)
                        .i32(MbpLayout.SIZE, 100)
                        .u8(MbpLayout.ACTION, trade ? 'T' : 'A')
                        .u8(MbpLayout.SIDE, 'A')
                        .i64(MbpLayout.TS_RECV, ns + 100_000)
                        .i32(MbpLayout.TS_IN_DELTA, 90_000)
                        .i32(MbpLayout.SEQUENCE, (int) i)
                        .i64(BID, bid * CENT)
                        .i64(ASK, ask * CENT)
                        .i32(MbpLayout.LEVELS + LevelLayout.BID_SZ, 100)
                        .i32(MbpLayout.LEVELS + LevelLayout.ASK_SZ, 100);
                writer.write(record);
            }
        }
    }
}
