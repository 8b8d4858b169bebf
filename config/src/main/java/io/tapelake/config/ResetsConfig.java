package io.tapelake.config;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;

/**
 * Section {@code scan.resets}: how reset points are spaced and drawn.
 *
 * @param seed seed of every draw, of control days too
 * @param perDay expected number of selected reset points on a day with that many candidates or more
 * @param inclusionMin smallest inclusion probability
 * @param spacingMinutes fewest minutes between two candidates of one detector
 * @param latencyMs milliseconds from a decision to the fill that hindsight columns start from
 */
public record ResetsConfig(
        @NotNull Long seed,
        @NotNull @Range(min = 1, max = 960) Double perDay,
        @NotNull @Range(min = 0, max = 1) Double inclusionMin,
        @NotNull @Range(min = 1, max = 960) Integer spacingMinutes,
        @NotNull @Range(min = 0, max = 60_000) Integer latencyMs) {}
