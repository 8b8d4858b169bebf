package io.tapelake.cli.job;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ConfigOptions;
import io.tapelake.cli.ExitCode;
import io.tapelake.cli.lake.TopDays;
import io.tapelake.cli.lake.TopResetPoints;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.LakeJobs;
import io.tapelake.jobs.night.NightReport;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.synthetic.MarketSpec;
import io.tapelake.synthetic.Progress;
import io.tapelake.synthetic.SyntheticMarket;
import io.tapelake.synthetic.WrittenMarket;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake demo}: a made-up market through the real path, from DBN files to the days that moved. */
@Command(
        name = "demo",
        description = "Make up a small market, take it into a lake, scan it, and show the days that moved most.")
public final class DemoCommand implements Callable<Integer> {

    /** Says that a folder is ours to make anew. */
    private static final String MARK = ".tapelake-demo";

    private static final int TOP = 10;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "tapelake-demo",
            description = "Folder of the demo, made anew each time (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Option(names = "--symbols", description = "Symbols of the market (default: that of the demo).")
    private Integer symbols;

    @Option(names = "--days", description = "Trade dates of the market (default: that of the demo).")
    private Integer days;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the market (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private ConfigOptions configuration;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        TapelakeConfig config = configuration.load();
        PrintWriter out = spec.commandLine().getOut();
        emptyFolder();
        Path market = folder.resolve("market");
        Path lake = folder.resolve("lake");
        long began = System.nanoTime();

        MarketSpec usual = MarketSpec.demo(seed);
        MarketSpec marketSpec =
                usual.withSize(symbols == null ? usual.symbols() : symbols, days == null ? usual.days() : days);
        say(out, "1/3 making up a market: %d symbols, %d trade dates", marketSpec.symbols(), marketSpec.days());
        WrittenMarket written = SyntheticMarket.of(marketSpec).write(market, Progress.NONE);
        say(
                out,
                "    %,d records in %d DBN files, %.1f MB, in %s",
                written.records(),
                written.files().size(),
                written.bytes() / 1e6,
                market);

        say(out, "2/3 taking them into a lake, and scanning it");
        NightReport report;
        try (SparkSession spark = CommandSession.open("tapelake demo", config.spark())) {
            LakeJobs jobs = LakeJobs.on(spark, lake.toString(), config, Clock.systemUTC());
            report = SparkProgress.during(
                    "demo", spark, config.progress(), () -> jobs.nightly(List.of(market.toString())));
        }
        say(
                out,
                "    run %s: %,d records stored, %,d symbol-days scanned",
                report.runId(),
                report.ingest().files().stream().mapToLong(f -> f.stored()).sum(),
                report.scan().symbolDays());
        say(out, "    %s", ScanLines.index(report.scan()));

        say(out, "3/3 the days that moved most");
        LakeRun run = Lake.open(lake.toString()).latest();
        if (TopDays.print(run, TOP, out) == 0) {
            say(out, "    no day moved enough for the index");
        }
        say(out, "    and the best of the moments at which an episode may start");
        TopResetPoints.print(run, TOP, out);
        say(out, "done in %.0f s", (System.nanoTime() - began) / 1e9);
        next(out, market, lake);
        return ExitCode.OK;
    }

    private static void next(PrintWriter out, Path market, Path lake) {
        say(out, "");
        say(out, "The lake is in %s. What was planted is in %s.", lake, market.resolve("ground-truth.jsonl"));
        say(out, "Try next:");
        say(out, "  bin/tapelake days --lake %s --top 20", lake);
        say(out, "  bin/tapelake table day_stats --lake %s --where \"halt_count > 0\" --limit 5", lake);
        say(out, "  bin/tapelake table ingested_files --lake %s --columns path,records,stored --limit 5", lake);
        say(out, "  bin/tapelake dbn info %s/FILE", market);
    }

    private static void say(PrintWriter out, String text, Object... values) {
        out.println(String.format(Locale.ROOT, text, values));
        out.flush();
    }

    private void emptyFolder() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent() && !Files.exists(folder.resolve(MARK))) {
                    throw CommandException.usage(
                            "folder '" + folder + "' holds something that is not a demo; give another one with --dir");
                }
            }
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
        Files.createFile(folder.resolve(MARK));
    }
}
