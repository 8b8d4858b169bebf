package io.tapelake.cli.lake;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.cli.report.NightPage;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake report}: a run as a page to be mailed. */
@Command(
        name = "report",
        description = {
            "Write the page of a night: what came in, what was quarantined, its best days, and what changed.",
            "One HTML file that needs no network, no script and no other file; light or dark as its reader likes."
        })
public final class ReportCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "FILE.html",
            description = "Where to write the page (default: report-RUN.html in this folder).")
    private Path out;

    @Mixin
    private RunOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Lake lake = options.lake(options.config());
        LakeRun run = options.run(lake);
        Path file = out == null ? Path.of("report-" + run.id() + ".html") : out;
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, NightPage.of(lake, run));
        } catch (IOException e) {
            throw CommandException.failed("cannot write the page to " + file + ": " + e, e);
        } catch (LakeException e) {
            throw CommandException.missingInput(e.getMessage());
        }
        spec.commandLine().getOut().println(file);
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}
