package io.tapelake.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an agent can observe is made of packages that cannot see what comes next. */
class ObservationArrowsTest {
    private static final Path MAIN = Path.of("src", "main", "java", "io", "tapelake", "simulator");

    @Test
    void nothingThatIsObservedUsesTheFutureTheNextEventOrAGuessBetweenPrints() throws IOException {
        List<String> problems = new ArrayList<>();
        for (String part : List.of("day", "market", "window", "feature")) {
            try (Stream<Path> files = Files.walk(MAIN.resolve(part))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String text = Files.readString(file);
                    for (String name :
                            List.of("simulator.execution", "simulator.step", "simulator.check", "Hindsight")) {
                        if (text.contains("import io.tapelake." + name) || text.contains("hindsight")) {
                            problems.add(file + " uses " + name);
                        }
                    }
                }
            }
        }
        assertThat(problems).isEmpty();
    }
}
