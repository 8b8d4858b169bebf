package io.tapelake.config;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;

/**
 * Section {@code backfill}: how much is taken in before a run is published.
 *
 * @param chunkFiles most files of a run
 * @param chunkMb most MB of files of a run, as they lie in the input
 */
public record BackfillConfig(
        @NotNull @Range(min = 1, max = 1_000_000) Integer chunkFiles,
        @NotNull @Range(min = 1, max = 1_000_000) Integer chunkMb) {}
