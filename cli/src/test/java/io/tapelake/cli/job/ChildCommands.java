package io.tapelake.cli.job;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.cli.Main;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Commands run one after the other in a process of their own, so that it can be one that permissions hold for. A step is a
 * command line, or {@code chmod MODE PATH}, {@code delete PATH}, {@code fill FOLDER WHEN}: fill the file system of a folder as
 * soon as the path WHEN is there.
 */
final class ChildCommands {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a command printed, and its exit code; both empty and 0 for other steps. */
    record Outcome(int exitCode, String out, String err) {}

    private ChildCommands() {}

    /** Runs steps. A super-user, whom no permission holds back, gives up that power first. */
    static List<Outcome> run(Path folder, List<List<String>> steps) throws IOException, InterruptedException {
        Path script = Files.write(folder.resolve("steps.json"), JSON.writeValueAsBytes(steps));
        Path outcomes = folder.resolve("outcomes.json");
        List<String> line = new ArrayList<>();
        if (isRoot()) {
            line.addAll(List.of(
                    "setpriv",
                    "--bounding-set=-dac_override,-dac_read_search",
                    "--inh-caps=-dac_override,-dac_read_search"));
        }
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(arg -> !arg.startsWith("-javaagent") && !arg.startsWith("-agentlib"))
                .toList());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildCommands.class.getName()));
        line.addAll(List.of(script.toString(), outcomes.toString()));
        Path log = folder.resolve("child.log");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(Duration.ofMinutes(10).toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        if (!Files.exists(outcomes)) {
            throw new IllegalStateException(
                    "the process ended with " + process.exitValue() + ": " + Files.readString(log));
        }
        return JSON.readValue(outcomes.toFile(), new TypeReference<List<Outcome>>() {});
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Runs the steps of the file named first, and writes their outcomes to the second. */
    public static void main(String[] args) throws IOException {
        List<List<String>> steps = JSON.readValue(Path.of(args[0]).toFile(), new TypeReference<>() {});
        List<Outcome> outcomes = new ArrayList<>();
        for (List<String> step : steps) {
            outcomes.add(step(step));
        }
        JSON.writeValue(Path.of(args[1]).toFile(), outcomes);
    }

    private static Outcome step(List<String> step) throws IOException {
        switch (step.get(0)) {
            case "chmod" ->
                Files.setPosixFilePermissions(Path.of(step.get(2)), PosixFilePermissions.fromString(step.get(1)));
            case "delete" -> Files.deleteIfExists(Path.of(step.get(1)));
            case "fill" -> fill(Path.of(step.get(1)), Path.of(step.get(2)));
            default -> {
                StringWriter out = new StringWriter();
                StringWriter err = new StringWriter();
                int code =
                        Main.run(step.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
                return new Outcome(code, out.toString(), err.toString());
            }
        }
        return new Outcome(0, "", "");
    }

    private static void fill(Path folder, Path when) {
        Thread thread = new Thread(() -> {
            try {
                while (!Files.exists(when)) {
                    Thread.sleep(1);
                }
                try (OutputStream out = Files.newOutputStream(folder.resolve("filler"))) {
                    while (true) {
                        out.write(new byte[4096]);
                    }
                }
            } catch (IOException full) {
                // That is what was wanted.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
