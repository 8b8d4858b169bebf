package io.tapelake.jobs.ingest;

import io.tapelake.config.IngestConfig;
import java.io.Serializable;
import java.time.ZoneId;

/**
 * What the configuration says about files that do not say it themselves.
 *
 * @param fragmentVersion DBN version of files without metadata
 * @param csvDataset dataset of bars from CSV files
 * @param csvTimeZone zone of timestamps in CSV files that name none
 */
public record FileRules(int fragmentVersion, String csvDataset, ZoneId csvTimeZone) implements Serializable {

    /** Takes what the configuration says. */
    public static FileRules of(IngestConfig config) {
        return new FileRules(config.fragmentVersion(), config.csvDataset(), ZoneId.of(config.csvTimeZone()));
    }
}
