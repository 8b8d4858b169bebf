package io.tapelake.config;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
 * @param csvDataset dataset of bars from CSV files
 * @param csvTimeZone zone of timestamps in CSV files that name none
 * @param settleSeconds a file that ends too early is still being written if it was changed less than this long ago
 */
public record IngestConfig(
        @NotNull @Range(min = 1, max = 4096) Integer targetFileMb,
        @NotNull @Range(min = 1, max = 3) Integer fragmentVersion,
        @NotNull @Range(min = 1, max = 22) Integer zstdLevelBars,
        @NotNull @Range(min = 1, max = 22) Integer zstdLevelTicks,
        @NotNull @PositiveOrZero Long minFreeMb,
        @NotNull @Pattern(
                        regexp = "[A-Z0-9._-]{1,32}",
                        message = "must be 1 to 32 of A-Z, 0-9, dot, dash and underscore")
                String csvDataset,
        @NotNull @ZoneName String csvTimeZone,
        @NotNull @Range(min = 0, max = 86_400) Integer settleSeconds) {}
