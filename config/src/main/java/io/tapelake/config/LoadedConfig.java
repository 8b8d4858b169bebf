package io.tapelake.config;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A configuration with the source of every value.
 *
 * @param config the validated configuration
 * @param values every key with its value and source, in key order
 */
public record LoadedConfig(TapelakeConfig config, List<Sourced> values) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    /**
     * One value and where it comes from.
     *
     * @param key the full key
     * @param value as it would stand in a file
     * @param source {@code FILE:LINE} or the name of a variable or option
     */
    public record Sourced(String key, String value, String source) {}

    /**
     * Reads the defaults and everything that overrides them.
     *
     * @throws ConfigException with every problem found
     */
    public static LoadedConfig load(LoadOptions options) {
        KeyNode keys = KeyNode.section(TapelakeConfig.class);
        List<ConfigProblem> problems = new ArrayList<>();
        Config merged = Sources.merged(options, keys, problems);
        problems.addAll(KeyCheck.of(merged.root(), keys));
        failOn(problems);
        TapelakeConfig config = MAPPER.convertValue(merged.root().unwrapped(), TapelakeConfig.class);
        problems.addAll(Constraints.check(config, merged));
        failOn(problems);
        return new LoadedConfig(config, values(merged.root(), keys));
    }

    private static void failOn(List<ConfigProblem> problems) {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.stream()
                    .sorted(Comparator.comparing(ConfigProblem::source).thenComparing(ConfigProblem::key))
                    .toList());
        }
    }

    private static List<Sourced> values(ConfigObject root, KeyNode keys) {
        List<Sourced> values = new ArrayList<>();
        collect("", root, keys, values);
        return List.copyOf(values);
    }

    private static void collect(String prefix, ConfigObject section, KeyNode keys, List<Sourced> values) {
        for (Map.Entry<String, KeyNode> key : keys.children().entrySet()) {
            ConfigValue value = section.get(key.getKey());
            switch (key.getValue().shape()) {
                case SECTION -> collect(prefix + key.getKey() + ".", (ConfigObject) value, key.getValue(), values);
                case MAP ->
                    ((ConfigObject) value)
                            .forEach((name, each) -> values.add(
                                    sourced(prefix + key.getKey() + "." + ConfigUtil.quoteString(name), each)));
                default -> values.add(sourced(prefix + key.getKey(), value));
            }
        }
    }

    private static Sourced sourced(String key, ConfigValue value) {
        return new Sourced(key, value.render(com.typesafe.config.ConfigRenderOptions.concise()), Values.source(value));
    }
}
