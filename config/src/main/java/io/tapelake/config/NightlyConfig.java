package io.tapelake.config;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * Section {@code nightly}.
 *
 * @param input files and folders that are taken in when a command names none
 * @param metricsFile where metrics are written; empty for nowhere
 */
public record NightlyConfig(@NotNull @UniqueElements List<@NotBlank String> input, @NotNull String metricsFile) {

    /** Keeps the list unmodifiable. */
    public NightlyConfig {
        input = Copies.list(input);
    }
}
