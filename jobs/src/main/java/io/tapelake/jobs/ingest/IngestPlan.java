package io.tapelake.jobs.ingest;

import io.tapelake.jobs.ingest.FileEntry.Outcome;
import io.tapelake.jobs.ingest.Inspection.Verdict;
import io.tapelake.lake.LakeTable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What follows from what was found in the files: which dates of which tables are to be written anew, from which new
 * content, and which old content goes. Making the plan brings the ledger to the state after the run, but for the counts of
 * dates on which files overlap.
 *
 * @param inspections what was found
 * @param added content that has no rows yet, by file id
 * @param replacements new file id to the id whose place it takes, for paths whose content changed
 * @param unchanged paths whose content is as it was, though the file is not the same any more
 * @param datesByTable dates to write anew
 */
record IngestPlan(
        List<Inspection> inspections,
        Map<Long, Inspection> added,
        Map<Long, Long> replacements,
        Set<String> unchanged,
        Map<LakeTable, Set<LocalDate>> datesByTable) {

    static IngestPlan of(List<Inspection> inspections, InputListing listing, FileLedger ledger, String runId) {
        IngestPlan plan = new IngestPlan(
                inspections,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeMap<>(Comparator.comparing(LakeTable::name)));
        inspections.forEach(i -> plan.decide(i, listing.conditionsOf(i.file()), ledger, runId));
        return plan;
    }

    private void decide(Inspection found, VendorConditions conditions, FileLedger ledger, String runId) {
        VendorConditions.VendorCondition vendor = vendor(found, conditions);
        List<FileEntry> before = ledger.at(found.file().path());
        for (FileEntry old : before) {
            if (old.fileId() == found.fileId() && found.verdict() != Verdict.REFUSE) {
                ledger.put(old.withFile(found.file()));
                unchanged.add(found.file().path());
                return;
            }
        }
        if (found.verdict() != Verdict.TAKE) {
            // A damaged copy does not push out the whole one that is in the tables; it stands beside it.
            before.stream().filter(e -> !e.isTaken()).forEach(ledger::remove);
            Outcome outcome = found.verdict() == Verdict.REFUSE ? Outcome.REFUSED : Outcome.UNSUPPORTED;
            ledger.put(FileEntry.of(found, outcome, vendor, runId));
            return;
        }
        boolean known = ledger.takenWith(found.fileId()).isPresent();
        FileEntry entry = FileEntry.of(found, known ? Outcome.DUPLICATE : Outcome.TAKEN, vendor, runId);
        before.forEach(old -> leave(old, entry, ledger));
        ledger.put(entry);
        if (!known) {
            added.put(found.fileId(), found);
            touch(entry);
        }
    }

    /** The old content of a path goes, unless another path holds it too. */
    private void leave(FileEntry old, FileEntry by, FileLedger ledger) {
        ledger.remove(old);
        if (!old.isTaken()) {
            return;
        }
        replacements.put(by.fileId(), old.fileId());
        touch(old);
    }

    private void touch(FileEntry entry) {
        SourceSchema.named(entry.header().schema()).ifPresent(schema -> datesByTable
                .computeIfAbsent(schema.table(), t -> new TreeSet<>())
                .addAll(entry.dates().keySet()));
    }

    /** Ids of content that no path holds any more. */
    Set<Long> droppedIds(FileLedger ledger) {
        return replacements.values().stream()
                .filter(id -> ledger.takenWith(id).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static VendorConditions.VendorCondition vendor(Inspection found, VendorConditions conditions) {
        VendorConditions.VendorCondition nothing = new VendorConditions.VendorCondition(null, null);
        if (found.header() == null || found.records() == 0) {
            return nothing;
        }
        return conditions
                .over(FileNameDates.utcDate(found.firstIndexNs()), FileNameDates.utcDate(found.lastIndexNs()))
                .orElse(nothing);
    }
}
