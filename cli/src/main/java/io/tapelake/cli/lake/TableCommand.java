package io.tapelake.cli.lake;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tapelake table}: rows of any table of a published run. */
@Command(
        name = "table",
        description = {
            "Print rows of any table.",
            "Times without a zone in a condition are New York's; a column named like a word of SQL is quoted, as in"
                    + " \"group\".",
            "Example: tapelake table bars_1m --where \"symbol = 'AAPL' and bar_start >= '2025-11-14 09:30'\" --limit 5"
        })
public final class TableCommand implements Callable<Integer> {

    /** Rows of a text table when no limit is given: more is for a program to read. */
    private static final long TABLE_ROWS = 100;

    @Parameters(index = "0", paramLabel = "NAME", description = "The table, such as bars_1m, quarantine or runs.")
    private String name;

    @Option(names = "--where", paramLabel = "SQL", description = "Only rows that meet this SQL condition.")
    private String where;

    @Option(names = "--columns", paramLabel = "A,B", split = ",", description = "Only these columns, in this order.")
    private List<String> names;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most N rows (default: all; with --format table " + TABLE_ROWS + ").")
    private Long limit;

    @Mixin
    private OpenOption open;

    @Mixin
    private LakeOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (limit != null && limit < 0) {
            throw CommandException.usage("--limit must be 0 or more but is " + limit);
        }
        LakeTable table = table();
        List<LakeColumn> columns = columns(table);
        Lake lake = options.lake(options.config());
        LakeRun run = options.run(lake);
        List<DataFile> files = files(lake, run, table);
        String condition = shown(run, table);
        boolean cut = limit == null && options.format() == RowFormat.TABLE;
        OptionalLong rows =
                cut ? OptionalLong.of(TABLE_ROWS + 1) : limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
        PrintWriter out = spec.commandLine().getOut();
        Counting output = new Counting(
                options.format().open(out, columns.stream().map(ShownColumn::of).toList()),
                cut ? TABLE_ROWS : Long.MAX_VALUE);
        try (LocalFiles local = LocalFiles.of(lake, table, files, condition == null ? rows : OptionalLong.empty());
                EmbeddedSql sql = EmbeddedSql.readingBelow(local.folder())) {
            sql.print(LakeSql.select(table, local.files(), columns, condition, rows), table, columns, output);
        }
        output.end();
        if (output.hasMore()) {
            spec.commandLine().getErr().println("the first " + TABLE_ROWS + " rows; --limit N shows more");
        }
        return ExitCode.OK;
    }

    /** The condition that was given, on rows of dates that are to be shown; null for every row. */
    private String shown(LakeRun run, LakeTable table) {
        Optional<String> complete = open.condition(run, table);
        if (complete.isEmpty()) {
            return where;
        }
        open.note(run);
        return where == null ? complete.get() : "(" + where + "\n) AND " + complete.get();
    }

    private LakeTable table() {
        try {
            return Tables.named(name);
        } catch (LakeException e) {
            throw CommandException.usage(e.getMessage());
        }
    }

    private List<LakeColumn> columns(LakeTable table) {
        if (names == null) {
            return table.columns();
        }
        try {
            return names.stream().map(String::strip).map(table::column).toList();
        } catch (LakeException e) {
            throw CommandException.usage("--columns: " + e.getMessage());
        }
    }

    /** The files of the run. A table that the run does not have is empty: no file in quarantine is good news, not an error. */
    private List<DataFile> files(Lake lake, LakeRun run, LakeTable table) {
        if (table.equals(Tables.RUNS)) {
            return lake.runsTable().files();
        }
        if (!run.has(table)) {
            spec.commandLine()
                    .getErr()
                    .println("nothing of its kind was taken in; run '" + run.id() + "' has "
                            + String.join(", ", run.tables()));
            return List.of();
        }
        return run.table(table).files();
    }

    /** Lets a number of rows through and knows whether there were more. */
    private static final class Counting implements RowOutput {
        private final RowOutput to;
        private final long most;
        private long rows;

        Counting(RowOutput to, long most) {
            this.to = to;
            this.most = most;
        }

        @Override
        public boolean row(List<Object> values) {
            rows++;
            return rows <= most && to.row(values);
        }

        @Override
        public void end() {
            to.end();
        }

        boolean hasMore() {
            return rows > most;
        }
    }
}
