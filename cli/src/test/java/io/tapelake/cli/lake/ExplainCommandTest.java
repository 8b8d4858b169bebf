package io.tapelake.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.cli.ExitCode;
import io.tapelake.cli.Main;
import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.TestRows;
import io.tapelake.model.NewYork;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

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
    void printsTextAndWritesAPageThatNeedsNothingElse() throws Exception {
        climbingDay();
        Path page = folder.resolve("new folder").resolve("AAA.html");
        Outcome outcome = explain("--symbol", "AAA", "--date", "2025-11-14", "--out", page.toString());
        assertThat(outcome.err()).isEqualTo("page: " + page + System.lineSeparator());
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out())
                .startsWith("AAA 2025-11-14")
                .contains("movement", "52.5%", "dataset XNAS.ITCH, ohlcv-1m");
        assertThat(Files.readString(page)).contains("<svg").doesNotContain("http");
    }

    @Test
    void jsonIsOneObjectWithTheSameDay() throws Exception {
        climbingDay();
        Outcome outcome = explain("--symbol", "AAA", "--date", "2025-11-14", "--format", "json");
        JsonNode day = new ObjectMapper().readTree(outcome.out());
        assertThat(day.get("symbol").textValue()).isEqualTo("AAA");
        assertThat(day.get("measures").get("volume").textValue()).isEqualTo("6,000,000");
        assertThat(day.get("category").textValue()).isNotEqualTo("NONE");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aDateWithoutDataNamesTheNearestOnes() {
        measured("AAA", "XNAS.ITCH", DATE.minusDays(30), DATE.minusDays(3), DATE.minusDays(2), DATE.minusDays(1));
        measured("AAA", "XNAS.ITCH", DATE.plusDays(3));
        lake.publish("one");
        Outcome outcome = explain("--symbol", "AAA", "--date", "2025-11-14");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.MISSING_INPUT);
        assertThat(outcome.err())
                .contains(
                        "AAA has no data on 2025-11-14 in run one; the nearest of its 5 dates: 2025-11-11, 2025-11-12,"
                                + " 2025-11-13, 2025-11-17");
    }

    @Test
    void anUnknownSymbolNamesNearOnes() {
        measured("GORV", "XNAS.ITCH", DATE);
        lake.publish("one");
        assertThat(explain("--symbol", "GORX", "--date", "2025-11-14").err())
                .contains("no symbol 'GORX'")
                .contains("did you mean GORV?");
        assertThat(explain("--symbol", "ZZ", "--date", "2025-11-14").err()).contains("it has 1, such as GORV");
        assertThat(explain("--symbol", "GORV", "--date", "2025-11-14", "--dataset", "EQUS")
                        .exitCode())
                .isEqualTo(ExitCode.MISSING_INPUT);
    }

    @Test
    void aDayInSeveralDatasetsAsksForOne() {
        measured("AAA", "XNAS.ITCH", DATE);
        measured("AAA", "EQUS.MINI", DATE);
        lake.publish("one");
        Outcome outcome = explain("--symbol", "AAA", "--date", "2025-11-14");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("in several datasets: EQUS.MINI, XNAS.ITCH; choose one with --dataset");
    }

    @Test
    void aRunThatWasNotScannedSaysWhatToDo() {
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 60));
        lake.publish("one");
        Outcome outcome = explain("--symbol", "AAA", "--date", "2025-11-14");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.MISSING_INPUT);
        assertThat(outcome.err()).contains("day_stats").contains("tapelake scan");
    }

    @Test
    void aFolderWithoutALakeIsMissingInput() {
        root = folder.resolve("nowhere");
        Outcome outcome = explain("--symbol", "AAA", "--date", "2025-11-14");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.MISSING_INPUT);
        assertThat(outcome.err()).contains("nowhere");
    }

    /** Ten to fifteen dollars within the first hour, on six million shares. */
    private void climbingDay() {
        long open = NewYork.toEpochNs(DATE, LocalTime.of(9, 30));
        List<Map<String, Object>> bars = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            bars.add(TestRows.bar("XNAS.ITCH", 2, "AAA", open + i * 60_000_000_000L, 10 + i / 10, 100_000));
        }
        lake.add(Tables.BARS_1M, "2025-11-14", bars);
        measured("AAA", "XNAS.ITCH", DATE);
        lake.publish("one");
    }

    private void measured(String symbol, String dataset, LocalDate... dates) {
        for (LocalDate date : dates) {
            Map<String, Object> row = Map.of("symbol", symbol, "dataset", dataset, "trade_date", date);
            lake.add(
                    Tables.DAY_STATS,
                    date.toString().substring(0, 7),
                    List.of(TestRows.complete(Tables.DAY_STATS, row)));
        }
    }

    private Outcome explain(String... arguments) {
        List<String> all = new ArrayList<>(List.of("explain", "--lake", root.toString()));
        all.addAll(List.of(arguments));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Outcome(code, out.toString(), err.toString());
    }
}
