package io.tapelake.cli;

import io.tapelake.config.LoadOptions.Setting;
import io.tapelake.config.ProgressConfig;
import io.tapelake.config.SynthConfig;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.synthetic.FileSplit;
import io.tapelake.synthetic.MarketSpec;
import io.tapelake.synthetic.Progress;
import io.tapelake.synthetic.SyntheticMarket;
import io.tapelake.synthetic.WrittenMarket;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake synth}: writes a made-up market as DBN files, with the ground truth of what was planted in it. */
@Command(
        name = "synth",
        description = "Write a made-up market as DBN files, with the ground truth of what was planted in it.",
        footer = {
            "",
            "The same options give the same files, byte for byte. The files are named as Databento's batch downloads;",
            "ground-truth.jsonl beside them says what was planted, where and how large, which of it are mere near misses,",
            "and what a day as a whole may rightly be called (docs/synthetic-market.md).",
            "Without --symbols, --days and --seed the configuration decides (section synth)."
        })
final class SynthCommand implements Callable<Integer> {
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Write here: a new or empty folder.")
    private Path folder;

    @Option(names = "--symbols", paramLabel = "N", description = "Number of symbols, 1 to 20000.")
    private String symbols;

    @Option(names = "--days", paramLabel = "N", description = "Number of trade dates, 1 to 2600.")
    private String days;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed is another market.")
    private String seed;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First trade date (default: 2025-02-24, two weeks before the clocks change).")
    private LocalDate from;

    @Option(
            names = "--schemas",
            split = ",",
            paramLabel = "SCHEMA",
            description = "Of mbp-1, tbbo, trades, ohlcv-1s, ohlcv-1m, ohlcv-1h, definition, status, bbo-1s, bbo-1m"
                    + " (default: trades,ohlcv-1s,definition,status,bbo-1s).")
    private List<String> schemas;

    @Option(
            names = "--tick-symbols",
            paramLabel = "N",
            description = "Write trades, tbbo and mbp-1 of the first N symbols only (default: of all).")
    private Integer tickSymbols;

    @Option(
            names = "--activity",
            paramLabel = "X",
            defaultValue = "1",
            description = "Scale of the number of trades and quotes (default: ${DEFAULT-VALUE}, some thousand trades"
                    + " per symbol and day; 25 is near life).")
    private double activity;

    @Option(
            names = "--events",
            paramLabel = "X",
            defaultValue = "1",
            description = "Scale of the number of planted events; 0 plants none (default: ${DEFAULT-VALUE}).")
    private double eventRate;

    @Option(
            names = "--split",
            paramLabel = "HOW",
            defaultValue = "utc-day",
            description = "A file per utc-day, as Databento does, or per ny-date (default: ${DEFAULT-VALUE}).")
    private String split;

    @Option(
            names = "--security-events",
            description =
                    "Split, rename and delist securities, and use a name again; with the reference files that say so.")
    private boolean securityEvents;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description =
                    "year-end: 30 trade dates from 2025-10-27, over the end of daylight saving time and an early close,"
                            + " with security events.")
    private String preset;

    @Mixin
    private ConfigOptions configuration;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        TapelakeConfig config = configuration.load(settings().toArray(Setting[]::new));
        MarketSpec market = market(config.synth());
        long began = System.nanoTime();
        WrittenMarket written = write(SyntheticMarket.of(market), config.progress());
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%d symbols, %d trade dates, seed %d: %d files with %,d records (%.1f MB) in %s, %.1f s%n",
                market.symbols(),
                market.days(),
                market.seed(),
                written.files().size(),
                written.records(),
                written.bytes() / 1e6,
                folder,
                (System.nanoTime() - began) / 1e9);
        out.printf(
                "planted: %d events, listed in %s%n", written.planted().size(), folder.resolve("ground-truth.jsonl"));
        return ExitCode.OK;
    }

    private List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        addSetting(settings, "symbols", symbols);
        addSetting(settings, "days", days);
        addSetting(settings, "seed", seed);
        return settings;
    }

    private static void addSetting(List<Setting> settings, String name, String value) {
        if (value != null) {
            settings.add(new Setting("synth." + name, value, "option --" + name));
        }
    }

    private MarketSpec market(SynthConfig defaults) {
        try {
            MarketSpec market = preset(defaults)
                    .withActivity(activity)
                    .withEventRate(eventRate)
                    .withSplit(parseSplit(split));
            market = from == null ? market : market.withFrom(from);
            market = securityEvents ? market.withSecurityEvents(true) : market;
            market = tickSymbols == null ? market : market.withTickSymbols(tickSymbols);
            return schemas == null ? market : market.withSchemas(parseSchemas(schemas));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(e.getMessage());
        }
    }

    private MarketSpec preset(SynthConfig defaults) {
        if (preset == null) {
            return MarketSpec.of(defaults.symbols(), defaults.days(), defaults.seed());
        }
        if (!preset.equals("year-end")) {
            throw CommandException.usage("--preset is '" + preset + "'; allowed is year-end");
        }
        MarketSpec market = MarketSpec.yearEnd(defaults.symbols(), defaults.seed());
        return days == null ? market : market.withSize(defaults.symbols(), defaults.days());
    }

    private static List<Schema> parseSchemas(List<String> texts) {
        List<Schema> parsed = new ArrayList<>();
        for (String text : texts) {
            parsed.add(Schema.fromText(text.strip())
                    .orElseThrow(() -> CommandException.usage("--schemas: there is no schema '" + text
                            + "'; the help of this command lists what can be written")));
        }
        return parsed;
    }

    private static FileSplit parseSplit(String text) {
        return switch (text) {
            case "utc-day" -> FileSplit.UTC_DAY;
            case "ny-date" -> FileSplit.NY_DATE;
            default -> throw CommandException.usage("--split is '" + text + "'; allowed are utc-day and ny-date");
        };
    }

    private WrittenMarket write(SyntheticMarket market, ProgressConfig config) throws IOException {
        boolean shown =
                switch (config.bars()) {
                    case ALWAYS -> true;
                    case NEVER -> false;
                    // Set by bin/tapelake: from Java 22 on a process without a terminal has a console too.
                    case AUTO -> Boolean.getBoolean("tapelake.terminal");
                };
        if (!shown) {
            return market.write(folder, Progress.NONE);
        }
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("synth")
                .setUnit(" symbol-days", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build()) {
            return market.write(folder, (done, total) -> {
                bar.maxHint(total);
                bar.stepTo(done);
            });
        }
    }
}
