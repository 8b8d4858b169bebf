package io.tapelake.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigHashTest {
    @TempDir
    Path folder;

    private static String hash(LoadOptions options) {
        return ConfigHash.of(TapelakeConfig.load(options));
    }

    @Test
    void theSameValuesFromOtherSourcesHaveTheSameHash() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.conf"), "synth.days=7\nspark.conf { b = 2, a = 1 }");
        Path other = Files.writeString(folder.resolve("other.conf"), "spark { conf { a = \"1\", b = 2 } }");

        assertThat(hash(LoadOptions.defaultsOnly().withUserFile(file)))
                .matches("[0-9a-f]{64}")
                .isEqualTo(hash(LoadOptions.defaultsOnly()
                        .withUserFile(other)
                        .withVariables(Map.of("TAPELAKE_SYNTH_DAYS", "7"))));
    }

    @Test
    void anotherValueHasAnotherHash() {
        LoadOptions defaults = LoadOptions.defaultsOnly();

        assertThat(hash(defaults)).isNotEqualTo(hash(defaults.with("days.top", "21", "test")));
    }

    @Test
    void theOrderOfAListCounts() {
        LoadOptions defaults = LoadOptions.defaultsOnly();

        assertThat(hash(defaults.with("scan.source-order", "trades,ohlcv-1s", "test")))
                .isNotEqualTo(hash(defaults.with("scan.source-order", "ohlcv-1s,trades", "test")));
    }

    /** A stored hash must mean the same in a later build: this literal is SHA-256 of {"top":20}. */
    @Test
    void theHashOfASectionIsStable() {
        assertThat(ConfigHash.of(new DaysConfig(20)))
                .isEqualTo("676210e2cc54dfd6eca421ea7f72071f1427542772d4664e4eac777c9fc0e50c");
    }
}
