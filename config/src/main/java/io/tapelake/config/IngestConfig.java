package io.tapelake.config;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.hibernate.validator.constraints.Range;

/**
 * Section {@code ingest}.
 *
 * @param targetFileMb files of tick and bar tables are written near this size, in MB
 * @param fragmentVersion DBN version assumed for a fragment
 * @param zstdLevelBars compression of bar tables
 * @param zstdLevelTicks compression of the other tables
 * @param minFreeMb free space that a job needs to start beside what the input is estimated to need, in MB
 * @param settleSeconds a file that ends too early is still being written if it was changed less than this long ago
 */
public record IngestConfig(
        @NotNull @Range(min = 1, max = 4096) Integer targetFileMb,
        @NotNull @Range(min = 1, max = 3) Integer fragmentVersion,
        @NotNull @Range(min = 1, max = 22) Integer zstdLevelBars,
        @NotNull @Range(min = 1, max = 22) Integer zstdLevelTicks,
        @NotNull @PositiveOrZero Long minFreeMb,
        @NotNull @Range(min = 0, max = 86_400) Integer settleSeconds) {}
