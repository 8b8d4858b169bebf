package io.tapelake.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Commands leave open dates out, say so, and show them when they are asked to. */
class OpenDatesCommandTest {

    private static final LocalDate COMPLETE = LocalDate.of(2025, 11, 13);
    private static final LocalDate OPEN = LocalDate.of(2025, 11, 14);

    private record Outcome(int exitCode, String out, String err) {}

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        TestLake lake = TestLake.in(folder);
        List<Map<String, Object>> index = new ArrayList<>();
        List<Map<String, Object>> stats = new ArrayList<>();
        for (LocalDate date : List.of(COMPLETE, OPEN)) {
            lake.add(Tables.BARS_1M, date.toString(), TestRows.bars("AAA", date, 3));
            index.add(TestRows.complete(
                    Tables.DAY_INDEX,
                    new HashMap<>(Map.of(
                            "trade_date",
                            date,
                            "dataset",
                            "XNAS.ITCH",
                            "symbol",
                            "AAA",
                            "kind",
                            "momentum",
                            "movement",
                            0.5))));
            stats.add(TestRows.complete(
                    Tables.DAY_STATS,
                    new HashMap<>(Map.of("trade_date", date, "dataset", "XNAS.ITCH", "symbol", "AAA"))));
        }
        // Closed since the last scan, which judged it by a part of it.
        Map<String, Object> stale = new HashMap<>(index.get(0));
        stale.putAll(Map.of("symbol", "STALE", "state", "open"));
        index.add(stale);
        lake.add(Tables.DAY_INDEX, "2025-11", index);
        lake.add(Tables.DAY_STATS, "2025-11", stats);
        Map<String, Object> run = new HashMap<>();
        run.put("run_id", "one");
        run.put("sequence", 1L);
        run.put("table_versions", Map.of("bars_1m", 1L, "day_index", 0L, "day_stats", 0L));
        run.put(
                "dates",
                "{\"2025-11-13\":{\"state\":\"complete\"},\"2025-11-14\":{\"state\":\"open\",\"changed\":false,"
                        + "\"open_datasets\":[\"XNAS.ITCH\"]}}");
        run.put("pinned", false);
        run.put("withdrawn", false);
        lake.add(Tables.RUNS, "", List.of(TestRows.complete(Tables.RUNS, run)));
    }

    private Outcome run(String... args) {
        List<String> line = new ArrayList<>(List.of(args));
        line.addAll(List.of("--lake", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(line.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    @Test
    void tableLeavesRowsOfAnOpenDateOutUnlessAskedFor() {
        Outcome complete = run("table", "bars_1m", "--columns", "trade_date", "--format", "csv");
        assertThat(complete.exitCode()).as(complete.err()).isZero();
        assertThat(complete.out()).contains("2025-11-13").doesNotContain("2025-11-14");
        assertThat(complete.err()).contains("left out as open", "2025-11-14", "--open");
        Outcome filtered = run("table", "bars_1m", "--where", "volume > 0 OR symbol = 'AAA' -- all", "--format", "csv");
        assertThat(filtered.exitCode()).as(filtered.err()).isZero();
        assertThat(filtered.out()).doesNotContain("2025-11-14");

        Outcome all = run("table", "bars_1m", "--columns", "trade_date", "--format", "csv", "--open");
        assertThat(all.out()).contains("2025-11-13", "2025-11-14");
        assertThat(all.err()).isEmpty();
        assertThat(run("table", "runs", "--format", "csv").err()).isEmpty();
    }

    @Test
    void daysLeavesOpenDatesAndRowsJudgedByAPartOfTheDayOutUnlessAskedFor() {
        Outcome complete = run("days", "--format", "csv");
        assertThat(complete.exitCode()).as(complete.err()).isZero();
        assertThat(complete.out()).contains("2025-11-13").doesNotContain("2025-11-14", "STALE");
        assertThat(complete.err()).contains("left out as open", "2025-11-14");
        assertThat(run("days", "--format", "csv", "--open").out()).contains("2025-11-13", "2025-11-14", "STALE");
        Outcome table = run("table", "day_index", "--format", "csv");
        assertThat(table.out()).contains("2025-11-13").doesNotContain("2025-11-14", "STALE");
    }

    @Test
    void explainSaysThatADateIsOpen() {
        Outcome open = run("explain", "--symbol", "AAA", "--date", "2025-11-14");
        assertThat(open.exitCode()).isEqualTo(ExitCode.MISSING_INPUT);
        assertThat(open.err()).contains("AAA on 2025-11-14 is open in run one", "--open");
        Outcome asked = run("explain", "--symbol", "AAA", "--date", "2025-11-14", "--open");
        assertThat(asked.err()).doesNotContain("is open in run");
    }

    @Test
    void aRunThatDidNotTouchAnOpenDateDoesNotListItAsTouched() {
        assertThat(run("runs", "list", "--format", "csv").out())
                .contains(",2025-11-13,")
                .doesNotContain("2025-11-14");
    }
}
