package io.tapelake.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeysTest {
    private final KeyNode keys = KeyNode.section(TapelakeConfig.class);
    private final ConfigObject defaults = ConfigFactory.parseResources(TapelakeConfig.class, "tapelake.conf")
            .resolve()
            .root();

    @Test
    void theDefaultFileHoldsEveryKeyOfTheRecordsAndNoOther() {
        assertThat(keysOf("", defaults)).containsExactlyInAnyOrderElementsOf(keysOf("", keys));
    }

    @Test
    void everyKeyOfTheDefaultFileHasAComment() {
        List<String> bare = new ArrayList<>();
        collectBare("", defaults, bare);

        assertThat(bare)
                .as("keys of conf/tapelake.conf without a comment above them")
                .isEmpty();
    }

    @Test
    void everyKeyHasAVariableOfItsOwn() {
        List<String> names = keysOf("", keys).stream().map(Variables::nameOf).collect(Collectors.toList());

        assertThat(names).contains("TAPELAKE_INGEST_TARGET_FILE_MB").doesNotHaveDuplicates();
    }

    @Test
    void distanceCountsSwapsAsOne() {
        assertThat(NearMiss.distance("levle", "level")).isEqualTo(1);
        assertThat(NearMiss.distance("", "abc")).isEqualTo(3);
        assertThat(NearMiss.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void aWordFarFromAllHasNoSuggestion() {
        assertThat(NearMiss.hint("zebra", List.of("path", "top"))).isEmpty();
    }

    private static List<String> keysOf(String prefix, KeyNode section) {
        List<String> names = new ArrayList<>();
        section.children().forEach((name, child) -> {
            if (child.shape() == KeyNode.Shape.SECTION) {
                names.addAll(keysOf(prefix + name + ".", child));
            } else if (child.shape() != KeyNode.Shape.MAP) {
                names.add(prefix + name);
            }
        });
        return names;
    }

    private static List<String> keysOf(String prefix, ConfigObject section) {
        List<String> names = new ArrayList<>();
        section.forEach((name, value) -> {
            if (value instanceof ConfigObject child) {
                names.addAll(keysOf(prefix + name + ".", child));
            } else {
                names.add(prefix + name);
            }
        });
        return names;
    }

    /** In a row of keys that belong together the comment may stand above the first one only. */
    private static void collectBare(String prefix, ConfigObject section, List<String> bare) {
        List<ConfigValue> byLine = section.values().stream()
                .sorted((a, b) ->
                        Integer.compare(a.origin().lineNumber(), b.origin().lineNumber()))
                .toList();
        ConfigValue above = null;
        for (ConfigValue value : byLine) {
            boolean follows = above != null
                    && above.origin().lineNumber() + 1 == value.origin().lineNumber();
            if (value instanceof ConfigObject child && !prefix.contains(".")) {
                collectBare(prefix + "x.", child, bare);
            } else if (value.origin().comments().isEmpty() && !follows) {
                bare.add(value.origin().description());
            }
            above = value;
        }
    }
}
