package io.tapelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void whatShowPrintsCanBeReadBack() throws Exception {
        Path mine = Files.writeString(folder.resolve("mine.conf"), "days.top = 7\n");
        assertThat(run("config", "show", "--config", mine.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("days.top = 7  # " + mine + ":1");

        Path copy = Files.writeString(folder.resolve("copy.conf"), out.toString());
        assertThat(run("config", "check", "--config", copy.toString())).isEqualTo(ExitCode.OK);
    }

    @Test
    void everyProblemIsALineAndTheCommandIsNotUsable() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.conf"), "days.top = 0\nsynth.days = x\n");

        assertThat(run("config", "check", "--config", bad.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("tapelake config check: " + bad + ":2: synth.days: is 'x', must be a whole number")
                .doesNotContain("\tat ");
    }

    @Test
    void withoutASubcommandItSaysWhichThereAre() {
        assertThat(run("config")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("show or check");
    }
}
