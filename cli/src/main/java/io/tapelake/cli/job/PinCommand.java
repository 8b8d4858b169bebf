package io.tapelake.cli.job;

import io.tapelake.jobs.publish.RunMarks;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tapelake runs pin}: keeps a run. */
@Command(
        name = "pin",
        description = "Keep a run, and every file it needs, until it is unpinned. A pinned run cannot be withdrawn.")
public final class PinCommand implements Callable<Integer> {

    @Mixin
    private RunMarking marking;

    @Override
    public Integer call() throws IOException {
        return marking.mark("pinned", (RunMarks marks) -> marks.pin(marking.run()));
    }
}
