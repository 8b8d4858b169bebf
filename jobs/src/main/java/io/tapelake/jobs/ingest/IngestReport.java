package io.tapelake.jobs.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What an ingest did.
 *
 * @param runId the published run; empty if nothing had changed and nothing was published
 * @param files every file of the input, by path
 * @param ignored files of the input that are not DBN
 * @param changedDates table to the trade dates written anew
 */
public record IngestReport(
        String runId, List<FileReport> files, List<String> ignored, Map<String, List<LocalDate>> changedDates) {

    /** True if something of the input needs a person's eye: a refused file or a record in quarantine. */
    public boolean hasQuarantined() {
        return files.stream().anyMatch(f -> f.quarantined() > 0 || f.outcome().equals("refused"));
    }
}
