package io.tapelake.config;

/**
 * One thing wrong with the configuration.
 *
 * @param source where it stands: {@code FILE:LINE}, {@code environment variable NAME} or {@code option --NAME}
 * @param key the full key, such as {@code ingest.zstd-level}; empty when a whole file is wrong
 * @param text what is wrong, with the value, and what is allowed
 */
public record ConfigProblem(String source, String key, String text) {
    /** One line: source, key and text. */
    @Override
    public String toString() {
        return source + ": " + (key.isEmpty() ? "" : key + ": ") + text;
    }
}
