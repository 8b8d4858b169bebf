package io.tapelake.spark.dbn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The options of one read, checked. Immutable.
 *
 * @param paths files, directories or globs, at least one
 * @param schema the DBN schema asked for, for example {@code ohlcv-1s}; empty to take it from the files
 * @param fragmentVersion DBN version of files without metadata, 1 to 3; 0 if every file has metadata
 * @param fragmentTsOut whether records of files without metadata end with a gateway send time
 * @param symbols symbols to keep; empty for all
 * @param mode what happens to values that have no place in their column
 * @param recursive whether directories are searched to any depth
 * @param trustMetadataRange whether a file may be left out because its metadata says that it ends before, or begins
 *     after, the times asked for
 * @param batchRows most rows of one columnar batch
 * @param splitBytes least uncompressed bytes of a partition where a file can be split at frames
 * @param hadoop settings for the Hadoop file system
 */
record DbnOptions(
        List<String> paths,
        Optional<String> schema,
        int fragmentVersion,
        boolean fragmentTsOut,
        List<String> symbols,
        ReadMode mode,
        boolean recursive,
        boolean trustMetadataRange,
        int batchRows,
        long splitBytes,
        Map<String, String> hadoop) {

    private static final Map<String, String> KNOWN = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        for (String name : List.of(
                "path",
                "paths",
                "schema",
                "fragmentVersion",
                "fragmentTsOut",
                "symbols",
                "mode",
                "recursive",
                "trustMetadataRange",
                "batchRows",
                "splitBytes")) {
            KNOWN.put(name, name);
        }
    }

    /**
     * Reads the options of {@code spark.read().format("dbn")}. Names are case-insensitive. A name with a dot, such as
     * {@code fs.s3a.endpoint}, is a Hadoop setting; any other unknown name is an error.
     *
     * @throws IllegalArgumentException for an unknown option or a bad value; the message says what is allowed
     */
    static DbnOptions of(CaseInsensitiveStringMap map) {
        Map<String, String> hadoop = new LinkedHashMap<>();
        map.asCaseSensitiveMap().forEach((name, value) -> {
            if (KNOWN.containsKey(name)) {
                return;
            }
            if (!name.contains(".") || name.toLowerCase(Locale.ROOT).startsWith("dbn.")) {
                throw new IllegalArgumentException("dbn: unknown option '" + name + "'; options are " + KNOWN.values()
                        + ", and Hadoop settings, which contain a dot");
            }
            hadoop.put(name, value);
        });
        return new DbnOptions(
                paths(map),
                text(map, "schema").map(schema -> schema.toLowerCase(Locale.ROOT)),
                (int) number(map, "fragmentVersion", 0, 1, 3),
                flag(map, "fragmentTsOut"),
                symbols(map),
                mode(map),
                flag(map, "recursive"),
                flag(map, "trustMetadataRange"),
                (int) number(map, "batchRows", 4096, 1, 65536),
                number(map, "splitBytes", 64L << 20, 1, Long.MAX_VALUE),
                Map.copyOf(hadoop));
    }

    private static List<String> paths(CaseInsensitiveStringMap map) {
        List<String> paths = new ArrayList<>();
        text(map, "path").ifPresent(paths::add);
        Optional<String> json = text(map, "paths");
        if (json.isPresent()) {
            // Spark hands load(path1, path2) over as a JSON array.
            try {
                paths.addAll(Arrays.asList(new ObjectMapper().readValue(json.get(), String[].class)));
            } catch (JsonProcessingException e) {
                throw bad("paths", json.get(), "a JSON array of strings", e);
            }
        }
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("dbn: no path; give load() a file, a directory or a glob");
        }
        return List.copyOf(paths);
    }

    private static ReadMode mode(CaseInsensitiveStringMap map) {
        String value = text(map, "mode").orElse("failfast");
        for (ReadMode mode : ReadMode.values()) {
            if (mode.name().equalsIgnoreCase(value)) {
                return mode;
            }
        }
        throw bad("mode", value, "failfast or permissive", null);
    }

    private static boolean flag(CaseInsensitiveStringMap map, String name) {
        String value = text(map, name).orElse("false").toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            throw bad(name, value, "true or false", null);
        }
        return value.equals("true");
    }

    private static long number(CaseInsensitiveStringMap map, String name, long absent, long least, long most) {
        Optional<String> value = text(map, name);
        if (value.isEmpty()) {
            return absent;
        }
        String allowed = "a whole number from " + Math.max(1, least) + " to " + most;
        try {
            long number = Long.parseLong(value.get());
            if (number >= Math.max(1, least) && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad(name, value.get(), allowed, e);
        }
        throw bad(name, value.get(), allowed, null);
    }

    private static List<String> symbols(CaseInsensitiveStringMap map) {
        Optional<String> value = text(map, "symbols");
        List<String> symbols = Arrays.stream(value.orElse("").split(","))
                .map(String::strip)
                .filter(symbol -> !symbol.isEmpty())
                .toList();
        if (value.isPresent() && symbols.isEmpty()) {
            throw bad("symbols", value.get(), "a list of symbols with commas between them", null);
        }
        return symbols;
    }

    private static Optional<String> text(CaseInsensitiveStringMap map, String name) {
        Optional<String> value = Optional.ofNullable(map.get(name)).map(String::strip);
        if (value.isPresent() && value.get().isEmpty()) {
            throw bad(name, "", "any value but an empty one", null);
        }
        return value;
    }

    private static IllegalArgumentException bad(String name, String value, String allowed, Exception cause) {
        return new IllegalArgumentException(
                "dbn: option '" + name + "' is '" + value + "'; allowed is " + allowed, cause);
    }
}
