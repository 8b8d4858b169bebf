package io.tapelake.architecture;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of the house: each module, its package, which of our modules it may use, and which libraries. */
final class Rooms {
    /** Library packages that every module may use. */
    private static final List<String> EVERYWHERE = List.of("java", "javax.crypto", "org.slf4j");

    private static final List<String> SPARK = List.of("org.apache.spark", "io.delta.tables", "io.delta.spark", "scala");
    private static final List<String> FILES = List.of("org.apache.hadoop", "org.apache.parquet");
    private static final List<String> TERMINAL = List.of("picocli", "me.tongfei", "com.github.freva");
    private static final List<String> JSON = List.of("com.fasterxml.jackson");

    // module, package                            may use, of ours                                libraries
    private static final List<Room> TABLE = List.of(
            room("model", "io.tapelake.model", uses(), libraries()),
            room("databento", "io.tapelake.databento", uses(), libraries(List.of("com.github.luben.zstd"))),
            room("scanner", "io.tapelake.scanner", uses("model"), libraries()),
            room(
                    "config",
                    "io.tapelake.config",
                    uses(),
                    libraries(JSON, List.of("com.typesafe.config", "jakarta.validation", "org.hibernate.validator"))),
            room(
                    "lake",
                    "io.tapelake.lake",
                    uses("model"),
                    libraries(FILES, JSON, List.of("io.delta.kernel", "com.github.luben.zstd", "org.xerial.snappy"))),
            room("index", "io.tapelake.index", uses("lake", "model"), libraries(FILES, JSON)),
            room("analysis", "io.tapelake.analysis", uses("scanner", "lake", "model"), libraries()),
            room("synthetic", "io.tapelake.synthetic", uses("model", "databento"), libraries(JSON)),
            room(
                    "simulator-lib",
                    "io.tapelake.simulator",
                    uses("databento", "scanner", "index", "synthetic", "analysis", "lake", "model"),
                    libraries()),
            room("spark-dbn", "io.tapelake.spark.dbn", uses("databento"), libraries(SPARK, FILES, JSON)),
            room(
                    "jobs",
                    "io.tapelake.jobs",
                    uses("spark-dbn", "databento", "scanner", "lake", "index", "analysis", "config", "model"),
                    libraries(SPARK, FILES, JSON, List.of("io.delta", "com.github.luben.zstd"))),
            // The commands that run jobs come first: the longest package that fits decides.
            room("cli", "io.tapelake.cli.job", usesAll(), libraries(SPARK, FILES, TERMINAL, JSON)),
            room("cli", "io.tapelake.cli", usesAll(), libraries(TERMINAL, JSON)),
            room(
                    "bench",
                    "io.tapelake.bench",
                    usesAll(),
                    libraries(SPARK, FILES, TERMINAL, JSON, List.of("org.openjdk.jmh", "com.github.luben.zstd"))));

    /** Modules without code of ours. */
    static final List<String> WITHOUT_CODE = List.of("architecture", "spark-home", "s3a", "s3-server");

    /** What tests may use beside what their module may use. Never: {@code scanner} in {@code synthetic}. */
    static final List<Grant> IN_TESTS = List.of(
            // Properties of the scanner need days of every kind in any number. It still never sees how they are
            // planted:
            // its main code may not use the made-up market, and the market may not use the scanner.
            new Grant("scanner", Set.of("databento", "synthetic")),
            new Grant("lake", Set.of("databento", "synthetic")),
            new Grant("index", Set.of("databento", "synthetic")),
            new Grant("analysis", Set.of("databento", "synthetic")),
            new Grant("spark-dbn", Set.of("model", "synthetic")),
            new Grant("jobs", Set.of("synthetic")));

    /**
     * A module, or a part of one.
     *
     * @param module folder of the module
     * @param packageName package that it holds, with all packages below
     * @param uses modules whose types it may use
     * @param libraries packages of libraries that it may use
     */
    record Room(String module, String packageName, Set<String> uses, List<String> libraries) {
        boolean mayUseModule(String other) {
            return other.equals(module) || uses.contains(other);
        }

        boolean mayUseLibrary(String name) {
            return libraries.stream().anyMatch(prefix -> isBelow(name, prefix));
        }
    }

    /** Modules that the tests of a module may use too. */
    record Grant(String module, Set<String> modules) {}

    private Rooms() {}

    static List<Room> all() {
        return TABLE;
    }

    static Set<String> modules() {
        return TABLE.stream().map(Room::module).collect(Collectors.toSet());
    }

    /** The room that holds a name of ours: the one with the longest package that the name is below. */
    static Optional<Room> of(String name) {
        return TABLE.stream()
                .filter(room -> isBelow(name, room.packageName()))
                .max((a, b) -> Integer.compare(
                        a.packageName().length(), b.packageName().length()));
    }

    static Set<String> grantedInTests(String module) {
        return IN_TESTS.stream()
                .filter(grant -> grant.module().equals(module))
                .flatMap(grant -> grant.modules().stream())
                .collect(Collectors.toSet());
    }

    static boolean isBelow(String name, String prefix) {
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }

    private static Room room(String module, String packageName, Set<String> uses, List<String> libraries) {
        return new Room(module, packageName, uses, libraries);
    }

    private static Set<String> uses(String... modules) {
        return Set.of(modules);
    }

    private static Set<String> usesAll() {
        return Set.of(
                "model",
                "databento",
                "scanner",
                "config",
                "lake",
                "index",
                "analysis",
                "synthetic",
                "simulator-lib",
                "spark-dbn",
                "jobs",
                "cli");
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the lists are only read
    private static List<String> libraries(List<String>... groups) {
        return Stream.concat(EVERYWHERE.stream(), Stream.of(groups).flatMap(List::stream))
                .toList();
    }
}
