package io.tapelake.config;

import jakarta.validation.constraints.NotBlank;

/**
 * Section {@code lake}.
 *
 * @param path folder of the lake, a path or a Hadoop URI
 */
public record LakeConfig(@NotBlank String path) {}
