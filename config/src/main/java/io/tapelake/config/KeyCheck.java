package io.tapelake.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;

/** Walks the merged values beside the record types: finds unknown keys and values of the wrong kind. */
final class KeyCheck {
    private final List<ConfigProblem> problems = new ArrayList<>();

    private KeyCheck() {}

    static List<ConfigProblem> of(ConfigObject values, KeyNode keys) {
        KeyCheck check = new KeyCheck();
        check.section("", values, keys);
        return check.problems;
    }

    private void section(String prefix, ConfigObject values, KeyNode keys) {
        values.forEach((name, value) -> {
            KeyNode child = keys.children().get(name);
            if (child == null) {
                problems.add(unknown(prefix, name, value, keys));
            } else {
                value(prefix + name, value, child);
            }
        });
    }

    private void value(String key, ConfigValue value, KeyNode node) {
        if (!fits(value, node)) {
            String hint = node.words().isEmpty() ? "" : NearMiss.hint(Values.text(value), node.words());
            problems.add(new ConfigProblem(
                    Values.source(value), key, "is " + Values.shown(value) + ", must be " + node.allowed() + hint));
            return;
        }
        switch (node.shape()) {
            case SECTION -> section(key + ".", (ConfigObject) value, node);
            case MAP -> ((ConfigObject) value).forEach((name, each) -> value(key + "." + name, each, node.element()));
            case LIST -> elements(key, (ConfigList) value, node.element());
            default -> {}
        }
    }

    private void elements(String key, ConfigList list, KeyNode element) {
        for (int i = 0; i < list.size(); i++) {
            value(key + "[" + i + "]", list.get(i), element);
        }
    }

    private static ConfigProblem unknown(String prefix, String name, ConfigValue value, KeyNode keys) {
        String section = prefix.isEmpty() ? "" : " in '" + prefix.substring(0, prefix.length() - 1) + "'";
        return new ConfigProblem(
                Values.source(value),
                prefix + name,
                "unknown key (value " + Values.shown(value) + ")"
                        + NearMiss.hint(name, keys.children().keySet()) + " allowed" + section + ": "
                        + String.join(", ", keys.children().keySet()));
    }

    private static boolean fits(ConfigValue value, KeyNode node) {
        String text = Values.text(value);
        boolean scalar =
                switch (value.valueType()) {
                    case NUMBER, STRING, BOOLEAN -> true;
                    case OBJECT, LIST, NULL -> false;
                };
        return switch (node.shape()) {
            case SECTION, MAP -> value.valueType() == ConfigValueType.OBJECT;
            case LIST -> value.valueType() == ConfigValueType.LIST;
            case INT -> scalar && Values.isWhole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> scalar && Values.isWhole(text, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> scalar && Values.isNumber(text);
            case BOOLEAN -> "true".equals(text) || "false".equals(text);
            case WORD -> scalar && node.words().contains(text);
            case TEXT -> scalar;
        };
    }
}
