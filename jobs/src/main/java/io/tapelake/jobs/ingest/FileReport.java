package io.tapelake.jobs.ingest;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one run did with one file. The counts add up: records = stored + unchanged + merged + duplicate + quarantined +
 * unsupported.
 *
 * @param path the file
 * @param outcome taken, refused, unsupported, duplicate, known (and unchanged), or unfinished (left for the next time)
 * @param detail why it was refused, is not supported or not finished; empty otherwise
 * @param bytes size of the file, compressed as it is; 0 if it was not looked at
 * @param records whole records in the file
 * @param stored records that became rows in this run
 * @param unchanged records whose rows were there before
 * @param merged records equal to a row of another file
 * @param duplicate records of a file whose content is known under another path
 * @param quarantined records in quarantine
 * @param unsupported records without a table
 * @param problems code to count, oddities that did no harm included
 * @param opened true if the file was read by this run, or would have been if it could
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
        Map<String, Long> problems,
        boolean opened) {

    /** Keeps the counts unmodifiable, in the order of their codes. */
    public FileReport {
        problems = Collections.unmodifiableMap(new TreeMap<>(problems));
    }

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
                entry.problemsAndDoubts(),
                true);
    }

    /** A file of which no record was looked at. */
    static FileReport unopened(String path, String outcome, String detail) {
        return new FileReport(path, outcome, detail, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), true);
    }

    /** A file that is known and was not opened: what it gave is there. A refused one stays refused until it is replaced. */
    static FileReport known(FileEntry entry) {
        boolean refused = entry.outcome() == FileEntry.Outcome.REFUSED;
        return new FileReport(
                entry.file().path(),
                refused ? "refused" : "known",
                refused ? "as it was when run " + entry.runId() + " refused it; not opened again" : "",
                entry.file().size(),
                entry.records(),
                0,
                entry.stored() + entry.unchanged(),
                entry.merged(),
                entry.duplicate(),
                entry.quarantined(),
                entry.unsupported(),
                entry.problemsAndDoubts(),
                false);
    }

    /** True if every record is accounted for. */
    public boolean balanced() {
        return records == stored + unchanged + merged + duplicate + quarantined + unsupported;
    }
}
