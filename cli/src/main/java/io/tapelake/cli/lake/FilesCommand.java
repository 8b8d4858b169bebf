package io.tapelake.cli.lake;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.files.TableSnapshot;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tapelake files}: the Parquet files that hold a table at a run, these and no others. */
@Command(
        name = "files",
        description = {
            "Print the live Parquet files of a table at a run, for DuckDB, pandas and others.",
            "Never read the folder of a table with a pattern: files that a run no longer has are still there, and their"
                    + " rows would come twice. The partition column is in the path of a file, not in the file.",
            "--format table prints the paths alone, one per line.",
            "Example: tapelake files reset_points --format json | jq -r .path"
        })
public final class FilesCommand implements Callable<Integer> {

    private static final List<ShownColumn> COLUMNS = List.of(
            column("path"), column("partition_column"), column("partition_value"), column("rows"), column("bytes"));

    @Parameters(index = "0", paramLabel = "NAME", description = "The table, such as day_index, bars_1m or runs.")
    private String name;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Only files that may hold this trade date or later ones.")
    private LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "Only files that may hold this trade date or earlier ones.")
    private LocalDate to;

    @Mixin
    private LakeOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        LakeTable table = table();
        Lake lake = options.lake(options.config());
        List<DataFile> files = files(lake, options.run(lake), table);
        PrintWriter out = spec.commandLine().getOut();
        if (options.format() == RowFormat.TABLE) {
            files.forEach(file -> out.println(path(file)));
        } else {
            RowOutput rows = options.format().open(out, COLUMNS);
            files.forEach(file -> rows.row(Arrays.asList(
                    path(file),
                    file.partitionColumn().isEmpty() ? null : file.partitionColumn(),
                    file.partitionColumn().isEmpty() ? null : file.partitionValue(),
                    file.records() < 0 ? null : file.records(),
                    file.sizeBytes())));
            rows.end();
        }
        out.flush();
        return ExitCode.OK;
    }

    private LakeTable table() {
        try {
            return Tables.named(name);
        } catch (LakeException e) {
            throw CommandException.usage(e.getMessage());
        }
    }

    /** A table that the run does not have has no files. */
    private List<DataFile> files(Lake lake, LakeRun run, LakeTable table) {
        if (!table.equals(Tables.RUNS) && !run.has(table)) {
            spec.commandLine()
                    .getErr()
                    .println("run '" + run.id() + "' has no table '" + table.name() + "'; it has "
                            + String.join(", ", run.tables()));
            return List.of();
        }
        TableSnapshot snapshot = table.equals(Tables.RUNS) ? lake.runsTable() : run.table(table);
        try {
            return from == null && to == null
                    ? snapshot.files()
                    : snapshot.files(
                            from == null ? LocalDate.EPOCH : from, to == null ? LocalDate.of(9999, 12, 31) : to);
        } catch (LakeException e) {
            throw CommandException.usage(e.getMessage());
        }
    }

    private static String path(DataFile file) {
        return LakeStorage.isLocal(file.path())
                ? LakeStorage.localPath(file.path()).toString()
                : file.path();
    }

    private static ShownColumn column(String name) {
        return new ShownColumn(name, name, false, CellText::pretty);
    }
}
