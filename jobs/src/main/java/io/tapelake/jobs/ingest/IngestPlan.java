package io.tapelake.jobs.ingest;

import io.tapelake.jobs.ingest.FileEntry.Outcome;
import io.tapelake.jobs.ingest.Inspection.Verdict;
import io.tapelake.lake.LakeTable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What follows from what was found in the files: which dates of which tables are to be written anew, from which new
 * content, and which old content goes. Making the plan brings the ledger to the state after the run, but for the counts of
 * dates on which files overlap.
 *
 * @param inspections what was found
 * @param added content that has no rows yet, by file id
 * @param replacements new file id to the id whose place it takes, for paths whose content changed
 * @param refusedBefore ids of refused files that are not there any more
 * @param unchanged paths whose content is as it was, though the file is not the same any more
 * @param datesByTable dates to write anew
 * @param redated dates of which the vendor says something else than before
 */
record IngestPlan(
        List<Inspection> inspections,
        Map<Long, Inspection> added,
        Map<Long, Long> replacements,
        Set<Long> refusedBefore,
        Set<String> unchanged,
        Map<LakeTable, Set<LocalDate>> datesByTable,
        Set<LocalDate> redated) {

    static IngestPlan of(List<Inspection> inspections, InputListing listing, FileLedger ledger, String runId) {
        IngestPlan plan = new IngestPlan(
                inspections,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeMap<>(Comparator.comparing(LakeTable::name)),
                new TreeSet<>());
        inspections.forEach(i -> plan.decide(i, listing.conditionsOf(i.file()), ledger, runId));
        listing.files().forEach(file -> ledger.entry(file)
                .ifPresent(known -> plan.hear(known, listing.conditionsOf(file), ledger)));
        return plan;
    }

    private void decide(Inspection found, VendorConditions conditions, FileLedger ledger, String runId) {
        if (found.verdict() == Verdict.UNFINISHED) {
            return;
        }
        List<FileEntry> before = ledger.at(found.file().path());
        Optional<FileEntry> same = before.stream().filter(e -> isSame(e, found)).findFirst();
        if (same.isPresent()) {
            if (found.verdict() != Verdict.REFUSE) {
                before.forEach(old -> leaveRefused(old, ledger));
            }
            ledger.put(same.get().withFile(found.file()));
            unchanged.add(found.file().path());
            return;
        }
        if (found.verdict() != Verdict.TAKE) {
            // A damaged copy does not push out the whole one that is in the tables; it stands beside it.
            before.stream().filter(e -> !e.isTaken()).forEach(old -> {
                leaveRefused(old, ledger);
                ledger.remove(old);
            });
            Outcome outcome = found.verdict() == Verdict.REFUSE ? Outcome.REFUSED : Outcome.UNSUPPORTED;
            ledger.put(FileEntry.of(found, outcome, conditions, runId));
            return;
        }
        boolean known = ledger.takenWith(found.fileId()).isPresent();
        FileEntry entry = FileEntry.of(found, known ? Outcome.DUPLICATE : Outcome.TAKEN, conditions, runId);
        before.forEach(old -> leave(old, entry, ledger));
        ledger.put(entry);
        if (!known) {
            added.put(found.fileId(), found);
            touch(entry);
        }
    }

    private static boolean isSame(FileEntry old, Inspection found) {
        if (old.fileId() != found.fileId()) {
            return false;
        }
        // The id of a refused file is made of path and size: another damage may have the same one.
        return (found.verdict() == Verdict.REFUSE) == (old.outcome() == Outcome.REFUSED)
                && (found.verdict() != Verdict.REFUSE
                        || (old.records() == found.records() && old.problems().equals(found.problems())));
    }

    private void leaveRefused(FileEntry old, FileLedger ledger) {
        if (old.outcome() == Outcome.REFUSED) {
            ledger.remove(old);
            refusedBefore.add(old.fileId());
        }
    }

    /** The old content of a path goes, unless another path holds it too. */
    private void leave(FileEntry old, FileEntry by, FileLedger ledger) {
        leaveRefused(old, ledger);
        ledger.remove(old);
        if (!old.isTaken()) {
            return;
        }
        ledger.duplicateOf(old.fileId()).ifPresent(twin -> {
            ledger.remove(twin);
            ledger.put(old.withFile(twin.file()));
        });
        replacements.put(by.fileId(), old.fileId());
        touch(old);
    }

    /** What the vendor says may change though the file does not. */
    private void hear(FileEntry known, VendorConditions conditions, FileLedger ledger) {
        if (conditions.byDate().isEmpty()) {
            return;
        }
        FileEntry now = known.withVendor(conditions);
        if (now.equals(known)) {
            return;
        }
        ledger.put(now);
        now.conditions().forEach((date, condition) -> {
            VendorCondition said = known.conditions().getOrDefault(date, VendorCondition.UNKNOWN);
            if (condition != said && (condition.isDoubtful() || said.isDoubtful())) {
                redated.add(date);
            }
        });
        if (now.isTaken()
                && !Objects.equals(now.vendor().lastModified(), known.vendor().lastModified())) {
            // The newest change decides which of two files goes before.
            touch(now);
        }
    }

    private void touch(FileEntry entry) {
        SourceSchema.named(entry.header().schema()).ifPresent(schema -> datesByTable
                .computeIfAbsent(schema.table(), t -> new TreeSet<>())
                .addAll(entry.dates().keySet()));
    }

    /** Ids of content that no path holds any more. */
    Set<Long> droppedIds(FileLedger ledger) {
        Set<Long> dropped = new TreeSet<>(replacements.values());
        dropped.removeIf(id -> ledger.takenWith(id).isPresent());
        dropped.addAll(refusedBefore);
        return dropped;
    }
}
