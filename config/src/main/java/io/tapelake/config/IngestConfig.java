package io.tapelake.config;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.hibernate.validator.constraints.Range;

/**
 * Section {@code ingest}.
 *
 * @param targetFileMb files of tick and bar tables are written near this size, in MB
 * @param fragmentVersion DBN version assumed for a fragment
 * @param zstdLevel compression of table files
 * @param priceLimit dollars; a price of this size or more, up or down, is quarantined
 * @param minFreeMb a job does not start with less free space than this, in MB
 */
public record IngestConfig(
        @NotNull @Range(min = 1, max = 4096) Integer targetFileMb,
        @NotNull @Range(min = 1, max = 3) Integer fragmentVersion,
        @NotNull @Range(min = 1, max = 22) Integer zstdLevel,
        @NotNull @Range(min = 1, max = 1_000_000_000) Long priceLimit,
        @NotNull @PositiveOrZero Long minFreeMb) {}
