package io.tapelake.config;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.hibernate.validator.constraints.Range;

/**
 * Section {@code spark}.
 *
 * @param master where jobs run that {@code bin/tapelake} starts, as Spark writes it
 * @param shufflePartitions partitions after a shuffle
 * @param conf more Spark settings, passed on as they are
 */
public record SparkConfig(
        @NotNull @Pattern(
                        regexp = "local(\\[(\\d+|\\*)(,\\d+)?\\])?|local-cluster\\[.+\\]|spark://.+|yarn|k8s://.+",
                        message = "must be local[N], local[*], spark://HOST:PORT, yarn or k8s://...")
                String master,
        @NotNull @Range(min = 1, max = 100_000) Integer shufflePartitions,
        @NotNull Map<String, String> conf) {
    /** Keeps the settings unmodifiable, in key order. */
    public SparkConfig {
        conf = conf == null ? null : Copies.sorted(conf);
    }
}
