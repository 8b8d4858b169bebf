package io.tapelake.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapelakeConfigTest {
    @TempDir
    Path folder;

    private LoadOptions options;

    @BeforeEach
    void readThisFolder() {
        options = LoadOptions.defaultsOnly().withFolder(folder);
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static ConfigException failure(LoadOptions options) {
        return catchThrowableOfType(ConfigException.class, () -> TapelakeConfig.load(options));
    }

    @Test
    void theDefaultsAreValid() {
        TapelakeConfig config = TapelakeConfig.defaults();

        assertThat(config.scan().sourceOrder()).startsWith("trades").contains("ohlcv-1s");
        assertThat(config.scan().lookbackDays()).isEqualTo(20);
        assertThat(config.progress().bars()).isEqualTo(ProgressConfig.Bars.AUTO);
    }

    @Test
    void everySourceWinsOverTheOneBefore() throws IOException {
        write("tapelake.conf", "lake.path = from-file", "scan.lookback-days = 2", "days.top = 2", "synth.seed = 2");
        write("tapelake-prod.conf", "scan.lookback-days = 3", "days.top = 3", "synth.seed = 3");
        Path user = write("mine.conf", "days.top = 4", "synth.seed = 4");

        TapelakeConfig config = TapelakeConfig.load(options.withEnvironment("prod")
                .withUserFile(user)
                .withVariables(Map.of("TAPELAKE_SYNTH_SEED", "5", "TAPELAKE_SYNTH_DAYS", "5"))
                .with("synth.days", "6", "option --days"));

        assertThat(config.lake().path()).isEqualTo("from-file");
        assertThat(config.scan().lookbackDays()).isEqualTo(3);
        assertThat(config.days().top()).isEqualTo(4);
        assertThat(config.synth().seed()).isEqualTo(5L);
        assertThat(config.synth().days()).isEqualTo(6);
        assertThat(config.synth().symbols()).isEqualTo(20);
    }

    @Test
    void theEnvironmentCanBeNamedByAVariableAndTheOptionWins() throws IOException {
        write("tapelake-dev.conf", "days.top = 7");
        write("tapelake-prod.conf", "days.top = 8");
        LoadOptions dev = options.withVariables(Map.of("TAPELAKE_ENV", "dev"));

        assertThat(TapelakeConfig.load(dev).days().top()).isEqualTo(7);
        assertThat(TapelakeConfig.load(dev.withEnvironment("prod")).days().top())
                .isEqualTo(8);
    }

    @Test
    void aVariableCanSetAListAndAWord() {
        TapelakeConfig config = TapelakeConfig.load(options.withVariables(
                Map.of("TAPELAKE_SCAN_SOURCE_ORDER", "ohlcv-1m, trades", "TAPELAKE_PROGRESS_BARS", "never")));

        assertThat(config.scan().sourceOrder()).containsExactly("ohlcv-1m", "trades");
        assertThat(config.progress().bars()).isEqualTo(ProgressConfig.Bars.NEVER);
    }

    @Test
    void variablesOfOthersAndEmptyOnesAreLeftAlone() {
        TapelakeConfig config = TapelakeConfig.load(
                options.withVariables(Map.of("PATH", "/bin", "TAPELAKE_DAYS_TOP", "", "TAPELAKE_JAVA_OPTS", "-Xmx1g")));

        assertThat(config).isEqualTo(TapelakeConfig.defaults());
    }

    @Test
    void aFileMayUseAnEnvironmentVariable() throws IOException {
        write("tapelake.conf", "lake.path = ${HOME}\"/lake\"");

        assertThat(TapelakeConfig.load(options.withVariables(Map.of("HOME", "/home/ann")))
                        .lake()
                        .path())
                .isEqualTo("/home/ann/lake");
    }

    @Test
    void freeSparkSettingsKeepTheirNames() throws IOException {
        write("tapelake.conf", "spark.conf { \"spark.ui.enabled\" = false, \"spark.a.b\" = x }");

        assertThat(TapelakeConfig.load(options).spark().conf())
                .containsExactly(Map.entry("spark.a.b", "x"), Map.entry("spark.ui.enabled", "false"));
    }

    @Test
    void anUnknownKeyNamesFileLineValueAndWhatWasMeant() throws IOException {
        Path file = write("tapelake.conf", "# first", "ingest {", "  target-file-md = 64", "}");

        assertThat(failure(options))
                .hasMessageStartingWith(file + ":3: ingest.target-file-md: unknown key (value 64);"
                        + " did you mean 'target-file-mb'? allowed in 'ingest': target-file-mb, fragment-version, ");
    }

    @Test
    void anUnknownSectionNamesTheSections() throws IOException {
        write("tapelake.conf", "scanner { lookback-days = 3 }");

        assertThat(failure(options))
                .hasMessageContaining("scanner: unknown key")
                .hasMessageContaining("allowed: lake, spark, ingest");
    }

    @Test
    void aValueOutOfRangeNamesTheRange() throws IOException {
        Path file = write("tapelake.conf", "", "ingest.fragment-version = 99");

        assertThat(failure(options)).hasMessage(file + ":2: ingest.fragment-version: is 99, must be between 1 and 3");
    }

    @Test
    void aValueOfTheWrongKindNamesTheKind() throws IOException {
        Path file =
                write("tapelake.conf", "days.top = many", "scan.source-order = trades", "lake = 5", "synth.days=1.5");

        assertThat(failure(options))
                .hasMessageContaining(file + ":1: days.top: is 'many', must be a whole number")
                .hasMessageContaining(file + ":2: scan.source-order: is 'trades', must be a list")
                .hasMessageContaining(file + ":3: lake: is 5, must be a section")
                .hasMessageContaining(file + ":4: synth.days: is 1.5, must be a whole number");
    }

    @Test
    void aNumberTooLargeForItsTypeIsAnErrorToo() throws IOException {
        write("tapelake.conf", "days.top = 99999999999999999999", "synth.days = 3000000000");

        assertThat(failure(options).problems())
                .extracting(ConfigProblem::key)
                .containsExactly("days.top", "synth.days");
    }

    @Test
    void aWrongWordNamesTheWords() throws IOException {
        write("tapelake.conf", "progress.bars = alway", "scan.source-order = [trades, ohlcv-1x]");

        assertThat(failure(options))
                .hasMessageContaining(
                        "progress.bars: is 'alway', must be one of [auto, always, never]; did you mean 'always'?");
    }

    @Test
    void aWrongElementOfAListIsNamedByItsPlace() throws IOException {
        Path file = write("tapelake.conf", "scan.source-order = [", "  trades,", "  olhcv-1s", "]");

        assertThat(failure(options))
                .hasMessage(file + ":3: scan.source-order[1]: is 'olhcv-1s', must be one of"
                        + " [trades, tbbo, mbp-1, tcbbo, cmbp-1, ohlcv-1s, ohlcv-1m, ohlcv-1h, ohlcv-1d];"
                        + " did you mean 'ohlcv-1s'?");
    }

    @Test
    void nullIsNotAValue() throws IOException {
        write("tapelake.conf", "days.top = null");

        assertThat(failure(options)).hasMessageContaining("days.top: is null, must be a whole number");
    }

    @Test
    void aBadVariableIsNamed() {
        assertThat(failure(options.withVariables(Map.of("TAPELAKE_INGEST_FRAGMENT_VERSION", "high"))))
                .hasMessage(
                        "environment variable TAPELAKE_INGEST_FRAGMENT_VERSION: ingest.fragment-version: is 'high', must be a"
                                + " whole number");
    }

    @Test
    void aVariableThatNamesNoKeyIsAnErrorWithASuggestion() {
        assertThat(failure(options.withVariables(Map.of("TAPELAKE_INGEST_FRAGMENT_VERSOIN", "3"))))
                .hasMessage(
                        "environment variable TAPELAKE_INGEST_FRAGMENT_VERSOIN: names no key (value '3'); did you mean"
                                + " 'TAPELAKE_INGEST_FRAGMENT_VERSION'?");
    }

    @Test
    void aBadOptionIsNamed() {
        assertThat(failure(options.with("days.top", "0", "option --top")))
                .hasMessage("option --top: days.top: is '0', must be between 1 and 1000000");
    }

    @Test
    void everyProblemIsReportedAtOnce() throws IOException {
        write("tapelake.conf", "days.top = 0", "synth.days = 0", "scan.lookback-days = 0");

        assertThat(failure(options).problems()).hasSize(3);
    }

    @Test
    void aFileThatIsNotHoconNamesFileAndLine() throws IOException {
        Path file = write("tapelake.conf", "days {", "  top = 3", "");

        assertThat(failure(options)).hasMessageStartingWith(file + ":");
    }

    @Test
    void anUnknownSubstitutionNamesFileAndLine() throws IOException {
        Path file = write("tapelake.conf", "", "lake.path = ${NOT_SET}");

        assertThat(failure(options)).hasMessageStartingWith(file + ":2: ").hasMessageContaining("NOT_SET");
    }

    @Test
    void aMissingUserFileIsNamed() {
        Path missing = folder.resolve("nope.conf");

        assertThat(failure(options.withUserFile(missing))).hasMessage("option --config: no such file: " + missing);
    }

    @Test
    void aMissingEnvironmentNamesTheOnesThere() throws IOException {
        write("tapelake-dev.conf", "");
        write("tapelake-prod.conf", "");

        assertThat(failure(options.withVariables(Map.of("TAPELAKE_ENV", "prdo"))))
                .hasMessageStartingWith("environment variable TAPELAKE_ENV: names the environment 'prdo'")
                .hasMessageEndingWith("there is: dev, prod");
    }

    @Test
    void everyValueKnowsItsSource() throws IOException {
        Path file = write("tapelake.conf", "days.top = 3");

        LoadedConfig loaded = LoadedConfig.load(options.withVariables(Map.of("TAPELAKE_SYNTH_DAYS", "9")));

        assertThat(loaded.values())
                .contains(new LoadedConfig.Sourced("days.top", "3", file + ":1"))
                .contains(new LoadedConfig.Sourced("synth.days", "\"9\"", "environment variable TAPELAKE_SYNTH_DAYS"))
                .anySatisfy(value -> {
                    assertThat(value.key()).isEqualTo("lake.path");
                    assertThat(value.source()).matches("packaged tapelake.conf:\\d+");
                });
    }
}
