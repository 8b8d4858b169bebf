package io.tapelake.config;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;

/**
 * Section {@code maintain}.
 *
 * @param keepRuns newest runs that a clean-up keeps beside the pinned ones
 * @param minAgeHours files younger than this stay, in hours
 */
public record MaintainConfig(
        @NotNull @Range(min = 1, max = 100_000) Integer keepRuns,
        @NotNull @Range(min = 0, max = 87_600) Integer minAgeHours) {}
