package io.tapelake.cli.lake;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.index.DayQuery;
import io.tapelake.index.Filter;
import io.tapelake.index.ResetPointIndex;
import io.tapelake.index.ResetPointQuery;
import io.tapelake.index.ResetPointRecord;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.Tables;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake resets}: the places where an episode may begin, best first. */
@Command(
        name = "resets",
        description = {
            "Print the reset points with the best setups.",
            "A text table shows the main columns; --format json and csv show all of them, as in"
                    + " docs/formats/reset_points.md.",
            "Example: tapelake resets --phase BREAKOUT --bucket OPEN --min spread_bps=0 --max spread_bps=20 --category PRIME"
        })
public final class ResetsCommand implements Callable<Integer> {

    @Option(names = "--top", paramLabel = "N", description = "The N first points (default: days.top).")
    private Integer top;

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            defaultValue = ResetPointQuery.DEFAULT_RANKING,
            description = "Number that ranks points, largest first (default: ${DEFAULT-VALUE}).")
    private String by;

    @Option(names = "--detector", paramLabel = "D", split = ",", description = "Only points of these detectors.")
    private List<String> detectors;

    @Option(names = "--pattern", paramLabel = "P", split = ",", description = "Only points of these patterns.")
    private List<String> patterns;

    @Option(names = "--phase", paramLabel = "P", split = ",", description = "Only points of these phases, as BREAKOUT.")
    private List<String> phases;

    @Option(
            names = "--bucket",
            paramLabel = "B",
            split = ",",
            description = "Only points of these parts of the day: PREMARKET, OPEN, MORNING, MIDDAY, AFTERNOON,"
                    + " POWER_HOUR, POSTMARKET.")
    private List<String> buckets;

    @Option(
            names = "--category",
            paramLabel = "C",
            split = ",",
            description = "Only points of days of these categories: RISK, PRIME, SECONDARY, MIXED, CONTROL.")
    private List<String> categories;

    @Option(names = "--all", description = "Every candidate, not only the points that were drawn.")
    private boolean all;

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
        ResetPointQuery query = query(top == null ? config.days().top() : top);
        List<ShownColumn> columns = options.format() == RowFormat.TABLE ? ResetColumns.main(by) : ResetColumns.all();
        query = query.columns(columns.stream().map(ShownColumn::name).toList());
        ResetPointIndex index = index(config);
        boolean found = IndexRows.print(
                index.find(query), options.format(), spec.commandLine().getOut(), columns, ResetPointRecord::value);
        if (!found) {
            spec.commandLine()
                    .getErr()
                    .println("no reset point fits" + (all ? "" : "; --all looks at those that were not drawn too"));
        }
        return ExitCode.OK;
    }

    private ResetPointIndex index(TapelakeConfig config) {
        var run = options.run(options.lake(config));
        try {
            ResetPointIndex index = ResetPointIndex.open(run);
            open.note(run);
            return index;
        } catch (LakeException e) {
            throw CommandException.missingInput(e.getMessage());
        }
    }

    private ResetPointQuery query(int count) {
        try {
            ResetPointQuery query = all ? ResetPointQuery.all() : ResetPointQuery.selected();
            query = query.from(rows.from()).to(rows.to());
            query = rows.sample() == null ? query.top(count, by) : query.sample(rows.sample(), rows.seed());
            query = open.shown() ? query.withOpenDays() : query;
            query = only(query, "detector", detectors);
            query = only(query, "pattern", patterns);
            query = only(query, "phase", phases);
            query = only(query, "time_bucket", buckets);
            if (categories != null) {
                DayQuery days = DayQuery.all().where(Filter.in("category", categories));
                query = query.ofDays(open.shown() ? days.withOpenDays() : days);
            }
            for (Filter filter : rows.filters(Tables.RESET_POINTS)) {
                query = query.where(filter);
            }
            return query;
        } catch (LakeException e) {
            throw CommandException.usage(e.getMessage());
        }
    }

    private static ResetPointQuery only(ResetPointQuery query, String column, List<String> anyOf) {
        return anyOf == null ? query : query.where(Filter.in(column, anyOf));
    }
}
