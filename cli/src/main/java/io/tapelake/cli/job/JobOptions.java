package io.tapelake.cli.job;

import io.tapelake.cli.ConfigOptions;
import io.tapelake.config.LoadOptions;
import io.tapelake.config.TapelakeConfig;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that runs a job on a lake. */
final class JobOptions {

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            description = "Folder or URI of the lake (default: lake.path of the configuration).")
    private String lake;

    @Mixin
    private ConfigOptions configuration;

    /** The configuration with these options in it. */
    TapelakeConfig config(LoadOptions.Setting... more) {
        List<LoadOptions.Setting> settings = new ArrayList<>(List.of(more));
        if (lake != null) {
            settings.add(new LoadOptions.Setting("lake.path", lake, "--lake"));
        }
        return configuration.load(settings.toArray(LoadOptions.Setting[]::new));
    }
}
