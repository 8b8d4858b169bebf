package io.tapelake.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.cli.ExitCode;
import io.tapelake.cli.Main;
import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.TestRows;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeCommandsTest {

    private static final LocalDate DATE = LocalDate.of(2025, 11, 14);

    private record Outcome(int exitCode, String out, String err) {}

    @TempDir
    Path folder;

    private Path root;
    private TestLake lake;

    @BeforeEach
    void write() {
        // Characters that a glob, a URI or SQL would take for something else.
        root = folder.resolve("la'ke [x] 100%? é=1");
        lake = TestLake.in(root);
    }

    @Test
    void tablePrintsExactValuesAsJson() throws Exception {
        Map<String, Object> bar = TestRows.bar("XNAS.ITCH", 2, "AAA", 1_763_130_600_123_456_789L, 10, Long.MAX_VALUE);
        bar.put("open", new BigDecimal("0.000000001"));
        bar.put("high", new BigDecimal("999999999.999999999"));
        bar.put("close", null);
        lake.add(Tables.BARS_1S, "2025-11-14", List.of(bar));
        lake.publish("one");
        JsonNode row = json(table("bars_1s", "--format", "json")).get(0);
        assertThat(row.get("trade_date").textValue()).isEqualTo("2025-11-14");
        assertThat(row.get("bar_start_ns").longValue()).isEqualTo(1_763_130_600_123_456_789L);
        assertThat(row.get("bar_start").textValue()).isEqualTo("2025-11-14T14:30:00.123456Z");
        assertThat(row.get("open").decimalValue()).isEqualTo(new BigDecimal("0.000000001"));
        assertThat(row.get("high").decimalValue()).isEqualTo(new BigDecimal("999999999.999999999"));
        assertThat(row.get("low").decimalValue()).isEqualTo(new BigDecimal("9.999999999"));
        assertThat(row.get("close").isNull()).isTrue();
        assertThat(row.get("volume").longValue()).isEqualTo(Long.MAX_VALUE);
        List<String> fields = new ArrayList<>();
        row.fieldNames().forEachRemaining(fields::add);
        assertThat(fields).isEqualTo(Tables.BARS_1S.columnNames());
    }

    @Test
    void tablePrintsListsMapsAndBytes() throws Exception {
        Map<String, Object> file = new HashMap<>();
        file.put("path", "/in/a");
        file.put("symbols", List.of("A\"B", "C"));
        file.put("trade_dates", List.of(DATE));
        lake.add(Tables.INGESTED_FILES, "", List.of(TestRows.complete(Tables.INGESTED_FILES, file)));
        Map<String, Object> bad =
                TestRows.complete(Tables.QUARANTINE, Map.of("reason", "line\nbreak", "raw", new byte[] {1, -1}));
        lake.add(Tables.QUARANTINE, "", List.of(bad));
        lake.publish("one");
        JsonNode row = json(table("ingested_files", "--format", "json")).get(0);
        assertThat(row.get("symbols").toString()).isEqualTo("[\"A\\\"B\",\"C\"]");
        assertThat(row.get("trade_dates").toString()).isEqualTo("[\"2025-11-14\"]");
        assertThat(json(table("runs", "--format", "json"))
                        .get(0)
                        .get("table_versions")
                        .get("quarantine")
                        .longValue())
                .isZero();
        assertThat(table("quarantine", "--format", "csv", "--columns", "reason,raw,detail")
                        .out())
                .isEqualTo("reason,raw,detail\r\n\"line\nbreak\",01FF,\r\n");
    }

    @Test
    void whereColumnsAndLimitAreSql() {
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 60));
        lake.add(Tables.BARS_1M, "2025-11-13", TestRows.bars("AAA", DATE.minusDays(1), 5));
        lake.publish("one");
        assertThat(table(
                                "bars_1m",
                                "--where",
                                "trade_date = '2025-11-14' and bar_start < '2025-11-14 09:32' -- a comment",
                                "--columns",
                                "volume, symbol,trade_date",
                                "--format",
                                "csv")
                        .out())
                .isEqualTo("volume,symbol,trade_date\r\n100,AAA,2025-11-14\r\n101,AAA,2025-11-14\r\n");
        assertThat(table("bars_1m", "--columns", "volume", "--limit", "2", "--format", "csv")
                        .out())
                .isEqualTo("volume\r\n100\r\n101\r\n");
        assertThat(lines(table("bars_1m", "--limit", "0", "--format", "csv").out()))
                .hasSize(1);
    }

    @Test
    void rowsComeInTheOrderOfTheTable() {
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("CCC", DATE, 3));
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.add(Tables.BARS_1M, "2025-11-13", TestRows.bars("ZZZ", DATE.minusDays(1), 1));
        lake.publish("one");
        assertThat(lines(table("bars_1m", "--columns", "symbol", "--format", "csv")
                        .out()))
                .containsExactly("symbol", "ZZZ", "AAA", "AAA", "AAA", "CCC", "CCC", "CCC");
    }

    @Test
    void aTextTableIsForPeople() {
        Map<String, Object> bar = TestRows.bar("XNAS.ITCH", 2, "AAA", 1_763_130_600_000_000_000L, 10, 1);
        lake.add(Tables.BARS_1S, "2025-11-14", List.of(bar));
        lake.publish("one");
        String text = table("bars_1s").out();
        assertThat(text)
                .contains("bar_start_ns")
                .contains("2025-11-14 09:30:00 ET")
                .contains(" 10.25 ");
        assertThat(text).doesNotContain("10.250000000");
    }

    @Test
    void aTextTableStopsAtAHundredRowsAndSaysSo() {
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 250));
        lake.publish("one");
        Outcome cut = table("bars_1m", "--columns", "volume");
        assertThat(lines(cut.out())).hasSize(101);
        assertThat(cut.err()).contains("the first 100 rows; --limit N shows more");
        Outcome whole = table("bars_1m", "--columns", "volume", "--limit", "250");
        assertThat(lines(whole.out())).hasSize(251);
        assertThat(whole.err()).isEmpty();
    }

    @Test
    void onlyFilesOfTheRunAreRead() {
        String first = lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.publish("one");
        lake.change(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 5), List.of(first));
        assertThat(lines(table("bars_1m", "--format", "csv").out())).hasSize(1 + 3);
        lake.publish("two");
        assertThat(lines(table("bars_1m", "--format", "csv").out())).hasSize(1 + 5);
        assertThat(lines(table("bars_1m", "--format", "csv", "--run", "one").out()))
                .hasSize(1 + 3);
    }

    @Test
    void aTableThatTheRunDoesNotHaveIsEmpty() {
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.publish("one");
        Outcome none = table("quarantine", "--columns", "reason,raw", "--where", "records > 0", "--format", "csv");
        assertThat(none.exitCode()).isZero();
        assertThat(none.out()).isEqualTo("reason,raw\r\n");
        assertThat(none.err()).contains("run 'one' has bars_1m");
        assertUsage(table("quarantine", "--where", "recrods > 0"), "Did you mean records");
    }

    @Test
    void mistakesAreExplained() {
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.publish("one");
        assertUsage(table("bars_1min"), "no table 'bars_1min'. Did you mean bars_1m");
        assertUsage(table("bars_1m", "--columns", "clsoe"), "no column 'clsoe'", "close");
        assertUsage(table("bars_1m", "--where", "volum > 1"), "no column 'volum'", "Did you mean volume");
        assertUsage(table("bars_1m", "--where", "volume >> > 1"), "--where: ");
        assertUsage(table("bars_1m", "--run", "nope"), "no run 'nope'", "latest, one");
        assertUsage(table("bars_1m", "--limit", "-1"), "--limit must be 0 or more but is -1");
        assertUsage(table("bars_1m", "--format", "xml"), "xml");
    }

    @Test
    void aConditionCannotReadOrWriteElsewhere() {
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.publish("one");
        Path secret = folder.resolve("secret.csv");
        assertThat(secret.toFile().exists()).isFalse();
        Outcome read = table("bars_1m", "--where", "symbol in (select * from read_csv('/etc/passwd'))");
        assertThat(read.exitCode()).isEqualTo(ExitCode.USAGE);
        Outcome write = table("bars_1m", "--where", "true); copy (select 1) to '" + secret + "'; select (true");
        assertThat(write.exitCode()).isNotEqualTo(ExitCode.OK);
        assertThat(secret).doesNotExist();
    }

    @Test
    void aFolderWithoutALakeIsMissingInput() {
        Outcome outcome = table("bars_1m");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.MISSING_INPUT);
        assertThat(outcome.err()).contains("no published run in the lake at " + root);
    }

    @Test
    void daysComeBestFirst() throws Exception {
        lake.add(
                Tables.DAY_INDEX,
                "2025-11",
                List.of(day("AAA", DATE, 0.256, 1_234_567L), day("BBB", DATE, 0.5, 1L), day("CCC", DATE, null, 9L)));
        lake.add(Tables.DAY_INDEX, "2025-12", List.of(day("DDD", DATE.plusMonths(1), 0.4, 2L)));
        lake.publish("one");
        assertThat(symbols(days("--format", "json"))).containsExactly("BBB", "DDD", "AAA", "CCC");
        assertThat(symbols(days("--format", "json", "--top", "2"))).containsExactly("BBB", "DDD");
        assertThat(symbols(days("--format", "json", "--top", "1", "--by", "volume")))
                .containsExactly("AAA");
        assertThat(symbols(days("--format", "json", "--from", "2025-11-15"))).containsExactly("DDD");
        assertThat(symbols(days("--format", "json", "--to", "2025-11-30", "--symbol", "AAA")))
                .containsExactly("AAA");
        assertThat(json(days("--format", "json")).get(2).get("movement").doubleValue())
                .isEqualTo(0.256);
        Outcome none = days("--symbol", "NONE");
        assertThat(none.exitCode()).isZero();
        assertThat(none.err()).contains("no day of the index fits");
        String text = days("--by", "prev_close").out();
        assertThat(text).contains("prev_close").contains("25.6%").contains("1,234,567");
        assertThat(lines(days("--format", "csv").out()).get(0))
                .isEqualTo(String.join(",", Tables.DAY_INDEX.columnNames()));
    }

    @Test
    void mistakesOfDaysAreExplained() {
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        lake.publish("one");
        Outcome unscanned = days();
        assertThat(unscanned.exitCode()).isEqualTo(ExitCode.MISSING_INPUT);
        assertThat(unscanned.err()).contains("no day index").contains("tapelake scan");
        assertUsage(days("--top", "0"), "at least 1 but is 0");
        assertUsage(days("--by", "symbol"), "cannot be ranked by 'symbol'");
        assertUsage(days("--from", "2025-11-15", "--to", "2025-11-14"), "backwards");
        assertUsage(days("--from", "yesterday"), "yesterday");
    }

    private Outcome table(String name, String... args) {
        List<String> line = new ArrayList<>(List.of("table", name, "--lake", root.toString()));
        line.addAll(List.of(args));
        return run(line);
    }

    private Outcome days(String... args) {
        List<String> line = new ArrayList<>(List.of("days", "--lake", root.toString()));
        line.addAll(List.of(args));
        return run(line);
    }

    private static Outcome run(List<String> args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(args.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    private static void assertUsage(Outcome outcome, String... messages) {
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains(messages);
        assertThat(outcome.out()).isEmpty();
    }

    private static List<JsonNode> json(Outcome outcome) throws Exception {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        List<JsonNode> rows = new ArrayList<>();
        for (String line : lines(outcome.out())) {
            rows.add(json.readTree(line));
        }
        return rows;
    }

    private static List<String> symbols(Outcome outcome) throws Exception {
        return json(outcome).stream().map(day -> day.get("symbol").textValue()).toList();
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static Map<String, Object> day(String symbol, LocalDate date, Double movement, long volume) {
        Map<String, Object> row = new HashMap<>();
        row.put("trade_date", date);
        row.put("dataset", "XNAS.ITCH");
        row.put("symbol", symbol);
        row.put("kind", "momentum");
        row.put("movement", movement);
        row.put("volume", volume);
        row.put("prev_close", new BigDecimal("10.5"));
        return TestRows.complete(Tables.DAY_INDEX, row);
    }
}
