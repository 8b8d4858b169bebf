package io.tapelake.jobs.maintain;

import io.tapelake.lake.read.PublishedRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Which runs stay. Retained are the newest runs that are not withdrawn, the withdrawn ones among and after them, and every
 * pinned one. Withdrawn runs do not count as kept: a row of bad nights must not push the good ones out. A run that was let go
 * stays so.
 *
 * @param retained runs whose files stay, newest first
 * @param letGo runs that are let go now, newest first
 */
record Retention(List<PublishedRun> retained, List<PublishedRun> letGo) {

    /**
     * Tells runs apart.
     *
     * @param runs all runs, newest first
     * @param keepRuns how many that are not withdrawn are kept, at least 1
     */
    static Retention of(List<PublishedRun> runs, int keepRuns) {
        if (keepRuns < 1) {
            throw new IllegalArgumentException(
                    "cannot keep " + keepRuns + " runs; the newest is what readers get: give 1 or more");
        }
        List<PublishedRun> retained = new ArrayList<>();
        List<PublishedRun> letGo = new ArrayList<>();
        int kept = 0;
        for (PublishedRun run : runs) {
            if (run.letGoAtNs().isPresent()) {
                continue;
            }
            if (run.pinned() || kept < keepRuns) {
                retained.add(run);
            } else {
                letGo.add(run);
            }
            kept += run.withdrawn() ? 0 : 1;
        }
        return new Retention(List.copyOf(retained), List.copyOf(letGo));
    }
}
