package io.tapelake.jobs.ingest;

import io.tapelake.jobs.ingest.IngestReport.VendorDay;
import io.tapelake.jobs.ingest.Inspection.Verdict;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be reported of an ingest.
 *
 * @param listing the input
 * @param plan what was found in the files that were opened, and decided
 * @param ledger the state after the run
 */
record IngestFindings(InputListing listing, IngestPlan plan, FileLedger ledger) {

    /** What became of every file, by path. */
    List<FileReport> files() {
        Map<String, FileReport> reports = new TreeMap<>();
        listing.unfinished()
                .forEach(path -> reports.put(
                        path,
                        FileReport.unopened(
                                path, "unfinished", "its name is that of a download that is not complete")));
        listing.refused().forEach((path, why) -> reports.put(path, FileReport.unopened(path, "refused", why)));
        Map<String, Inspection> opened = new HashMap<>();
        plan.inspections().forEach(i -> opened.put(i.file().path(), i));
        for (InputFile file : listing.files()) {
            reports.put(file.path(), report(file, opened.get(file.path())));
        }
        return List.copyOf(reports.values());
    }

    private FileReport report(InputFile file, Inspection inspected) {
        if (inspected != null && inspected.verdict() == Verdict.UNFINISHED) {
            return FileReport.unopened(file.path(), "unfinished", inspected.detail());
        }
        FileEntry entry = ledger.entry(file).orElseThrow();
        boolean same = inspected == null || plan.unchanged().contains(file.path());
        return same && !entry.isUnreadable()
                ? FileReport.known(entry)
                : FileReport.opened(entry, inspected == null ? null : inspected.detail());
    }

    /** What the vendor says of days, but for those that are well. */
    List<VendorDay> vendorDays() {
        Map<String, TreeSet<String>> datasets = new HashMap<>();
        for (FileEntry entry : ledger.entries()) {
            if (entry.header() != null) {
                datasets.computeIfAbsent(entry.file().folder(), f -> new TreeSet<>())
                        .add(entry.header().dataset());
            }
        }
        TreeSet<VendorDay> days = new TreeSet<>(Comparator.comparing(VendorDay::dataset)
                .thenComparing(VendorDay::date)
                .thenComparing(VendorDay::condition));
        listing.conditions().forEach((folder, said) -> said.byDate().forEach((date, what) -> {
            if (what.condition().isDoubtful() || what.condition() == VendorCondition.MISSING) {
                datasets.getOrDefault(folder, new TreeSet<>(List.of("")))
                        .forEach(dataset -> days.add(new VendorDay(dataset, date, what.condition())));
            }
        }));
        return List.copyOf(days);
    }
}
