package io.tapelake.cli.lake;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ConfigOptions;
import io.tapelake.config.LoadOptions;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.files.ObjectStoreSettings;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.PublishedRun;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The option that says which lake is read. */
final class LakeFolder {

    @Option(names = "--lake", paramLabel = "DIR", description = "Folder of the lake (default: lake.path).")
    private String path;

    @Mixin
    private ConfigOptions configuration;

    TapelakeConfig config() {
        return path == null
                ? configuration.load()
                : configuration.load(new LoadOptions.Setting("lake.path", path, "--lake"));
    }

    Lake lake(TapelakeConfig config) {
        return Lake.open(
                config.lake().path(),
                ObjectStoreSettings.of(System.getenv(), config.spark().conf()));
    }

    /**
     * The runs of the lake, newest first.
     *
     * @throws CommandException if nothing was published
     */
    static List<PublishedRun> runs(Lake lake) {
        try {
            return lake.runs();
        } catch (LakeException e) {
            throw CommandException.missingInput(e.getMessage());
        }
    }

    /**
     * What is known of a run.
     *
     * @throws CommandException if nothing was published, or there is no such run
     */
    static PublishedRun published(Lake lake, String id) {
        runs(lake);
        try {
            return lake.published(id);
        } catch (LakeException e) {
            throw CommandException.usage(e.getMessage());
        }
    }
}
