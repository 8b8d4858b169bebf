package io.tapelake.cli.lake;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.index.DayQuery;
import io.tapelake.index.Filter;
import io.tapelake.index.IndexStats;
import io.tapelake.index.ResetPointIndex;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.read.LakeRun;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake stats}: what there is in the index, in numbers. */
@Command(
        name = "stats",
        description = {
            "Count what is in the index: quality, patterns by time of day, symbols, quality of the data.",
            "--format json and csv print one row per number: what was counted, of what, and how many."
        })
public final class StatsCommand implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "DATE", description = "First trade date, such as 2025-11-14.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last trade date.")
    private LocalDate to;

    @Option(names = "--symbol", paramLabel = "S", split = ",", description = "Only this symbol, or one of these.")
    private List<String> symbols;

    @Mixin
    private OpenOption open;

    @Mixin
    private LakeOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        DayQuery query = query();
        IndexStats stats = IndexStats.of(index(), query);
        PrintWriter out = spec.commandLine().getOut();
        if (options.format() == RowFormat.TABLE) {
            StatsText.print(stats, out);
        } else {
            StatsText.rows(stats, options.format().open(out, StatsText.COLUMNS));
        }
        out.flush();
        return ExitCode.OK;
    }

    private ResetPointIndex index() {
        LakeRun run = options.run(options.lake(options.config()));
        try {
            ResetPointIndex index = ResetPointIndex.open(run);
            open.note(run);
            return index;
        } catch (LakeException e) {
            throw CommandException.missingInput(e.getMessage());
        }
    }

    private DayQuery query() {
        try {
            DayQuery query = DayQuery.all().from(from).to(to);
            query = symbols == null ? query : query.where(Filter.in("symbol", symbols));
            return open.shown() ? query.withOpenDays() : query;
        } catch (LakeException e) {
            throw CommandException.usage(e.getMessage());
        }
    }
}
