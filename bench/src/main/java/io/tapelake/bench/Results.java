package io.tapelake.bench;

import io.tapelake.config.CodeVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** The file of all figures ever measured on this machine: a header, then one line per figure. */
final class Results {
    private static final String HEADER = "date\tcommit\tmachine\tname\tvalue\tunit\tpeer value\tratio\n";

    private final Path file;
    private final Clock clock;

    Results(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    void append(Figure figure) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, HEADER);
        }
        String line = String.join(
                "\t",
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                CodeVersion.current().toString(),
                machine(),
                figure.line());
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    }

    /** Enough to tell machines apart: architecture, processors, their model where the system says it, and the JVM. */
    static String machine() {
        return String.join(
                " ",
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors() + " x",
                model(),
                "Java " + System.getProperty("java.version"));
    }

    private static String model() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
