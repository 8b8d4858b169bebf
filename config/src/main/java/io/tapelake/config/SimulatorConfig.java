package io.tapelake.config;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.hibernate.validator.constraints.Range;

/**
 * Section {@code simulator}: what a day in memory is loaded with.
 *
 * @param feedDelayMs milliseconds from the receipt of a record to the moment an agent may know it
 * @param staleSeconds age from which a book no longer counts once another publisher has traded since
 * @param largePrintUsd a trade of at least so many USD is a large one
 * @param openingRangeMinutes minutes of the opening range
 * @param priorDays earlier days of which the minute bars are loaded
 * @param features names of the features, in order; empty for all
 */
public record SimulatorConfig(
        @NotNull @Range(min = 0, max = 10_000) Integer feedDelayMs,
        @NotNull @Range(min = 1, max = 86_400) Integer staleSeconds,
        @NotNull @Range(min = 1, max = 1_000_000_000) Integer largePrintUsd,
        @NotNull @Range(min = 1, max = 390) Integer openingRangeMinutes,
        @NotNull @Range(min = 0, max = 250) Integer priorDays,
        @NotNull List<@NotNull String> features) {

    /** Copies the list. */
    public SimulatorConfig {
        features = features == null ? null : List.copyOf(features);
    }
}
