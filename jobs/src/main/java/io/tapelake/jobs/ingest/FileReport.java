package io.tapelake.jobs.ingest;

import java.util.Locale;
import java.util.Map;

/**
 * What one run did with one file. The counts add up: records = stored + unchanged + merged + duplicate + quarantined +
 * unsupported.
 *
 * @param path the file
 * @param outcome taken, refused, unsupported, duplicate, or known (not opened)
 * @param detail why it was refused or is not supported; empty otherwise
 * @param bytes size of the file, compressed as it is
 * @param records whole records in the file
 * @param stored records that became rows in this run
 * @param unchanged records whose rows were there before
 * @param merged records equal to a row of another file
 * @param duplicate records of a file whose content is known under another path
 * @param quarantined records in quarantine
 * @param unsupported records without a table
 * @param problems code to count, oddities that did no harm included
 */
public record FileReport(
        String path,
        String outcome,
        String detail,
        long bytes,
        long records,
        long stored,
        long unchanged,
        long merged,
        long duplicate,
        long quarantined,
        long unsupported,
        Map<String, Long> problems) {

    static FileReport opened(FileEntry entry, String detail) {
        return new FileReport(
                entry.file().path(),
                entry.outcome().name().toLowerCase(Locale.ROOT),
                detail == null ? "" : detail,
                entry.file().size(),
                entry.records(),
                entry.stored(),
                entry.unchanged(),
                entry.merged(),
                entry.duplicate(),
                entry.quarantined(),
                entry.unsupported(),
                Map.copyOf(entry.problems()));
    }

    /** A file that is known and was not opened: what it gave is there. */
    static FileReport known(FileEntry entry) {
        return new FileReport(
                entry.file().path(),
                "known",
                "",
                entry.file().size(),
                entry.records(),
                0,
                entry.stored() + entry.unchanged(),
                entry.merged(),
                entry.duplicate(),
                entry.quarantined(),
                entry.unsupported(),
                Map.copyOf(entry.problems()));
    }

    /** True if every record is accounted for. */
    public boolean balanced() {
        return records == stored + unchanged + merged + duplicate + quarantined + unsupported;
    }
}
