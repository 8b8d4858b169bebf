package io.tapelake.cli;

import io.tapelake.cli.dbn.DbnCommand;
import io.tapelake.cli.job.BackfillCommand;
import io.tapelake.cli.job.DemoCommand;
import io.tapelake.cli.job.IngestCommand;
import io.tapelake.cli.job.MaintainCommand;
import io.tapelake.cli.job.NightlyCommand;
import io.tapelake.cli.job.ScanCommand;
import io.tapelake.cli.job.SparkCheckCommand;
import io.tapelake.cli.job.VerifyCommand;
import io.tapelake.cli.lake.DaysCommand;
import io.tapelake.cli.lake.ExplainCommand;
import io.tapelake.cli.lake.FilesCommand;
import io.tapelake.cli.lake.ReportCommand;
import io.tapelake.cli.lake.ResetsCommand;
import io.tapelake.cli.lake.StateCommand;
import io.tapelake.cli.lake.StatsCommand;
import io.tapelake.cli.lake.TableCommand;
import java.util.List;
import picocli.CommandLine;

/** Every command of {@code tapelake}, in the order and the groups in which the help shows them. */
final class Commands {

    /** A heading of the help and the classes of its commands, each annotated with {@code @Command(name = ...)}. */
    record Group(String heading, List<Class<?>> commands) {}

    private Commands() {}

    /** A new command adds its class here, and nowhere else. */
    static List<Group> groups() {
        return List.of(
                new Group("Look at files", List.of(DbnCommand.class)),
                new Group(
                        "Fill the lake",
                        List.of(
                                NightlyCommand.class,
                                BackfillCommand.class,
                                IngestCommand.class,
                                ReferenceCommand.class,
                                ScanCommand.class)),
                new Group(
                        "Ask the lake",
                        List.of(
                                DaysCommand.class,
                                ResetsCommand.class,
                                StatsCommand.class,
                                ExplainCommand.class,
                                StateCommand.class,
                                ReportCommand.class,
                                TableCommand.class,
                                FilesCommand.class)),
                new Group(
                        "Look after the lake", List.of(RunsCommand.class, VerifyCommand.class, MaintainCommand.class)),
                new Group("Try it out", List.of(DemoCommand.class, SynthCommand.class)),
                new Group("Set up", List.of(ConfigCommand.class, SparkCheckCommand.class, HelpCommand.class)));
    }

    static void addTo(CommandLine root) {
        for (Group group : groups()) {
            for (Class<?> command : group.commands()) {
                root.addSubcommand(command);
            }
        }
    }
}
