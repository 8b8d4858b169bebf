package io.tapelake.config;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;

/**
 * Section {@code days}.
 *
 * @param top rows that {@code tapelake days} prints when {@code --top} is not given
 */
public record DaysConfig(@NotNull @Range(min = 1, max = 1_000_000) Integer top) {}
