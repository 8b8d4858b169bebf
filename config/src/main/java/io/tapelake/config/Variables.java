package io.tapelake.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the keys that environment variables set: {@code TAPELAKE_INGEST_ZSTD_LEVEL} is {@code ingest.zstd-level}. */
final class Variables {
    private static final String PREFIX = "TAPELAKE_";

    /** Names with the prefix that are read elsewhere: by the scripts, by the tests, or as the environment's name. */
    private static final Set<String> RESERVED = Set.of(
            "TAPELAKE_ENV",
            "TAPELAKE_JAVA_OPTS",
            "TAPELAKE_REFERENCE_DATA",
            "TAPELAKE_FAIL_POINT",
            "TAPELAKE_FAIL_SIGNAL",
            "TAPELAKE_FAIL_POINT_RECORD",
            "TAPELAKE_NO_BUILD",
            "TAPELAKE_HOME",
            "TAPELAKE_LAKE",
            "TAPELAKE_PYTHON",
            "TAPELAKE_CLASSPATH");

    private Variables() {}

    /** The settings named by the variables; a name that is no key becomes a problem. An empty value is not set. */
    static List<LoadOptions.Setting> settings(
            Map<String, String> variables, KeyNode keys, List<ConfigProblem> problems) {
        Map<String, String> keyByName = new TreeMap<>();
        collect("", keys, keyByName);
        List<LoadOptions.Setting> settings = new ArrayList<>();
        new TreeMap<>(variables).forEach((name, value) -> {
            if (!name.startsWith(PREFIX) || RESERVED.contains(name) || value.isEmpty()) {
                return;
            }
            String source = "environment variable " + name;
            String key = keyByName.get(name);
            if (key == null) {
                problems.add(new ConfigProblem(
                        source, "", "names no key (value '" + value + "')" + NearMiss.hint(name, keyByName.keySet())));
            } else {
                settings.add(new LoadOptions.Setting(key, value, source));
            }
        });
        return settings;
    }

    static String nameOf(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static void collect(String prefix, KeyNode section, Map<String, String> keyByName) {
        section.children().forEach((name, child) -> {
            switch (child.shape()) {
                case SECTION -> collect(prefix + name + ".", child, keyByName);
                case MAP -> {} // its keys hold dots and capitals, which a variable's name cannot tell apart
                default -> keyByName.put(nameOf(prefix + name), prefix + name);
            }
        });
    }
}
