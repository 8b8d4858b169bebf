package io.tapelake.cli.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapelake.cli.ExitCode;
import io.tapelake.lake.read.PublishedRun;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tapelake runs show}: everything a run says of itself. */
@Command(
        name = "show",
        description = "Print what a run says of itself: where it came from, its tables, dates and counts.")
public final class RunsShowCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(index = "0", paramLabel = "RUN", description = "Id of the run, or latest.")
    private String id;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, or json: one object (default: ${DEFAULT-VALUE}).")
    private SummaryFormat format;

    @Mixin
    private LakeFolder folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PublishedRun run = LakeFolder.published(folder.lake(folder.config()), id);
        PrintWriter out = spec.commandLine().getOut();
        if (format == SummaryFormat.JSON) {
            out.println(json(run));
        } else {
            print(run, out);
        }
        out.flush();
        return ExitCode.OK;
    }

    private static void print(PublishedRun run, PrintWriter out) {
        out.println("run            " + run.runId() + (run.pinned() ? ", pinned" : "")
                + (run.withdrawn() ? ", withdrawn" : "")
                + (run.letGoAtNs().isPresent()
                        ? ", let go at " + CellText.pretty(RunRow.letGoAt(run)) + "; its files are gone"
                        : ""));
        out.println("published      " + CellText.pretty(RunRow.createdAt(run)) + ", number " + run.sequence());
        out.println("started from   " + run.baseRunId().orElse("nothing"));
        out.println("job            " + run.job());
        out.println("code           " + run.codeVersion());
        out.println("configuration  " + run.configHash());
        table(out, List.of("table", "version"), new TreeMap<>(run.tableVersions()));
        table(out, List.of("count", "number"), RunRow.fields(run.counts()));
        table(out, List.of("step", "seconds"), RunRow.fields(run.durations()));
        SortedMap<String, JsonNode> dates = RunRow.fields(run.dates());
        if (!dates.isEmpty()) {
            out.println();
            RowOutput rows =
                    RowFormat.TABLE.open(out, List.of(column("date"), column("state"), column("covered_until")));
            dates.forEach((date, known) -> rows.row(java.util.Arrays.asList(
                    date,
                    known.path("state").asText(),
                    known.has("covered_until_ns")
                            ? Instant.ofEpochSecond(
                                    0, known.get("covered_until_ns").longValue())
                            : null)));
            rows.end();
        }
    }

    private static void table(PrintWriter out, List<String> headings, Map<String, ?> values) {
        if (values.isEmpty()) {
            return;
        }
        out.println();
        RowOutput rows = RowFormat.TABLE.open(
                out,
                List.of(column(headings.get(0)), new ShownColumn("value", headings.get(1), true, CellText::pretty)));
        values.forEach((name, value) -> rows.row(List.of(name, value)));
        rows.end();
    }

    private static ShownColumn column(String name) {
        return new ShownColumn(name, name, false, CellText::pretty);
    }

    private static ObjectNode json(PublishedRun run) {
        ObjectNode json = JSON.createObjectNode();
        json.put("run_id", run.runId());
        json.put("sequence", run.sequence());
        json.put("base_run_id", run.baseRunId().orElse(null));
        json.put("created_at", RunRow.createdAt(run).toString());
        json.put("created_at_ns", run.createdAtNs());
        json.put("job", run.job());
        json.put("code_version", run.codeVersion());
        json.put("config_hash", run.configHash());
        ObjectNode versions = json.putObject("table_versions");
        new TreeMap<>(run.tableVersions()).forEach(versions::put);
        json.putObject("dates").setAll(RunRow.fields(run.dates()));
        json.putObject("counts").setAll(RunRow.fields(run.counts()));
        json.putObject("durations").setAll(RunRow.fields(run.durations()));
        json.put("pinned", run.pinned());
        json.put("withdrawn", run.withdrawn());
        Instant letGoAt = RunRow.letGoAt(run);
        json.put("let_go_at", letGoAt == null ? null : letGoAt.toString());
        return json;
    }
}
