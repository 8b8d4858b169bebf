package io.tapelake.cli.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.cli.ExitCode;
import io.tapelake.lake.Tables;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notebooks on the lake of a small demo, executed headless by Jupyter; skipped where there is no Jupyter. */
class NotebooksTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path NOTEBOOKS = ROOT.resolve("notebooks");
    private static final String NEEDED = "import pandas, matplotlib, jpype, nbconvert, ipykernel";

    @TempDir
    private static Path folder;

    private static Path lake;
    private static String python;

    @BeforeAll
    static void makeTheLake() throws Exception {
        for (String each : List.of("python3", "/usr/bin/python3")) {
            if (python == null && run(List.of(each, "-c", NEEDED)).code() == 0) {
                python = each;
            }
        }
        if (python == null) {
            return;
        }
        // In a process of its own: it starts Spark.
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(arg -> !arg.startsWith("-javaagent") && !arg.startsWith("-agentlib"))
                .toList());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.tapelake.cli.Main", "demo"));
        line.addAll(List.of("--dir", folder.resolve("demo").toString(), "--symbols", "8", "--days", "10"));
        Outcome made = run(line);
        assertThat(made.code()).as(made.text()).isEqualTo(ExitCode.OK);
        lake = folder.resolve("demo/lake");
    }

    @Test
    void theNotebooksInPythonRunToTheirEnd() throws Exception {
        Assumptions.assumeTrue(
                python != null, "no Python here can run notebooks; bin/notebooks installs what is missing");
        Outcome outcome = run(List.of(
                python,
                NOTEBOOKS.resolve("run.py").toString(),
                NOTEBOOKS.resolve("1-momentum-days.ipynb").toString(),
                NOTEBOOKS.resolve("2-setup-quality.ipynb").toString()));
        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text())
                .contains("1-momentum-days.ipynb: 6 cells, 2 pictures", "2-setup-quality.ipynb: 4 cells, 1 pictures");
    }

    @Test
    void aFailingCellIsAFailure() throws Exception {
        Assumptions.assumeTrue(
                python != null, "no Python here can run notebooks; bin/notebooks installs what is missing");
        String good = Files.readString(NOTEBOOKS.resolve("1-momentum-days.ipynb"));
        Path bad = Files.writeString(
                folder.resolve("bad.ipynb"),
                good.replaceFirst("\"source\": \\[\\s*\"import os", "\"source\": [\"1 / 0; import os"));
        Outcome outcome = run(List.of(python, NOTEBOOKS.resolve("run.py").toString(), bad.toString()));
        assertThat(outcome.code()).as(outcome.text()).isEqualTo(1);
        assertThat(outcome.text()).contains("ZeroDivisionError");
    }

    @Test
    void theModuleReadsWhatTheCommandPrints() throws Exception {
        Assumptions.assumeTrue(
                python != null, "no Python here has pandas and JPype; bin/notebooks installs what is missing");
        Outcome outcome =
                run(List.of(python, ROOT.resolve("python/tests/check_frames.py").toString(), lake.toString()));
        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text()).contains("all good");
    }

    @Test
    void theNotebookForPySparkParsesAndAsksForColumnsThatThereAre() throws Exception {
        JsonNode notebook = read(NOTEBOOKS.resolve("4-momentum-days-pyspark.ipynb"));
        StringBuilder code = new StringBuilder();
        notebook.get("cells").forEach(cell -> {
            if (cell.get("cell_type").asText().equals("code")) {
                cell.get("source").forEach(line -> code.append(line.asText()));
                code.append('\n');
            }
        });
        assertThat(code).contains("from days").contains("from resets").contains("from bars");
        Stream.of("movement", "reset_points_selected", "category").forEach(column -> Tables.DAY_INDEX.column(column));
        Pattern.compile("\\b(hindsight_\\w+|atr_5m|time_bucket)\\b")
                .matcher(code)
                .results()
                .forEach(found -> Tables.RESET_POINTS.column(found.group()));
        Assumptions.assumeTrue(python != null);
        assertThat(run(List.of(python, "-c", "import ast, sys; ast.parse(sys.argv[1])", code.toString()))
                        .code())
                .isZero();
    }

    @Test
    void notebooksAreKeptWithoutOutputs() throws IOException {
        try (Stream<Path> all = Files.list(NOTEBOOKS)) {
            for (Path each :
                    all.filter(file -> file.toString().endsWith(".ipynb")).toList()) {
                read(each).get("cells").forEach(cell -> {
                    if (cell.get("cell_type").asText().equals("code")) {
                        assertThat(cell.get("outputs")).as(each.toString()).isEmpty();
                        assertThat(cell.get("execution_count").isNull()).isTrue();
                    }
                });
            }
        }
    }

    private static JsonNode read(Path notebook) throws IOException {
        return new ObjectMapper().readTree(notebook.toFile());
    }

    private record Outcome(int code, String text) {}

    private static Outcome run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
        builder.environment().put("TAPELAKE_HOME", ROOT.toString());
        builder.environment().put("TAPELAKE_CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("PYTHONPATH", ROOT.resolve("python").toString());
        if (lake != null) {
            builder.environment().put("TAPELAKE_LAKE", lake.toString());
        }
        Process process;
        try {
            process = builder.start();
        } catch (IOException absent) {
            return new Outcome(-1, absent.toString());
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), text);
    }
}
