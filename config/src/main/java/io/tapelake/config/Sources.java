package io.tapelake.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Reads every source, from the packaged defaults to the options of a command, and lays them over each other. */
final class Sources {
    private static final String FILE = "tapelake.conf";

    private final LoadOptions options;
    private final KeyNode keys;
    private final List<ConfigProblem> problems = new ArrayList<>();

    private Sources(LoadOptions options, KeyNode keys) {
        this.options = options;
        this.keys = keys;
    }

    /**
     * The merged values with substitutions resolved.
     *
     * @param problems takes what is wrong with single variables and options
     * @throws ConfigException when a file is missing or cannot be parsed
     */
    static Config merged(LoadOptions options, KeyNode keys, List<ConfigProblem> problems) {
        Sources sources = new Sources(options, keys);
        Config merged = sources.merge();
        problems.addAll(sources.problems);
        return merged;
    }

    private Config merge() {
        Config config = packaged();
        if (options.folder().isPresent()) {
            Path file = options.folder().get().resolve(FILE);
            config = Files.exists(file) ? parse(file).withFallback(config) : config;
        }
        if (options.environmentName().isPresent()) {
            config = parse(environmentFile(options.environmentName().get())).withFallback(config);
        }
        if (options.userFile().isPresent()) {
            config = parse(existing(options.userFile().get())).withFallback(config);
        }
        config = over(config, Variables.settings(options.variables(), keys, problems));
        return resolve(over(config, options.settings()));
    }

    private static Config packaged() {
        try (Reader reader = new InputStreamReader(Sources.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
            return ConfigFactory.parseReader(
                    reader, ConfigParseOptions.defaults().setOriginDescription("packaged " + FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packaged " + FILE, e);
        }
    }

    private Path environmentFile(String name) {
        String where = options.environment().isPresent() ? "option --env" : "environment variable TAPELAKE_ENV";
        Path folder = options.folder()
                .orElseThrow(() -> single(
                        where, "names the environment '" + name + "', but there is no folder conf to read it from"));
        Path file = folder.resolve("tapelake-" + name + ".conf");
        if (!Files.isRegularFile(file)) {
            throw single(
                    where,
                    "names the environment '" + name + "', but there is no file " + file + "; there is: "
                            + environments(folder));
        }
        return file;
    }

    private static String environments(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("tapelake-.+\\.conf"))
                    .map(name -> name.substring("tapelake-".length(), name.length() - ".conf".length()))
                    .sorted()
                    .toList();
            return names.isEmpty() ? "none" : String.join(", ", names);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw single("option --config", "no such file: " + file);
        }
        return file;
    }

    private static Config parse(Path file) {
        try {
            return ConfigFactory.parseFile(
                    file.toFile(),
                    ConfigParseOptions.defaults().setAllowMissing(false).setOriginDescription(file.toString()));
        } catch (com.typesafe.config.ConfigException e) {
            throw broken(e, file.toString());
        }
    }

    private Config over(Config config, List<LoadOptions.Setting> settings) {
        Config result = config;
        for (LoadOptions.Setting setting : settings) {
            result = result.withValue(setting.key(), valueOf(setting));
        }
        return result;
    }

    private ConfigValue valueOf(LoadOptions.Setting setting) {
        KeyNode node = keys;
        for (String name : setting.key().split("\\.", -1)) {
            node = node == null ? null : node.children().get(name);
        }
        Object value = node != null && node.shape() == KeyNode.Shape.LIST ? items(setting.value()) : setting.value();
        return ConfigValueFactory.fromAnyRef(value).withOrigin(ConfigOriginFactory.newSimple(setting.source()));
    }

    /** Nothing at all is the empty list; nothing between two commas is an item, and an error for whoever checks it. */
    private static List<String> items(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    /** {@code ${NAME}} may name a key or one of the given environment variables. */
    private Config resolve(Config config) {
        try {
            ConfigObject variables = ConfigValueFactory.fromMap(options.variables(), "environment variables");
            ConfigObject resolved = config.withFallback(variables)
                    .resolve(ConfigResolveOptions.noSystem())
                    .root();
            for (String name : variables.keySet()) {
                resolved = config.root().containsKey(name) ? resolved : resolved.withoutKey(name);
            }
            return resolved.toConfig();
        } catch (com.typesafe.config.ConfigException e) {
            throw broken(e, "configuration");
        }
    }

    private static ConfigException broken(com.typesafe.config.ConfigException error, String otherwise) {
        String message = error.getMessage();
        String source = otherwise;
        if (error.origin() != null) {
            String origin = error.origin().description();
            source = origin.replaceFirst(": (\\d+)$", ":$1");
            message = message.startsWith(origin + ": ") ? message.substring(origin.length() + 2) : message;
        }
        return single(source, message);
    }

    private static ConfigException single(String source, String text) {
        return new ConfigException(List.of(new ConfigProblem(source, "", text)));
    }
}
