package io.tapelake.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/tapelake} says on a machine that lacks something. It runs on a copy of {@code bin} with tools made up. */
class ScriptsTest {
    private static final List<String> BASIC_TOOLS = List.of(
            "bash",
            "cat",
            "sed",
            "head",
            "find",
            "dirname",
            "readlink",
            "mkdir",
            "touch",
            "grep",
            "tr",
            "rm",
            "mv",
            "ls",
            "env",
            "uname",
            "sleep");

    @TempDir
    Path folder;

    private Path tools;

    private record Outcome(int exitCode, String output) {}

    @BeforeEach
    void copyTheScripts() throws IOException {
        assumeTrue(onPath("bash").isPresent(), "there is no bash here");
        Path bin = Sources.find().root().resolve("bin");
        Path root = Files.createDirectories(folder.resolve("a clone"));
        try (Stream<Path> files = Files.walk(bin)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file, root.resolve("bin").resolve(bin.relativize(file).toString()));
            }
        }
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String name : BASIC_TOOLS) {
            Optional<Path> tool = onPath(name);
            if (tool.isPresent()) {
                tool(name, "exec '" + tool.get() + "' \"$@\"");
            }
        }
    }

    @Test
    void withoutJavaItSaysHowToInstallOne() throws Exception {
        Outcome outcome = tapelake();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("there is no Java here; Tapelake needs a JDK 17 or later")
                .contains("apt-get install")
                .contains("brew install")
                .contains("JAVA_HOME");
    }

    @Test
    void anOldJavaIsNamedWithItsVersion() throws Exception {
        tool("java", "echo 'openjdk version \"11.0.20\" 2023-07-18' >&2");

        assertThat(tapelake().output())
                .contains("tools/java is version 11.0.20; Tapelake needs 17 or later")
                .contains("openjdk-17");
    }

    @Test
    void theOldNumberingOfJavaIsUnderstood() throws Exception {
        tool("java", "echo 'java version \"1.8.0_392\"' >&2");

        assertThat(tapelake().output()).contains("is version 1.8.0_392; Tapelake needs 17 or later");
    }

    @Test
    void withoutMavenItSaysHowToInstallIt() throws Exception {
        goodJava();
        tool("javac", "exit 0");

        assertThat(tapelake().output())
                .contains("there is no Maven here; building needs 3.8 or later")
                .contains("apt-get install maven");
    }

    @Test
    void anOldMavenIsNamedWithItsVersion() throws Exception {
        goodJava();
        tool("javac", "exit 0");
        tool("mvn", "echo 'Apache Maven 3.6.3 (abc)'");

        assertThat(tapelake().output()).contains("Maven is version 3.6.3; building needs 3.8 or later");
    }

    @Test
    void aRuntimeWithoutACompilerIsNotEnoughToBuild() throws Exception {
        goodJava();
        tool("mvn", "echo 'Apache Maven 3.9.9 (abc)'");

        assertThat(tapelake().output()).contains("no compiler; building needs a JDK");
    }

    @Test
    void aFailedBuildShowsItsErrorsAndNamesTheLog() throws Exception {
        goodJava();
        tool("javac", "exit 0");
        tool("mvn", "echo 'Apache Maven 3.9.9'; [ \"$1\" = -version ] && exit 0; echo '[ERROR] no such thing'; exit 1");

        Outcome outcome = tapelake();
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("[ERROR] no such thing")
                .contains("the build failed")
                .contains(".tapelake/logs/build.log");
    }

    @Test
    void everyScriptIsWellFormed() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("a clone/bin"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Sources.read(file).startsWith("#!/usr/bin/env bash") || file.endsWith("common.sh")) {
                    assertThat(run("bash", "-n", file.toString()))
                            .as(file.getFileName().toString())
                            .isEqualTo(new Outcome(0, ""));
                }
            }
        }
    }

    private void goodJava() throws IOException {
        tool("java", "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2");
    }

    private void tool(String name, String script) throws IOException {
        Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Through a symbolic link and from another folder, as people put it on their path. */
    private Outcome tapelake() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a clone/bin/tapelake"));
        return run("bash", link.toString(), "help");
    }

    private Outcome run(String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(tools.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", tools.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), output);
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(entry -> Path.of(entry, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
