package io.tapelake.cli.lake;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.index.DayIndex;
import io.tapelake.index.DayQuery;
import io.tapelake.index.DayRecord;
import io.tapelake.lake.LakeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake days}: the days of the index, best first. */
@Command(
        name = "days",
        description = {
            "Print the days that moved most.",
            "A text table shows the main columns; --format json and csv show all of them, as in docs/formats/day_index.md."
        })
public final class DaysCommand implements Callable<Integer> {

    @Option(names = "--top", paramLabel = "N", description = "The N first days (default: days.top).")
    private Integer top;

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            defaultValue = DayQuery.DEFAULT_RANKING,
            description = "Number that ranks days, largest first (default: ${DEFAULT-VALUE}).")
    private String by;

    @Option(names = "--from", paramLabel = "DATE", description = "First trade date, such as 2025-11-14.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last trade date.")
    private LocalDate to;

    @Option(names = "--symbol", paramLabel = "S", description = "Only days of this symbol.")
    private String symbol;

    @Mixin
    private OpenOption open;

    @Mixin
    private LakeOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        TapelakeConfig config = options.config();
        DayQuery query = query(top == null ? config.days().top() : top);
        DayIndex index = index(config);
        List<ShownColumn> columns = options.format() == RowFormat.TABLE ? DayColumns.main(by) : DayColumns.all();
        RowOutput output = options.format().open(spec.commandLine().getOut(), columns);
        boolean found = false;
        try (Stream<DayRecord> days = index.find(query)) {
            boolean read = true;
            for (Iterator<DayRecord> day = days.iterator(); read && day.hasNext(); ) {
                read = output.row(values(day.next(), columns));
                found = true;
            }
        }
        output.end();
        if (!found) {
            spec.commandLine().getErr().println("no day of the index fits; 'tapelake table day_stats' shows every day");
        }
        return ExitCode.OK;
    }

    private DayIndex index(TapelakeConfig config) {
        var run = options.run(options.lake(config));
        try {
            DayIndex index = DayIndex.open(run);
            open.note(run);
            return index;
        } catch (LakeException e) {
            throw CommandException.missingInput(e.getMessage());
        }
    }

    private DayQuery query(int count) {
        try {
            DayQuery query = DayQuery.all().top(count, by);
            query = open.shown() ? query.withOpenDays() : query;
            query = symbol == null ? query : query.symbol(symbol);
            query = from == null ? query : query.from(from);
            return to == null ? query : query.to(to);
        } catch (LakeException e) {
            throw CommandException.usage(e.getMessage());
        }
    }

    private static List<Object> values(DayRecord day, List<ShownColumn> columns) {
        List<Object> values = new ArrayList<>(columns.size());
        for (ShownColumn column : columns) {
            values.add(day.value(column.name()));
        }
        return values;
    }
}
