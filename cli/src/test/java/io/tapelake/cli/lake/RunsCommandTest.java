package io.tapelake.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.cli.ExitCode;
import io.tapelake.cli.Main;
import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.TestRows;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {

    private static final LocalDate DATE = LocalDate.of(2025, 11, 14);

    private record Outcome(int exitCode, String out, String err) {}

    @TempDir
    Path folder;

    private Path root;
    private TestLake lake;

    @BeforeEach
    void write() {
        root = folder.resolve("lake");
        lake = TestLake.in(root);
    }

    @Test
    void listIsNewestFirstWithWithdrawnRunsAmongThem() throws Exception {
        bars();
        lake.publish("one");
        lake.publish("two", Map.of("bars_1m", 0L), true);
        List<JsonNode> rows = json(runs("list", "--format", "json"));
        assertThat(rows).extracting(row -> row.get("run_id").textValue()).containsExactly("two", "one");
        assertThat(rows).extracting(row -> row.get("withdrawn").booleanValue()).containsExactly(true, false);
        assertThat(rows.get(0).get("created_at").textValue()).isEqualTo("1970-01-01T00:00:02Z");
        assertThat(runs("list").out()).contains("run_id", "withdrawn", "yes");
    }

    @Test
    void aRunThatWasLetGoIsListedAndShownAsSuch() throws Exception {
        bars();
        lake.publishLetGo("gone", 1_763_130_600_000_000_000L).publish("kept");
        List<JsonNode> rows = json(runs("list", "--format", "json"));
        assertThat(rows.get(0).get("let_go_at").isNull()).isTrue();
        assertThat(rows.get(1).get("let_go_at").textValue()).isEqualTo("2025-11-14T14:30:00Z");
        assertThat(runs("show", "gone").out()).contains("run            gone, let go at 2025-11-14 09:30:00 ET");
    }

    @Test
    void aListForPeopleEndsAfterTwentyRunsAndSaysSo() {
        bars();
        for (int i = 0; i < 23; i++) {
            lake.publish("run-" + i);
        }
        Outcome cut = runs("list");
        assertThat(cut.out().lines()).hasSize(1 + 20);
        assertThat(cut.out()).contains("run-22").doesNotContain("run-2 ");
        assertThat(cut.err()).contains("the newest 20 of 23 runs; --all");
        assertThat(runs("list", "--all").out().lines()).hasSize(1 + 23);
        assertThat(runs("list", "--format", "csv").out().lines()).hasSize(1 + 23);
    }

    @Test
    void countsAndDatesOfARunAreListedAndShown() throws Exception {
        bars();
        Map<String, Object> row = new HashMap<>();
        row.put("run_id", "one");
        row.put("sequence", 1L);
        row.put("created_at_ns", 1_763_130_600_000_000_000L);
        row.put("base_run_id", "zero");
        row.put("job", "ingest+scan");
        row.put("table_versions", Map.of("bars_1m", 0L));
        row.put(
                "dates",
                "{\"2025-11-13\":{\"state\":\"complete\",\"covered_until_ns\":1763130600000000000},"
                        + "\"2025-11-14\":{\"state\":\"open\",\"covered_until_ns\":1763130600000000000}}");
        row.put(
                "counts",
                "{\"stored\":1234,\"quarantined\":5,\"symbol_days\":7,\"momentum_days\":2,\"reset_points\":99}");
        row.put("pinned", true);
        row.put("withdrawn", false);
        lake.add(Tables.RUNS, "", List.of(TestRows.complete(Tables.RUNS, row)));
        JsonNode listed = json(runs("list", "--format", "json")).get(0);
        assertThat(listed.get("dates").textValue()).isEqualTo("2025-11-13 to 2025-11-14 (2)");
        assertThat(listed.get("stored").longValue()).isEqualTo(1234);
        assertThat(listed.get("reset_points").longValue()).isEqualTo(99);
        Outcome text = runs("show", "latest");
        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out())
                .contains("run            one, pinned")
                .contains("started from   zero")
                .contains("bars_1m", "momentum_days", "1234")
                .contains("2025-11-14", "open", "2025-11-14 09:30:00 ET");
        JsonNode shown = json(runs("show", "one", "--format", "json")).get(0);
        assertThat(shown.get("dates").get("2025-11-14").get("state").textValue())
                .isEqualTo("open");
        assertThat(shown.get("table_versions").get("bars_1m").longValue()).isZero();
        assertThat(shown.get("base_run_id").textValue()).isEqualTo("zero");
    }

    @Test
    void diffCountsEveryDayAndNamesSome() throws Exception {
        String first = lake.add(
                Tables.DAY_INDEX,
                "2025-11",
                List.of(day("AAA", "PRIME", 0.9), day("BBB", "MIXED", 0.4), day("CCC", "MIXED", 0.3)));
        lake.add(Tables.DAY_INDEX, "2025-12", List.of(december()));
        String points =
                lake.add(Tables.RESET_POINTS, "2025-11", List.of(point("CCC", 1), point("CCC", 2), point("AAA", 1)));
        lake.add(Tables.INGESTED_FILES, "", List.of(file("/in/a", 1)));
        lake.publish("one");
        lake.change(
                Tables.DAY_INDEX,
                "2025-11",
                List.of(day("AAA", "SECONDARY", 0.7), day("CCC", "MIXED", 0.3), day("DDD", "MIXED", 0.2)),
                List.of(first));
        Map<String, Object> other = point("CCC", 2);
        other.put("setup_quality", 0.75);
        lake.change(Tables.RESET_POINTS, "2025-11", List.of(other, point("CCC", 3), point("AAA", 1)), List.of(points));
        lake.add(Tables.INGESTED_FILES, "", List.of(file("/in/b", 2)));
        lake.publish("two");

        List<JsonNode> lines = json(runs("diff", "one", "latest", "--format", "json"));

        JsonNode summary = lines.get(0);
        assertThat(summary.get("symbol_days").toString())
                .isEqualTo("{\"added\":1,\"removed\":1,\"changed\":1,\"reset_points\":1}");
        assertThat(summary.get("other_category").longValue()).isEqualTo(1);
        assertThat(summary.get("reset_points").toString()).isEqualTo("{\"added\":1,\"removed\":1,\"changed\":1}");
        assertThat(summary.get("files").toString()).isEqualTo("{\"added\":1,\"removed\":0,\"reissued\":0}");
        assertThat(summary.get("trade_dates").toString()).isEqualTo("[\"2025-11-14\"]");
        assertThat(summary.get("causes").toString()).isEqualTo("{\"input\":4}");
        assertThat(lines.get(1).get("path").textValue()).isEqualTo("/in/b");
        assertThat(lines.subList(2, lines.size()))
                .extracting(line -> line.get("symbol").textValue() + " "
                        + line.get("change").textValue())
                .containsExactly("AAA changed", "BBB removed", "CCC reset_points", "DDD added");
        assertThat(lines.get(2).get("columns").toString()).isEqualTo("[\"category\",\"quality\"]");
        String text = runs("diff", "one", "two", "--limit", "1").out();
        assertThat(text)
                .contains("input          files: 1 added; 2025-11-14")
                .contains("1 added, 1 removed, 1 changed (category 1, quality 1), 1 with other reset points only")
                .contains("PRIME -> SECONDARY", "0.900 -> 0.700")
                .contains("... and 3 more symbol-days")
                .doesNotContain("DDD");
        assertThat(runs("diff", "two", "two").out()).contains("symbol-days    none");
    }

    @Test
    void aWithdrawnRunCanBeReadByNameWithAWarning() {
        bars();
        lake.publish("one");
        lake.publish("two", Map.of("bars_1m", 0L), true);
        Outcome named = run(List.of("table", "bars_1m", "--lake", root.toString(), "--run", "two"));
        assertThat(named.exitCode()).isZero();
        assertThat(named.err()).contains("run 'two' is withdrawn");
        assertThat(named.out().lines()).hasSize(1 + 3);
        Outcome latest = run(List.of("table", "bars_1m", "--lake", root.toString()));
        assertThat(latest.err()).isEmpty();
    }

    @Test
    void mistakesAreExplainedBeforeSparkStarts() {
        Outcome none = runs("list");
        assertThat(none.exitCode()).isEqualTo(ExitCode.MISSING_INPUT);
        assertThat(none.err()).contains("no published run");
        assertThat(runs("pin", "latest").exitCode()).isEqualTo(ExitCode.MISSING_INPUT);
        bars();
        lake.publish("20251114-210000-001");
        for (String command : List.of("show", "pin", "unpin", "withdraw")) {
            Outcome unknown = runs(command, "20251114-210000-002");
            assertThat(unknown.exitCode()).as(unknown.err()).isEqualTo(ExitCode.USAGE);
            assertThat(unknown.err()).contains("no run '20251114-210000-002'", "Did you mean 20251114-210000-001?");
        }
        assertThat(runs("withdraw", "latest", "--undo", "--force").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(runs("diff", "latest").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(runs("diff", "latest", "latest", "--limit", "-1").err()).contains("--limit must be 0 or more");
        assertThat(run(List.of("runs")).err()).contains("missing: list, show, diff, pin, unpin or withdraw");
    }

    private void bars() {
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
    }

    private static Map<String, Object> day(String symbol, String category, double quality) {
        Map<String, Object> row = new HashMap<>();
        row.put("trade_date", DATE);
        row.put("dataset", "XNAS.ITCH");
        row.put("symbol", symbol);
        row.put("category", category);
        row.put("quality", quality);
        return TestRows.complete(Tables.DAY_INDEX, row);
    }

    private static Map<String, Object> december() {
        Map<String, Object> row = day("EEE", "MIXED", 0.5);
        row.put("trade_date", DATE.plusMonths(1));
        return row;
    }

    private static Map<String, Object> point(String symbol, long decisionNs) {
        Map<String, Object> row = new HashMap<>();
        row.put("trade_date", DATE);
        row.put("dataset", "XNAS.ITCH");
        row.put("symbol", symbol);
        row.put("decision_ts_ns", decisionNs);
        return TestRows.complete(Tables.RESET_POINTS, row);
    }

    private static Map<String, Object> file(String path, long id) {
        Map<String, Object> row = new HashMap<>();
        row.put("path", path);
        row.put("file_id", id);
        row.put("outcome", "taken");
        row.put("schema", "ohlcv-1m");
        row.put("trade_dates", List.of(DATE));
        return TestRows.complete(Tables.INGESTED_FILES, row);
    }

    private Outcome runs(String... args) {
        List<String> line = new ArrayList<>(List.of("runs"));
        line.addAll(List.of(args));
        line.addAll(List.of("--lake", root.toString()));
        return run(line);
    }

    private static Outcome run(List<String> args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(args.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    private static List<JsonNode> json(Outcome outcome) throws Exception {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        List<JsonNode> rows = new ArrayList<>();
        for (String line : outcome.out().lines().toList()) {
            rows.add(new ObjectMapper().readTree(line));
        }
        return rows;
    }
}
