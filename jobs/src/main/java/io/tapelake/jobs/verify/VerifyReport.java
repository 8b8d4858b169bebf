package io.tapelake.jobs.verify;

import java.util.List;

/**
 * What was proved, and what is not as it should be.
 *
 * @param runId the run
 * @param files files that were looked at
 * @param filesProved those of them with nothing to say against
 * @param records records read from them
 * @param rows rows of the tables that were compared with records
 * @param dataFiles data files that were looked for
 * @param symbolDays symbol-days whose counts were compared
 * @param pendingDates dates that wait for a scan, so that their symbol-days were not compared
 * @param findings everything found, by subject and date
 */
public record VerifyReport(
        String runId,
        long files,
        long filesProved,
        long records,
        long rows,
        long dataFiles,
        long symbolDays,
        long pendingDates,
        List<Finding> findings) {

    /** Copies the findings. */
    public VerifyReport {
        findings = List.copyOf(findings);
    }

    /** True if everything that was looked at is proved. */
    public boolean isProved() {
        return findings.isEmpty();
    }
}
