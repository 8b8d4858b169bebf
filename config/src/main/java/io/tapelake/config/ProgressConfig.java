package io.tapelake.config;

import jakarta.validation.constraints.NotNull;

/**
 * Section {@code progress}.
 *
 * @param bars when progress bars are shown on long work
 */
public record ProgressConfig(@NotNull Bars bars) {

    /** When progress bars are shown. */
    public enum Bars {
        /** On a terminal. */
        AUTO,
        /** Also when the output is not a terminal. */
        ALWAYS,
        /** Not at all. */
        NEVER
    }
}
