package io.tapelake.cli.lake;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.cli.state.StateJson;
import io.tapelake.cli.state.StateLine;
import io.tapelake.cli.state.StateLines;
import io.tapelake.cli.state.StateText;
import io.tapelake.config.SimulatorConfig;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.scan.ConfiguredScan;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.model.NewYork;
import io.tapelake.model.SymbolDay;
import io.tapelake.simulator.DayStore;
import io.tapelake.simulator.check.CheckLine;
import io.tapelake.simulator.check.DayCheck;
import io.tapelake.simulator.check.RecordOrigin;
import io.tapelake.simulator.day.DaySettings;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.feature.FeatureSet;
import io.tapelake.simulator.market.MarketView;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake state}: the market at an instant, as an agent of the simulator would know it. */
@Command(
        name = "state",
        description = {
            "Show the market at an instant, as the simulator knows it then, with the age of every value.",
            "--validate checks every row of the day in memory against the lake."
        })
public final class StateCommand implements Callable<Integer> {
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final long NS_PER_MS = 1_000_000L;

    /** The forms of what is printed. */
    enum Form {
        TEXT,
        JSON
    }

    @Option(names = "--symbol", paramLabel = "S", required = true, description = "The symbol.")
    private String symbol;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            required = true,
            description = "The instant with its offset, such as 2025-11-14T10:09:00-05:00.")
    private OffsetDateTime at;

    @Option(
            names = "--dataset",
            paramLabel = "D",
            description = "The dataset, where the run has the symbol-day in several.")
    private String dataset;

    @Option(names = "--features", description = "Show the features of the configuration (simulator.features) too.")
    private boolean features;

    @Option(names = "--trace", description = "Say which record of which file each value came from.")
    private boolean trace;

    @Option(names = "--validate", description = "Check the whole day in memory against the lake.")
    private boolean validate;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "What is printed: text or json (default: ${DEFAULT-VALUE}).")
    private Form form;

    @Mixin
    private RunOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        TapelakeConfig config = options.config();
        LakeRun run = options.run(options.lake(config));
        Instant instant = at.toInstant();
        long ns = Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NS_PER_SECOND), instant.getNano());
        SymbolDay key = KnownDays.of(run).find(symbol, NewYork.tradeDateOf(ns), dataset);
        DaySettings settings = settings(config);
        SimulatorDay day = load(run, key, settings);
        MarketView view = MarketView.of(day).moveTo(ns);
        List<StateLine> state = StateLines.of(view, trace ? RecordOrigin.of(run, key) : null);
        FeatureSet set = features ? featureSet(config.simulator()) : null;
        List<StateLine> values = features ? StateLines.features(view, set) : List.of();
        PrintWriter out = spec.commandLine().getOut();
        if (form == Form.JSON) {
            out.print(StateJson.of(view, state, set, values));
        } else {
            out.print(StateText.of(view, state));
            if (features) {
                out.print("\nfeatures, schema " + set.schemaHash() + "\n" + StateText.lines(values));
            }
        }
        out.flush();
        return validate ? check(DayCheck.of(run, settings).check(day)) : ExitCode.OK;
    }

    private static DaySettings settings(TapelakeConfig config) {
        SimulatorConfig simulator = config.simulator();
        return new DaySettings(
                ConfiguredScan.settings(config.scan()),
                simulator.feedDelayMs() * NS_PER_MS,
                simulator.staleSeconds() * NS_PER_SECOND,
                simulator.largePrintUsd(),
                simulator.openingRangeMinutes(),
                simulator.priorDays());
    }

    private static FeatureSet featureSet(SimulatorConfig simulator) {
        try {
            return simulator.features().isEmpty() ? FeatureSet.defaults() : FeatureSet.of(simulator.features());
        } catch (IllegalArgumentException e) {
            throw CommandException.usage("simulator.features: " + e.getMessage());
        }
    }

    private static SimulatorDay load(LakeRun run, SymbolDay key, DaySettings settings) {
        try {
            return DayStore.of(run, settings).load(key);
        } catch (LakeException | IllegalArgumentException e) {
            throw CommandException.missingInput(e.getMessage());
        }
    }

    private int check(List<CheckLine> lines) {
        PrintWriter err = spec.commandLine().getErr();
        long different = 0;
        for (CheckLine line : lines) {
            different += line.different();
            err.println(String.format(
                    Locale.ROOT,
                    "%-60s %,12d compared, %,d different%s",
                    line.what(),
                    line.compared(),
                    line.different(),
                    line.first().isEmpty() ? "" : "; first " + line.first()));
        }
        err.flush();
        return different == 0 ? ExitCode.OK : ExitCode.FAILED;
    }
}
