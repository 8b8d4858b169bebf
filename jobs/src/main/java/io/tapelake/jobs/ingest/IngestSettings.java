package io.tapelake.jobs.ingest;

import io.tapelake.config.IngestConfig;
import io.tapelake.lake.LakeTable;

/**
 * What the ingest job may decide by configuration.
 *
 * @param files about files that do not say it themselves
 * @param targetFileBytes wanted size of a table file
 * @param zstdLevelBars compression of bar tables
 * @param zstdLevelTicks compression of all other tables
 * @param minFreeBytes free space needed to start beside what the input needs
 * @param maxConflictRows conflicts written to quarantine one by one
 * @param settleSeconds a file that ends too early and was changed less than this long ago is still being written
 */
public record IngestSettings(
        FileRules files,
        long targetFileBytes,
        int zstdLevelBars,
        int zstdLevelTicks,
        long minFreeBytes,
        int maxConflictRows,
        int settleSeconds) {

    /** Takes what the configuration says. */
    public static IngestSettings of(IngestConfig config) {
        return new IngestSettings(
                FileRules.of(config),
                (long) config.targetFileMb() << 20,
                config.zstdLevelBars(),
                config.zstdLevelTicks(),
                config.minFreeMb() << 20,
                10_000,
                config.settleSeconds());
    }

    /** About how many rows make a file of the wanted size; measured bytes per row of real data. */
    long rowsPerFile(LakeTable table) {
        int bytesPerRow = isBars(table) ? 9 : 20;
        return Math.max(1, targetFileBytes / bytesPerRow);
    }

    int zstdLevel(LakeTable table) {
        return isBars(table) ? zstdLevelBars : zstdLevelTicks;
    }

    private static boolean isBars(LakeTable table) {
        return table.name().startsWith("bars_");
    }
}
