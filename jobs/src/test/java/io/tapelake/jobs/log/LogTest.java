package io.tapelake.jobs.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.jobs.TestLake;
import io.tapelake.jobs.TestSpark;
import io.tapelake.jobs.night.NightReport;
import io.tapelake.jobs.scan.ThrowingScan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the log says of run, file, symbol and date, with the configurations that people run. */
class LogTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private LoggerContext context;
    private URI before;

    @BeforeEach
    void remember() {
        TestSpark.interpreting();
        context = (LoggerContext) LogManager.getContext(false);
        before = context.getConfiguration().getConfigurationSource().getURI();
    }

    @AfterEach
    void restore() {
        System.clearProperty("tapelake.logs");
        context.setConfigLocation(before);
    }

    private void configure(String configuration) {
        System.setProperty("tapelake.logs", folder.toString());
        context.setConfigLocation(Path.of("..")
                .resolve(configuration)
                .toAbsolutePath()
                .normalize()
                .toUri());
    }

    private List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(file))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    @Test
    void anExecutorWritesTheSameLinesIntoAFileOfItsOwn() throws IOException {
        configure("conf/spark/log4j2.properties");
        LogFields.log(
                () -> LoggerFactory.getLogger(LogTest.class).info("looked at"),
                LogFields.RUN,
                "r1",
                LogFields.FILE,
                "/in/a.dbn",
                LogFields.DATE,
                null);
        assertThat(lines("executor.log")).singleElement().satisfies(line -> {
            assertThat(text(line, "run")).isEqualTo("r1");
            assertThat(text(line, "file")).isEqualTo("/in/a.dbn");
            assertThat(text(line, "message")).isEqualTo("looked at");
            assertThat(line.has("date")).isFalse();
        });
    }

    @Test
    void linesOfANightAreJsonAndSayWhichRunFileSymbolAndDate() throws IOException {
        configure("conf/log4j2.xml");
        TestLake lake = ThrowingScan.lake(folder.resolve("lake"));
        Path input = ThrowingScan.input(folder.resolve("input"));
        Path damaged = Files.writeString(input.resolve("x-20250724.trades.dbn.zst"), "no DBN at all");

        NightReport report = lake.jobs().nightly(List.of(input.toString()));

        List<JsonNode> lines = lines("tapelake.log");
        assertThat(report.scan().failures()).isNotEmpty();
        assertThat(lines)
                .as("the file that was refused, by the thread that inspected it")
                .anyMatch(line -> text(line, "run").equals(report.runId())
                        && text(line, "file").equals(damaged.toString())
                        && text(line, "message").startsWith("refused")
                        && text(line, "log.level").equals("WARN"));
        report.scan().failures().forEach(failure -> assertThat(lines)
                .anyMatch(line -> text(line, "run").equals(report.runId())
                        && text(line, "symbol").equals(failure.symbol())
                        && text(line, "date").equals(failure.tradeDate().toString())
                        && text(line, "message").contains(failure.what())));
        assertThat(lines)
                .as("a field ends with what it is about")
                .noneMatch(line -> line.has("symbol") && text(line, "message").startsWith("published"));
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asText();
    }
}
