package io.tapelake.index;

import io.tapelake.index.DayChange.Cause;
import io.tapelake.lake.read.PublishedRun;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What may have made a symbol-day of one run differ from that of another. */
final class Causes {

    private final Map<String, PublishedRun> runs = new HashMap<>();
    private final PublishedRun scanBefore;
    private final PublishedRun scanAfter;
    private final TreeSet<LocalDate> inputDates = new TreeSet<>();
    private final boolean otherActions;

    Causes(
            List<PublishedRun> runs,
            PublishedRun before,
            PublishedRun after,
            List<FileChange> files,
            boolean otherActions) {
        runs.forEach(run -> this.runs.put(run.runId(), run));
        this.scanBefore = lastScan(before);
        this.scanAfter = lastScan(after);
        files.forEach(file -> inputDates.addAll(file.tradeDates()));
        this.otherActions = otherActions;
    }

    /**
     * The causes that can be, at least one.
     *
     * @param madeBefore id of the run that computed the row which the earlier run has; null without a row
     * @param madeAfter the same of the later run
     */
    Set<Cause> of(LocalDate date, Object madeBefore, Object madeAfter) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        if (inputDates.contains(date)) {
            causes.add(Cause.INPUT);
        } else if (inputDates.lower(date) != null) {
            causes.add(Cause.EARLIER_INPUT);
        }
        if (otherActions) {
            causes.add(Cause.CORPORATE_ACTIONS);
        }
        PublishedRun was = madeBefore == null ? scanBefore : runs.getOrDefault(madeBefore, scanBefore);
        PublishedRun is = madeAfter == null ? scanAfter : runs.getOrDefault(madeAfter, scanAfter);
        if (!was.configHash().equals(is.configHash())) {
            causes.add(Cause.CONFIGURATION);
        }
        if (!was.codeVersion().equals(is.codeVersion())) {
            causes.add(Cause.CODE);
        }
        return causes.isEmpty() ? EnumSet.of(Cause.UNKNOWN) : causes;
    }

    /** The scan whose rows a run has: its own, or that of the runs it started from; itself if there was none. */
    private PublishedRun lastScan(PublishedRun run) {
        for (PublishedRun at = run;
                at != null;
                at = at.baseRunId().map(runs::get).orElse(null)) {
            if (at.scanned()) {
                return at;
            }
        }
        return run;
    }
}
