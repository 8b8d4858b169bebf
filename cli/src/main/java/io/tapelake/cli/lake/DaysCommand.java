package io.tapelake.cli.lake;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.index.DayIndex;
import io.tapelake.index.DayQuery;
import io.tapelake.index.DayRecord;
import io.tapelake.index.Filter;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.Tables;
import java.util.List;
import java.util.concurrent.Callable;
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
            "A text table shows the main columns; --format json and csv show all of them, as in docs/formats/day_index.md.",
            "Example: tapelake days --category PRIME,RISK --min rvol=3 --tag halt --top 20"
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

    @Option(
            names = "--category",
            paramLabel = "C",
            split = ",",
            description = "Only days of these categories: RISK, PRIME, SECONDARY, MIXED, CONTROL.")
    private List<String> categories;

    @Option(
            names = "--tag",
            paramLabel = "T",
            split = ",",
            description = "Only days with this tag; of several, with all.")
    private List<String> tags;

    @Mixin
    private IndexOptions rows;

    @Mixin
    private OpenOption open;

    @Mixin
    private LakeOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        TapelakeConfig config = options.config();
        boolean table = options.format() == RowFormat.TABLE;
        DayQuery query = query(top == null ? config.days().top() : top);
        List<ShownColumn> columns = table ? DayColumns.main(by) : DayColumns.all();
        query = query.columns(columns.stream().map(ShownColumn::name).toList());
        DayIndex index = index(config);
        boolean found = IndexRows.print(
                index.find(query), options.format(), spec.commandLine().getOut(), columns, DayRecord::value);
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
            DayQuery query = DayQuery.all().from(rows.from()).to(rows.to());
            query = rows.sample() == null ? query.top(count, by) : query.sample(rows.sample(), rows.seed());
            query = open.shown() ? query.withOpenDays() : query;
            query = categories == null ? query : query.where(Filter.in("category", categories));
            for (String tag : tags == null ? List.<String>of() : tags) {
                query = query.tag(tag);
            }
            for (Filter filter : rows.filters(Tables.DAY_INDEX)) {
                query = query.where(filter);
            }
            return query;
        } catch (LakeException e) {
            throw CommandException.usage(e.getMessage());
        }
    }
}
