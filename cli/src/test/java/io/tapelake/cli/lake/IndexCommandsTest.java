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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCommandsTest {

    private static final LocalDate DATE = LocalDate.of(2025, 11, 14);
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Outcome(int exitCode, String out, String err) {}

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void write() {
        root = folder.resolve("la'ke [x] 100%? é=1");
        TestLake lake = TestLake.in(root);
        lake.add(
                Tables.DAY_INDEX,
                "2025-11",
                List.of(
                        day("AAA", "PRIME", 0.9, "gap_up,halt", 5.0),
                        day("BBB", "RISK", 0.35, "halt", 2.0),
                        day("CCC", "CONTROL", null, "", 1.0)));
        lake.add(
                Tables.RESET_POINTS,
                "2025-11",
                List.of(
                        point("AAA", 1, "BREAKOUT", "OPEN", 0.5, true),
                        point("AAA", 2, "FLUSH", "OPEN", 0.8, true),
                        point("BBB", 1, "BREAKOUT", "MIDDAY", 0.7, true),
                        point("BBB", 2, "BREAKOUT", "MIDDAY", 0.6, false)));
        lake.publish("one");
        lake.change(Tables.DAY_INDEX, "2025-11", List.of(day("ZZZ", "PRIME", 0.1, "", 9.0)), List.of());
        lake.publish("two");
    }

    @Test
    void daysAreFilteredByCategoryTagAndBounds() throws Exception {
        assertThat(symbols("days", "--category", "PRIME,RISK")).containsExactly("AAA", "BBB", "ZZZ");
        assertThat(symbols("days", "--tag", "halt", "--min", "rvol=2.0001")).containsExactly("AAA");
        assertThat(symbols("days", "--tag", "halt,gap_up")).containsExactly("AAA");
        assertThat(symbols("days", "--max", "quality=0.4", "--by", "quality")).containsExactly("BBB", "ZZZ");
        assertThat(symbols("days", "--symbol", "AAA,CCC")).containsExactlyInAnyOrder("AAA", "CCC");
        assertThat(symbols("days", "--run", "one")).containsExactly("AAA", "BBB", "CCC");
        assertThat(symbols("days", "--sample", "2", "--seed", "7")).hasSize(2);
    }

    @Test
    void resetsAreThoseDrawnUnlessAllAreAskedFor() throws Exception {
        assertThat(symbols("resets")).containsExactly("AAA", "BBB", "AAA");
        assertThat(symbols("resets", "--all", "--bucket", "MIDDAY")).containsExactly("BBB", "BBB");
        assertThat(symbols("resets", "--phase", "BREAKOUT", "--category", "PRIME"))
                .containsExactly("AAA");
        assertThat(symbols("resets", "--min", "setup_quality=0.7")).containsExactly("AAA", "BBB");
        Outcome none = run("resets", "--phase", "DEAD_ZONE");
        assertThat(none.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(none.err()).contains("--all");
        assertThat(run("resets", "--top", "1").out()).contains("setup").contains("0.80");
    }

    @Test
    void statsCountTheSameForPeopleAndPrograms() throws Exception {
        String text = run("stats").out();
        assertThat(text).contains("4 days of 4 symbols, 2025-11-14 to 2025-11-14; 4 reset points, 3 selected");
        assertThat(text)
                .containsPattern("0\\.9-1\\.0 +1 ")
                .containsPattern("unknown +1")
                .containsPattern("PRIME +2");
        List<JsonNode> rows = json(run("stats", "--format", "json"));
        assertThat(count(rows, "quality", "0.9-1.0")).isEqualTo(1);
        assertThat(count(rows, "quality_flag", "odd")).isEqualTo(4);
        assertThat(rows.stream()
                        .filter(row -> row.get("stat").asText().equals("pattern")
                                && "MIDDAY".equals(row.get("time_bucket").asText()))
                        .mapToLong(row -> row.get("rows").asLong())
                        .sum())
                .isEqualTo(2);
        assertThat(count(json(run("stats", "--format", "json", "--symbol", "AAA")), "days", null))
                .isEqualTo(1);
    }

    @Test
    void filesAreThoseOfTheRunAndNoOthers() throws Exception {
        List<String> old =
                run("files", "day_index", "--run", "one").out().lines().toList();
        List<String> now = run("files", "day_index").out().lines().toList();
        assertThat(old).hasSize(1).allMatch(path -> Files.isRegularFile(Path.of(path)));
        assertThat(now).hasSize(2).containsAll(old);
        JsonNode file = json(run("files", "reset_points", "--format", "json")).get(0);
        assertThat(file.get("partition_value").asText()).isEqualTo("2025-11");
        assertThat(file.get("rows").asLong()).isEqualTo(4);
        assertThat(file.get("bytes").asLong())
                .isEqualTo(Files.size(Path.of(file.get("path").asText())));
        assertThat(run("files", "day_index", "--from", "2025-12-01").out()).isEmpty();
        assertThat(run("files", "runs").out().lines()).hasSize(2);
        Outcome absent = run("files", "trades");
        assertThat(absent.out()).isEmpty();
        assertThat(absent.err()).contains("has no table 'trades'");
        assertThat(run("files", "day_indx").err()).contains("Did you mean day_index");
    }

    @Test
    void mistakesAreNamed() {
        Outcome column = run("days", "--min", "rvl=3");
        assertThat(column.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(column.err()).contains("'rvl'").contains("rvol");
        assertThat(run("days", "--min", "rvol").err()).contains("must be COLUMN=NUMBER");
        assertThat(run("resets", "--max", "rvol=x").err()).contains("'x' is not a number");
        assertThat(run("resets", "--by", "phase").err()).contains("STRING").contains("setup_quality");
        assertThat(run("stats", "--from", "2025-11-15", "--to", "2025-11-14").err())
                .contains("backwards");
    }

    private List<String> symbols(String... command) throws Exception {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--format", "json"));
        Outcome outcome = run(words.toArray(String[]::new));
        assertThat(outcome.err()).isEmpty();
        return json(outcome).stream().map(row -> row.get("symbol").asText()).toList();
    }

    private static long count(List<JsonNode> rows, String stat, String of) {
        return rows.stream()
                .filter(row -> row.get("stat").asText().equals(stat)
                        && java.util.Objects.equals(of, row.get("of").textValue()))
                .mapToLong(row -> row.get("rows").asLong())
                .sum();
    }

    private static List<JsonNode> json(Outcome outcome) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : outcome.out().lines().toList()) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    private Outcome run(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--lake", root.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(words.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Outcome(code, out.toString(), err.toString());
    }

    private static Map<String, Object> day(String symbol, String category, Double quality, String tags, double rvol) {
        Map<String, Object> row = new HashMap<>();
        row.put("trade_date", DATE);
        row.put("dataset", "XNAS.ITCH");
        row.put("symbol", symbol);
        row.put("category", category);
        row.put("quality", quality);
        row.put("tags", tags);
        row.put("rvol", rvol);
        row.put("movement", quality);
        row.put("quality_flags", "odd");
        return TestRows.complete(Tables.DAY_INDEX, row);
    }

    private static Map<String, Object> point(
            String symbol, int minute, String phase, String bucket, double quality, boolean selected) {
        Map<String, Object> row = new HashMap<>();
        row.put("trade_date", DATE);
        row.put("dataset", "XNAS.ITCH");
        row.put("symbol", symbol);
        row.put("decision_ts_ns", minute * 60_000_000_000L);
        row.put("phase", phase);
        row.put("time_bucket", bucket);
        row.put("setup_quality", quality);
        row.put("selected", selected);
        return TestRows.complete(Tables.RESET_POINTS, row);
    }
}
