package io.tapelake.cli.job;

import io.tapelake.cli.CommandException;
import io.tapelake.jobs.publish.RunMarks;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tapelake runs withdraw}: takes a run out of what readers get and jobs start from. */
@Command(
        name = "withdraw",
        description = {
            "Take a run out of what readers get as the latest, and of what the next job starts from: files that it took in"
                    + " count as new again. It can still be read by its id.",
            "A pinned run is refused; so is the only one left, unless --force is given."
        })
public final class WithdrawCommand implements Callable<Integer> {

    @Option(names = "--undo", description = "Undo the withdrawal.")
    private boolean undo;

    @Option(names = "--force", description = "Withdraw the run even if no other is left.")
    private boolean force;

    @Mixin
    private RunMarking marking;

    @Override
    public Integer call() throws IOException {
        if (undo && force) {
            throw CommandException.usage("--undo and --force exclude each other; give one of them");
        }
        return undo
                ? marking.mark("not withdrawn", (RunMarks marks) -> marks.undoWithdrawal(marking.run()))
                : marking.mark("withdrawn", (RunMarks marks) -> marks.withdraw(marking.run(), force));
    }
}
