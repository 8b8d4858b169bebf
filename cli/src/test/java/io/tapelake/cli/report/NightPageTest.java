package io.tapelake.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.TestRows;
import io.tapelake.lake.read.Lake;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class NightPageTest {

    private static final LocalDate DATE = LocalDate.of(2025, 11, 14);

    @TempDir
    Path folder;

    private TestLake lake;

    @BeforeEach
    void write() {
        lake = TestLake.in(folder.resolve("lake"));
        lake.add(Tables.DAY_INDEX, "2025-11", List.of(day("OLD", DATE.minusDays(1), "MIXED", 0.2)));
        lake.add(Tables.RESET_POINTS, "2025-11", List.of(point("OLD", DATE.minusDays(1))));
        lake.add(Tables.BARS_1M, DATE.toString(), TestRows.bars("A&B", DATE, 60));
        publish("first", null, "{\"2025-11-13\": {\"state\": \"complete\"}}", "{}");
        lake.add(Tables.DAY_INDEX, "2025-11", List.of(day("A&B", DATE, "PRIME", 0.5), day("NOB", DATE, "RISK", 0.9)));
        lake.add(Tables.RESET_POINTS, "2025-11", List.of(point("A&B", DATE)));
        lake.add(
                Tables.INGESTED_FILES,
                "",
                List.of(file("second", "taken"), file("second", "refused"), file("first", "taken")));
        lake.add(
                Tables.QUARANTINE,
                "",
                List.of(row(
                        Tables.QUARANTINE,
                        Map.of(
                                "run_id",
                                "second",
                                "reason",
                                "price-out-of-range",
                                "records",
                                7L,
                                "path",
                                "/in/x.dbn",
                                "detail",
                                "1 < 2"))));
        publish(
                "second",
                "first",
                "{\"2025-11-14\": {\"state\": \"complete\"},"
                        + " \"2025-11-17\": {\"state\": \"open\", \"open_datasets\": [\"XNAS.ITCH\"]},"
                        + " \"2025-11-12\": {\"state\": \"complete\", \"lookback_only\": true}}",
                "{\"files_taken\": 2, \"stored\": 1234567, \"quarantined\": 7}");
    }

    @Test
    void thePageSaysWhatTheNightWas() throws Exception {
        String page = page("second");
        assertThat(page).contains("1,234,567").contains("price-out-of-range").contains("x.dbn: 1 &lt; 2");
        assertThat(page).contains("A&amp;B").contains("NOB").doesNotContain(">OLD");
        assertThat(page.indexOf("NOB")).as("by movement").isLessThan(page.indexOf("A&amp;B"));
        assertThat(page).contains("2025-11-17 is open").contains("2 days came to the index");
        assertThat(page)
                .contains("<svg")
                .doesNotContain("<script")
                .doesNotContain("http:")
                .doesNotContain("https:");
        assertThat(page("first")).contains("this run started from nothing");
        assertThat(page("second")).isEqualTo(page);
    }

    @Test
    void thePageIsWellFormed() throws Exception {
        String xml = page("second").replaceFirst("<!DOCTYPE html>", "");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void aBrowserShowsTheDaysWithoutAComplaint() throws Exception {
        Path browser = List.of("/usr/bin/chromium", "/usr/bin/google-chrome").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(browser != null, "no browser is installed");
        Path file = Files.writeString(folder.resolve("page.html"), page("second"));
        List<String> command = new ArrayList<>(List.of(browser.toString()));
        command.addAll(
                List.of("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--enable-logging=stderr"));
        command.addAll(List.of("--disable-background-networking", "--disable-component-update", "--disable-sync"));
        command.addAll(List.of(
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                file.toUri().toString()));
        Path errors = folder.resolve("errors");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shown).contains("A&amp;B").contains("NOB").contains("<svg");
        assertThat(Files.readString(errors)).doesNotContain("CONSOLE");
    }

    private String page(String run) {
        Lake opened = Lake.open(lake.root().toString());
        return NightPage.of(opened, opened.run(run));
    }

    private void publish(String id, String base, String dates, String counts) {
        Map<String, Long> versions = new HashMap<>();
        for (LakeTable table : Tables.all()) {
            if (Files.exists(lake.root().resolve(table.name())) && !table.equals(Tables.RUNS)) {
                versions.put(table.name(), lake.version(table));
            }
        }
        Map<String, Object> run = new HashMap<>();
        run.put("run_id", id);
        run.put("base_run_id", base);
        run.put("sequence", base == null ? 1L : 2L);
        run.put("created_at_ns", 1_763_200_000_000_000_000L);
        run.put("job", "nightly");
        run.put("table_versions", versions);
        run.put("dates", dates);
        run.put("counts", counts);
        run.put("pinned", false);
        run.put("withdrawn", false);
        lake.add(Tables.RUNS, "", List.of(row(Tables.RUNS, run)));
    }

    private static Map<String, Object> day(String symbol, LocalDate date, String category, double movement) {
        return row(
                Tables.DAY_INDEX,
                Map.of(
                        "trade_date",
                        date,
                        "dataset",
                        "XNAS.ITCH",
                        "symbol",
                        symbol,
                        "category",
                        category,
                        "movement",
                        movement,
                        "quality",
                        0.5,
                        "tags",
                        "gap_up,halt",
                        "data_grade",
                        "C"));
    }

    private static Map<String, Object> point(String symbol, LocalDate date) {
        return row(
                Tables.RESET_POINTS,
                Map.of(
                        "trade_date",
                        date,
                        "dataset",
                        "XNAS.ITCH",
                        "symbol",
                        symbol,
                        "pattern",
                        "donchian_up",
                        "time_bucket",
                        "OPEN"));
    }

    private static Map<String, Object> file(String run, String outcome) {
        return row(
                Tables.INGESTED_FILES,
                Map.of(
                        "run_id",
                        run,
                        "outcome",
                        outcome,
                        "path",
                        "/in/" + outcome + ".dbn",
                        "dataset",
                        "XNAS.ITCH",
                        "schema",
                        "trades"));
    }

    private static Map<String, Object> row(LakeTable table, Map<String, Object> values) {
        return TestRows.complete(table, new HashMap<>(values));
    }
}
