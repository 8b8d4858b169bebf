package io.tapelake.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Unmodifiable copies that let null through, so that the validator is the one to name it. */
final class Copies {
    private Copies() {}

    static <T> List<T> list(List<T> values) {
        return values == null ? null : Collections.unmodifiableList(new ArrayList<>(values));
    }

    static <V> Map<String, V> sorted(Map<String, V> values) {
        return Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
