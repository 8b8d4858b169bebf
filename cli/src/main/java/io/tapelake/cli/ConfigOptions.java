package io.tapelake.cli;

import io.tapelake.config.LoadOptions;
import io.tapelake.config.LoadedConfig;
import io.tapelake.config.TapelakeConfig;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * The options of every command that reads the configuration. A command declares it as a mixin:
 * {@code @Mixin private ConfigOptions configuration}, and turns its own options into settings, so that an
 * error names the option.
 */
public final class ConfigOptions {
    /** Set by {@code bin/tapelake}: the root of the clone, which holds {@code conf/}. */
    private static final String HOME = "tapelake.home";

    @Option(names = "--config", paramLabel = "FILE", description = "Read this configuration file too.")
    private Path file;

    @Option(
            names = "--env",
            paramLabel = "NAME",
            description = "Read conf/tapelake-NAME.conf too (default: the variable TAPELAKE_ENV).")
    private String environment;

    /**
     * The configuration of this process.
     *
     * @param settings values given as options of the command
     * @throws io.tapelake.config.ConfigException when something is unknown or not allowed
     */
    public TapelakeConfig load(LoadOptions.Setting... settings) {
        return loaded(List.of(settings)).config();
    }

    LoadedConfig loaded(List<LoadOptions.Setting> settings) {
        LoadOptions options = LoadOptions.defaultsOnly().withVariables(System.getenv());
        String home = System.getProperty(HOME);
        if (home != null) {
            options = options.withFolder(Path.of(home, "conf"));
        }
        if (environment != null) {
            options = options.withEnvironment(environment);
        }
        if (file != null) {
            options = options.withUserFile(file);
        }
        for (LoadOptions.Setting setting : settings) {
            options = options.with(setting.key(), setting.value(), setting.source());
        }
        return LoadedConfig.load(options);
    }
}
