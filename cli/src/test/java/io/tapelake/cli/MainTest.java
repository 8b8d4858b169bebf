package io.tapelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class MainTest {

    private record Outcome(int exitCode, String out, String err) {}

    private static Outcome run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    @Test
    void withoutArgumentsItShowsEveryCommandUnderItsGroup() {
        Outcome outcome = run();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        for (Commands.Group group : Commands.groups()) {
            for (Class<?> type : group.commands()) {
                assertThat(outcome.out())
                        .contains(group.heading())
                        .contains("  " + type.getAnnotation(Command.class).name());
            }
        }
    }

    @Test
    void helpNamesEveryExitCode() {
        assertThat(run("--help").out()).contains("Exit codes").contains("data in quarantine");
    }

    @Test
    void versionNamesTheBuildAndTheJvm() {
        Outcome outcome = run("--version");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out()).startsWith("tapelake 0.").contains("Java ");
    }

    @Test
    void everyCommandIsDescribedAndNamedOnce() {
        List<String> names = Commands.groups().stream()
                .flatMap(group -> group.commands().stream())
                .map(type -> type.getAnnotation(Command.class))
                .peek(command ->
                        assertThat(command.description()).as(command.name()).isNotEmpty())
                .map(Command::name)
                .toList();

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void anUnknownCommandIsAUsageErrorWithASuggestion() {
        Outcome outcome = run("hepl");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("hepl").contains("help");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void anUnknownOptionIsAUsageErrorWithoutAStackTrace() {
        Outcome outcome = run("--nope");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).startsWith("tapelake: ").contains("--nope").doesNotContain("\tat ");
    }

    @Test
    void helpOfAnUnknownCommandSaysWhichThereAre() {
        Outcome outcome = run("help", "nope");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("'nope'").contains("there is:").doesNotContain("\tat ");
    }

    @Test
    void debugShowsTheStackTrace() {
        assertThat(run("--debug", "help", "nope").err()).contains("\tat io.tapelake.cli");
        assertThat(run("help", "nope", "--debug").err()).contains("\tat io.tapelake.cli");
    }
}
