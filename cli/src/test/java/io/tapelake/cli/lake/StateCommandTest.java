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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateCommandTest {
    private static final LocalDate DATE = LocalDate.of(2025, 11, 14);

    private record Outcome(int exitCode, String out, String err) {}

    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        TestLake lake = TestLake.in(folder);
        lake.add(
                Tables.BARS_1M,
                DATE.toString(),
                TestRows.bars("AAA", DATE, 60).stream()
                        .map(row -> TestRows.complete(Tables.BARS_1M, row))
                        .toList());
        Map<String, Object> stats = TestRows.complete(
                Tables.DAY_STATS,
                Map.of(
                        "trade_month",
                        "2025-11",
                        "trade_date",
                        DATE,
                        "symbol",
                        "AAA",
                        "dataset",
                        "XNAS.ITCH",
                        "state",
                        "complete"));
        lake.add(Tables.DAY_STATS, "2025-11", List.of(stats));
        lake.publish("r1");
    }

    private Outcome state(String... options) {
        List<String> args = new ArrayList<>(List.of("state", "--lake", folder.toString(), "--symbol", "AAA"));
        args.addAll(Arrays.asList(options));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(args.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    @Test
    void printsTheMarketWithTheAgeOfEveryValue() {
        Outcome outcome = state("--at", "2025-11-14T09:35:30-05:00", "--trace");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out()).startsWith("AAA at 2025-11-14T09:35:30-05:00");
        assertThat(outcome.out().lines().filter(line -> line.startsWith("last_price ")))
                .singleElement()
                .asString()
                .contains("14", "USD", "30.000 s", "bars_1m file 7");
    }

    @Test
    void jsonHoldsTheSameAndTheFeaturesWithTheirSchema() throws Exception {
        Outcome outcome = state("--at", "2025-11-14T09:35:30-05:00", "--features", "--format", "json");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(outcome.out());
        assertThat(json.at("/state/last_price/value").asText()).isEqualTo("14");
        assertThat(json.at("/state/last_price/age_ns").asLong()).isEqualTo(30_000_000_000L);
        assertThat(json.at("/state/bid/value").isNull()).isTrue();
        assertThat(json.at("/feature_schema").asText()).startsWith("v1-");
        assertThat(json.at("/features/is_regular/value").asInt()).isEqualTo(1);
    }

    @Test
    void validateComparesTheDayWithTheLake() {
        Outcome outcome = state("--at", "2025-11-14T09:35:30-05:00", "--validate");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.err()).contains("best bid and ask over live venues at every second", "0 different");
    }

    @Test
    void aDayThatIsNotThereNamesTheNearest() {
        Outcome outcome = state("--at", "2025-11-13T09:35:30-05:00");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.MISSING_INPUT);
        assertThat(outcome.err()).contains("AAA has no data on 2025-11-13", "2025-11-14");
    }
}
