package io.tapelake.jobs.night;

import io.tapelake.jobs.ingest.InputSelection;
import io.tapelake.jobs.ingest.InputSelection.Dated;
import java.util.List;

/** Hears how a backfill goes on. Called by the thread that does the work. */
public interface BackfillListener {

    /**
     * Everything is selected and cut; nothing is done yet.
     *
     * @param selection what is to be taken in, and what not
     * @param parts the files of each run, in order
     */
    void planned(InputSelection selection, List<List<Dated>> parts);

    /**
     * A run was published, or had nothing to publish.
     *
     * @param part its files
     * @param report what it did
     */
    void done(List<Dated> part, NightReport report);
}
