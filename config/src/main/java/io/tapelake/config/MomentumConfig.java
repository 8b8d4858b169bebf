package io.tapelake.config;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;

/**
 * Section {@code scan.momentum}: a day enters the day index when enough dollars traded, and it moved on unusual volume or
 * moved far whatever the volume. Movements are shares of one: 0.1 is 10%.
 *
 * @param movementMin movement that counts together with {@code rvolMin}
 * @param rvolMin relative volume that counts together with {@code movementMin}
 * @param movementAlone movement that counts alone
 * @param mixedMovementMin movement from which a day is at least a mixed one
 * @param mixedRvolMin relative volume that counts together with {@code mixedMovementMin}
 * @param dollarVolumeMin US dollars traded on the venues seen
 */
public record MomentumConfig(
        @NotNull @Range(min = 0, max = 100) Double movementMin,
        @NotNull @Range(min = 0, max = 1_000_000) Double rvolMin,
        @NotNull @Range(min = 0, max = 100) Double movementAlone,
        @NotNull @Range(min = 0, max = 100) Double mixedMovementMin,
        @NotNull @Range(min = 0, max = 1_000_000) Double mixedRvolMin,
        @NotNull @Range(min = 0, max = 1_000_000_000_000L) Long dollarVolumeMin) {}
