package io.tapelake.config;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;

/** What errors say about a value: where it stands and how it reads. */
final class Values {
    private Values() {}

    /** {@code FILE:LINE}, or the description of another source. */
    static String source(ConfigValue value) {
        return value.origin().description().replaceFirst(": (\\d+)$", ":$1");
    }

    /** The value as one would write it in a file. */
    static String shown(ConfigValue value) {
        return value.valueType() == ConfigValueType.STRING
                ? "'" + value.unwrapped() + "'"
                : value.render(ConfigRenderOptions.concise());
    }

    static String text(ConfigValue value) {
        return String.valueOf(value.unwrapped());
    }

    static boolean isWhole(String text, long min, long max) {
        try {
            long number = Long.parseLong(text);
            return number >= min && number <= max;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static boolean isNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
