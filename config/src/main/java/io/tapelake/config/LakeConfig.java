package io.tapelake.config;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;

/**
 * Section {@code lake}.
 *
 * @param path folder of the lake, a path or a Hadoop URI
 * @param leaseSeconds after so many seconds without a heartbeat of the job that writes, another may
 * @param leaseWaitSeconds how long a job waits for another that is writing, in seconds
 */
public record LakeConfig(
        @NotBlank String path,
        @NotNull @Range(min = 1, max = 86400) Integer leaseSeconds,
        @NotNull @Range(min = 0, max = 86400) Integer leaseWaitSeconds) {}
