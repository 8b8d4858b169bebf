package io.tapelake.spark.dbn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbnOptionsTest {
    @Test
    void aPathIsEnough() {
        DbnOptions options = options(Map.of("path", "/data"));
        assertThat(options.paths()).containsExactly("/data");
        assertThat(options.schema()).isEmpty();
        assertThat(options.symbols()).isEmpty();
        assertThat(options.mode()).isEqualTo(ReadMode.FAILFAST);
        assertThat(options.recursive()).isFalse();
        assertThat(options.trustMetadataRange()).isFalse();
        assertThat(options.fragmentVersion()).isZero();
    }

    @Test
    void severalPathsComeFromSparkAsJson() {
        assertThat(options(Map.of("paths", "[\"/a\",\"/b, c\"]")).paths()).containsExactly("/a", "/b, c");
    }

    @Test
    void namesAndModesAreCaseInsensitive() {
        DbnOptions options = options(Map.of("PATH", "/a", "Mode", "Permissive", "SYMBOLS", " AAPL ,BRK.B,"));
        assertThat(options.mode()).isEqualTo(ReadMode.PERMISSIVE);
        assertThat(options.symbols()).containsExactly("AAPL", "BRK.B");
    }

    @Test
    void settingsWithADotGoToHadoop() {
        assertThat(options(Map.of("path", "s3a://b/f.dbn", "fs.s3a.endpoint", "http://localhost"))
                        .hadoop())
                .isEqualTo(Map.of("fs.s3a.endpoint", "http://localhost"));
    }

    @ParameterizedTest
    @CsvSource({"schemas", "dbn.mode", "header", "fragment"})
    void anUnknownOptionIsNamedWithTheKnownOnes(String name) {
        assertThatThrownBy(() -> options(Map.of("path", "/a", name, "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown option '" + name + "'")
                .hasMessageContaining("fragmentVersion")
                .hasMessageContaining("trustMetadataRange");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode|dropmalformed|failfast or permissive",
                "recursive|yes|true or false",
                "trustMetadataRange|1|true or false",
                "fragmentVersion|0|a whole number from 1 to 3",
                "fragmentVersion|4|a whole number from 1 to 3",
                "fragmentVersion|two|a whole number from 1 to 3",
                "batchRows|0|a whole number from 1 to 65536",
                "splitBytes|-1|a whole number from 1 to",
                "symbols|,|a list of symbols",
                "schema|' '|any value but an empty one",
                "paths|/a|a JSON array of strings",
            })
    void aBadValueIsNamedWithWhatIsAllowed(String name, String value, String allowed) {
        assertThatThrownBy(() -> options(Map.of("path", "/a", name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("option '" + name + "' is '" + value.strip() + "'")
                .hasMessageContaining(allowed);
    }

    @Test
    void noPathIsAnError() {
        assertThatThrownBy(() -> options(Map.of())).hasMessageContaining("no path");
    }

    private static DbnOptions options(Map<String, String> options) {
        return DbnOptions.of(new CaseInsensitiveStringMap(new HashMap<>(options)));
    }
}
