package io.tapelake.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * The whole configuration, validated. Each component is a section of {@code conf/tapelake.conf}, where every key
 * is explained; a component {@code targetFileMb} is the key {@code target-file-mb}. Values are immutable and never
 * null.
 *
 * <p>To add a key: a component here or in a section, with its constraints, and a commented line in
 * {@code conf/tapelake.conf}. A test compares the two.
 */
public record TapelakeConfig(
        @NotNull @Valid LakeConfig lake,
        @NotNull @Valid SparkConfig spark,
        @NotNull @Valid IngestConfig ingest,
        @NotNull @Valid NightlyConfig nightly,
        @NotNull @Valid BackfillConfig backfill,
        @NotNull @Valid ScanConfig scan,
        @NotNull @Valid MaintainConfig maintain,
        @NotNull @Valid DaysConfig days,
        @NotNull @Valid SimulatorConfig simulator,
        @NotNull @Valid SynthConfig synth,
        @NotNull @Valid ProgressConfig progress) {

    /** The packaged defaults, untouched by files and environment. */
    public static TapelakeConfig defaults() {
        return load(LoadOptions.defaultsOnly());
    }

    /**
     * Reads the defaults and everything that overrides them.
     *
     * @throws ConfigException when a key is unknown, a value is not allowed, or a file cannot be read; it holds
     *     every problem found, not only the first
     */
    public static TapelakeConfig load(LoadOptions options) {
        return LoadedConfig.load(options).config();
    }
}
