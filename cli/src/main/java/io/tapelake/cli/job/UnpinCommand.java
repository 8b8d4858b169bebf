package io.tapelake.cli.job;

import io.tapelake.jobs.publish.RunMarks;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tapelake runs unpin}: lets a run go when its time comes. */
@Command(name = "unpin", description = "No longer keep a run longer than others.")
public final class UnpinCommand implements Callable<Integer> {

    @Mixin
    private RunMarking marking;

    @Override
    public Integer call() throws IOException {
        return marking.mark("not pinned", (RunMarks marks) -> marks.unpin(marking.run()));
    }
}
