package io.tapelake.config;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;

/**
 * Section {@code synth}: the size of a made-up market when the options are not given.
 *
 * @param symbols number of symbols
 * @param days number of trade dates
 * @param seed the same seed gives the same market
 */
public record SynthConfig(
        @NotNull @Range(min = 1, max = 20_000) Integer symbols,
        @NotNull @Range(min = 1, max = 2_600) Integer days,
        @NotNull Long seed) {}
