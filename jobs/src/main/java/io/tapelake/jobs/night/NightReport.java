package io.tapelake.jobs.night;

import io.tapelake.jobs.ingest.ExpectedInput;
import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.jobs.scan.ScanReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one night did: files in, dates scanned, one run published.
 *
 * @param job nightly or backfill
 * @param lake the lake as it was given
 * @param runId the published run; empty if nothing had changed and nothing was published
 * @param began when it began
 * @param ingest what became of every file
 * @param missing expected input that is not there
 * @param scan what was scanned
 * @param dates which dates are open, and which were closed
 * @param numbers counts of what was written and found
 * @param seconds step to seconds, in the order of the work
 */
public record NightReport(
        String job,
        String lake,
        String runId,
        Instant began,
        IngestReport ingest,
        List<ExpectedInput.Missing> missing,
        ScanReport scan,
        LakeDates dates,
        NightNumbers numbers,
        Map<String, Double> seconds) {

    /** How a night ended that came to its end. */
    public enum Verdict {
        /** All good. */
        OK,
        /** Something of it needs a person's eye: data in quarantine, or symbol-days on which the scanner failed. */
        QUARANTINED,
        /** Input that was expected is not there, whatever else. */
        MISSING_INPUT
    }

    /** How it ended. Records that earlier nights put into quarantine do not count again; a refused file does until it is replaced. */
    public Verdict verdict() {
        if (!missing.isEmpty()) {
            return Verdict.MISSING_INPUT;
        }
        return ingest.hasQuarantined() || !scan.failures().isEmpty() ? Verdict.QUARANTINED : Verdict.OK;
    }

    /** True if a run was published. */
    public boolean published() {
        return !runId.isEmpty();
    }

    /** The numbers by name, for the row of {@code runs}. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>(fileCounts(ingest));
        counts.putAll(scan.counts());
        counts.putAll(numbers.counts());
        counts.put("dates_scanned", (long) scan.dates().size());
        counts.put("dates_closed", (long) dates.closed().size());
        counts.put("dates_open", (long) dates.open().byDate().size());
        return counts;
    }

    /** Files by outcome and, of those that were opened, records by fate. */
    public static Map<String, Long> fileCounts(IngestReport ingest) {
        Map<String, Long> counts = new TreeMap<>();
        for (FileReport file : ingest.files()) {
            counts.merge("files_" + file.outcome(), 1L, Long::sum);
            if (file.opened()) {
                counts.merge("bytes_read", file.bytes(), Long::sum);
                counts.merge("records", file.records(), Long::sum);
                counts.merge("stored", file.stored(), Long::sum);
                counts.merge("unchanged", file.unchanged(), Long::sum);
                counts.merge("merged", file.merged(), Long::sum);
                counts.merge("duplicate", file.duplicate(), Long::sum);
                counts.merge("quarantined", file.quarantined(), Long::sum);
                counts.merge("unsupported", file.unsupported(), Long::sum);
            }
        }
        return counts;
    }
}
