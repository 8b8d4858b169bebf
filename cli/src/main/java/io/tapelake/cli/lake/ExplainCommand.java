package io.tapelake.cli.lake;

import io.tapelake.analysis.AnalyzedDay;
import io.tapelake.analysis.SymbolDayAnalysis;
import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.cli.explain.DayExplanation;
import io.tapelake.cli.explain.ExplainJson;
import io.tapelake.cli.explain.ExplainPage;
import io.tapelake.cli.explain.ExplainText;
import io.tapelake.cli.explain.ExplainedDay;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.scan.ConfiguredScan;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.model.SessionCalendar;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.DayAnalysis;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake explain}: why a day scored as it did, as text and as a page to look at. */
@Command(
        name = "explain",
        description = {
            "Say why a day scored as it did, and draw it.",
            "Scans the day anew from the rows of the run, with the lookback that the run measured: score and its"
                    + " components, the rule behind the category, events, and reset points.",
            "--out writes one HTML page that needs no network and no other file."
        })
public final class ExplainCommand implements Callable<Integer> {

    /** The forms of what is printed. */
    enum Form {
        TEXT {
            @Override
            String print(ExplainedDay day) {
                return ExplainText.of(day);
            }
        },
        JSON {
            @Override
            String print(ExplainedDay day) {
                return ExplainJson.of(day);
            }
        };

        abstract String print(ExplainedDay day);
    }

    @Option(names = "--symbol", paramLabel = "S", required = true, description = "The symbol.")
    private String symbol;

    @Option(names = "--date", paramLabel = "DATE", required = true, description = "The trade date, such as 2025-11-14.")
    private LocalDate date;

    @Option(
            names = "--dataset",
            paramLabel = "D",
            description = "The dataset, where the run has the symbol-day in several.")
    private String dataset;

    @Option(names = "--out", paramLabel = "FILE.html", description = "Write the page to this file.")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "What is printed: text or json (default: ${DEFAULT-VALUE}).")
    private Form form;

    @Option(names = "--open", description = "Explain an open date: what there is of a day of which more may come.")
    private boolean open;

    @Mixin
    private RunOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        TapelakeConfig config = options.config();
        LakeRun run = options.run(options.lake(config));
        SymbolDay key = KnownDays.of(run).find(symbol, date, dataset);
        if (!open && run.openDays().isOpen(key.tradeDate(), key.dataset())) {
            throw CommandException.missingInput(symbol + " on " + date + " is open in run " + run.id()
                    + ": more data of that date may come. --open explains what there is");
        }
        ExplainedDay day = explained(run, key, config);
        PrintWriter printed = spec.commandLine().getOut();
        printed.print(form.print(day));
        printed.flush();
        if (out != null) {
            write(ExplainPage.of(day));
            spec.commandLine().getErr().println("page: " + out);
        }
        return ExitCode.OK;
    }

    private static ExplainedDay explained(LakeRun run, SymbolDay key, TapelakeConfig config) {
        AnalyzedDay day;
        try {
            day = SymbolDayAnalysis.of(run, ConfiguredScan.settings(config.scan()))
                    .analyze(key);
        } catch (LakeException e) {
            throw CommandException.missingInput(e.getMessage());
        }
        String what = key.symbol() + " on " + key.tradeDate();
        DayAnalysis analysis = day.analysis()
                .orElseThrow(() -> CommandException.missingInput(what + " cannot be explained: run " + run.id()
                        + " has no prices within that day, or the calendar knows no trading on it"));
        String source = "Scanned from run " + run.id() + ", dataset " + key.dataset() + ", "
                + day.scanned().stats().sourceSchema() + ".";
        return DayExplanation.of(
                day.scanned(),
                day.folded().tape(),
                analysis,
                SessionCalendar.usEquities().sessions(key.tradeDate()),
                source);
    }

    private void write(String page) {
        try {
            Path folder = out.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(out, page);
        } catch (IOException e) {
            throw CommandException.failed("cannot write the page to " + out + ": " + e, e);
        }
    }
}
