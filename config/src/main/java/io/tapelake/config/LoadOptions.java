package io.tapelake.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to read besides the packaged defaults. Nothing is taken from the process by itself: the caller hands in
 * the environment variables.
 *
 * @param folder the folder {@code conf} with {@code tapelake.conf} and {@code tapelake-ENV.conf}; both optional there
 *     unless an environment is named
 * @param environment the word in {@code tapelake-ENV.conf}
 * @param userFile a file whose keys win over the ones before
 * @param variables environment variables; those that begin with {@code TAPELAKE_} name keys, and all of them can
 *     be used as {@code ${NAME}} in a file
 * @param settings values that win over everything, such as options of a command
 */
public record LoadOptions(
        Optional<Path> folder,
        Optional<String> environment,
        Optional<Path> userFile,
        Map<String, String> variables,
        List<Setting> settings) {

    /**
     * One value from outside the files.
     *
     * @param key the full key, such as {@code lake.path}
     * @param value the value as text; lists with commas
     * @param source what an error names, such as {@code option --lake}
     */
    public record Setting(String key, String value, String source) {}

    /** Copies what it is given. */
    public LoadOptions {
        variables = Map.copyOf(variables);
        settings = List.copyOf(settings);
    }

    /** Only the packaged defaults. */
    public static LoadOptions defaultsOnly() {
        return new LoadOptions(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), List.of());
    }

    /** Reads the files of this folder too. */
    public LoadOptions withFolder(Path conf) {
        return new LoadOptions(Optional.of(conf), environment, userFile, variables, settings);
    }

    /** Reads {@code tapelake-NAME.conf} too, which must then exist. Wins over the variable {@code TAPELAKE_ENV}. */
    public LoadOptions withEnvironment(String name) {
        return new LoadOptions(folder, Optional.of(name), userFile, variables, settings);
    }

    /** Reads this file too, which must exist. */
    public LoadOptions withUserFile(Path file) {
        return new LoadOptions(folder, environment, Optional.of(file), variables, settings);
    }

    /** Takes keys from these environment variables, and the environment's name from {@code TAPELAKE_ENV}. */
    public LoadOptions withVariables(Map<String, String> environmentVariables) {
        return new LoadOptions(folder, environment, userFile, environmentVariables, settings);
    }

    /** Sets one key, over everything else. */
    public LoadOptions with(String key, String value, String source) {
        List<Setting> more = new ArrayList<>(settings);
        more.add(new Setting(key, value, source));
        return new LoadOptions(folder, environment, userFile, variables, more);
    }

    /** The environment's name: the one set, else {@code TAPELAKE_ENV} unless it is empty. */
    Optional<String> environmentName() {
        return environment
                .or(() -> Optional.ofNullable(variables.get("TAPELAKE_ENV")))
                .filter(name -> !name.isBlank());
    }
}
