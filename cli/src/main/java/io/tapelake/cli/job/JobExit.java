package io.tapelake.cli.job;

import io.tapelake.cli.ExitCode;
import io.tapelake.jobs.ingest.ExpectedInput;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.jobs.night.NightReport;
import java.util.List;

/** What a job that came to its end returns to the shell, from its report alone. */
final class JobExit {

    private JobExit() {}

    /** Of a night; symbol-days on which the scanner failed count as quarantined data. */
    static int of(NightReport report) {
        int ingest = of(report.ingest(), report.missing());
        return ingest == ExitCode.OK && !report.scan().failures().isEmpty() ? ExitCode.QUARANTINED : ingest;
    }

    /**
     * Of an ingest. Missing input goes before quarantined data: what is not there cannot be looked at.
     *
     * @param missing what was expected and is not there
     */
    static int of(IngestReport report, List<ExpectedInput.Missing> missing) {
        if (!missing.isEmpty()) {
            return ExitCode.MISSING_INPUT;
        }
        return report.hasQuarantined() ? ExitCode.QUARANTINED : ExitCode.OK;
    }
}
