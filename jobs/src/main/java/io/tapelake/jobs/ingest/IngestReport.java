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
 * @param changedDates table to the trade dates of which it says something else than before
 * @param vendorDays days of which the vendor says anything but that all is well, by dataset and date
 */
public record IngestReport(
        String runId,
        List<FileReport> files,
        List<String> ignored,
        Map<String, List<LocalDate>> changedDates,
        List<VendorDay> vendorDays) {

    /**
     * What the vendor says of a day.
     *
     * @param dataset the dataset; empty where no file of the folder is known
     * @param date UTC date
     * @param condition missing, pending or degraded
     */
    public record VendorDay(String dataset, LocalDate date, VendorCondition condition) {}

    /**
     * True if something of the input needs a person's eye: a file that is refused and was not replaced yet, or a record that
     * this run put in quarantine. Records that an earlier run quarantined do not count again.
     */
    public boolean hasQuarantined() {
        return files.stream().anyMatch(f -> f.outcome().equals("refused") || (f.opened() && f.quarantined() > 0));
    }
}
