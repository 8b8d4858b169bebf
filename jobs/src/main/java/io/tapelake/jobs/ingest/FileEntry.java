package io.tapelake.jobs.ingest;

import io.tapelake.jobs.ingest.Inspection.DateShare;
import io.tapelake.jobs.ingest.Inspection.Header;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * A row of {@code ingested_files}: a file that was offered and what became of its records.
 *
 * @param file path and identity
 * @param fileId id of the content
 * @param contentHash hash of the content; null if refused
 * @param header whose data it is; null if unknown
 * @param symbols symbols of its rows, sorted
 * @param firstIndexNs smallest index timestamp; {@link Long#MAX_VALUE} without records
 * @param lastIndexNs largest index timestamp; {@link Long#MIN_VALUE} without records
 * @param dates trade date to the fate of its records there
 * @param records whole records
 * @param unchanged of the rows it has in the tables, those that an earlier content of the same path gave as well
 * @param duplicate records not taken because another path gave the same content
 * @param rejected records quarantined one by one, or all of a refused file
 * @param unsupported records without a table
 * @param problems code to count, oddities included
 * @param outcome what became of the file
 * @param vendor what the vendor says of all its dates together
 * @param conditions trade date to what the vendor says of the UTC dates on which its records lie
 * @param runId run that took it in
 */
record FileEntry(
        InputFile file,
        long fileId,
        String contentHash,
        Header header,
        List<String> symbols,
        long firstIndexNs,
        long lastIndexNs,
        SortedMap<LocalDate, DateCounts> dates,
        long records,
        long unchanged,
        long duplicate,
        long rejected,
        long unsupported,
        SortedMap<String, Long> problems,
        Outcome outcome,
        VendorConditions.Said vendor,
        SortedMap<LocalDate, VendorCondition> conditions,
        String runId) {

    /** What became of a file. */
    enum Outcome {
        /** It has rows in the tables, or would have if others did not give the same. */
        TAKEN,
        /** Damaged; nothing of it was taken. */
        REFUSED,
        /** Its schema has no table. */
        UNSUPPORTED,
        /** Another path gave the same content. */
        DUPLICATE
    }

    /**
     * The records of one trade date and their fate.
     *
     * @param records valid records
     * @param firstNs smallest index timestamp
     * @param lastNs largest index timestamp
     * @param stored rows in the table
     * @param merged records equal to a row of a file that goes before
     * @param conflict records that a file that goes before gives with other values
     */
    record DateCounts(long records, long firstNs, long lastNs, long stored, long merged, long conflict) {}

    static FileEntry of(Inspection inspection, Outcome outcome, VendorConditions vendor, String runId) {
        boolean taken = outcome == Outcome.TAKEN;
        boolean duplicate = outcome == Outcome.DUPLICATE;
        SortedMap<LocalDate, DateCounts> dates = new TreeMap<>();
        TreeSet<String> symbols = new TreeSet<>();
        inspection.dates().forEach((date, share) -> {
            dates.put(date, counts(share, taken));
            symbols.addAll(share.bySymbol().keySet());
        });
        return new FileEntry(
                        inspection.file(),
                        inspection.fileId(),
                        inspection.contentHash(),
                        inspection.header(),
                        List.copyOf(symbols),
                        inspection.firstIndexNs(),
                        inspection.lastIndexNs(),
                        dates,
                        inspection.records(),
                        0,
                        duplicate ? inspection.records() : 0,
                        duplicate ? 0 : inspection.rejectedRecords(),
                        duplicate ? 0 : inspection.unsupported(),
                        inspection.problems(),
                        outcome,
                        VendorConditions.Said.NOTHING,
                        new TreeMap<>(),
                        runId)
                .withVendor(vendor);
    }

    private static DateCounts counts(DateShare share, boolean taken) {
        return new DateCounts(share.records(), share.firstNs(), share.lastNs(), taken ? share.records() : 0, 0, 0);
    }

    boolean isTaken() {
        return outcome == Outcome.TAKEN;
    }

    /** Records that became rows and were not rows before. */
    long stored() {
        return sumOfDates(DateCounts::stored) - unchanged;
    }

    /** Records equal to a row of another file. */
    long merged() {
        return sumOfDates(DateCounts::merged);
    }

    /** Records in quarantine. */
    long quarantined() {
        return rejected + sumOfDates(DateCounts::conflict);
    }

    private long sumOfDates(ToLongFunction<DateCounts> fate) {
        return isTaken() ? dates.values().stream().mapToLong(fate).sum() : 0;
    }

    /** The same with other counts for some dates. */
    FileEntry withDates(SortedMap<LocalDate, DateCounts> changed) {
        SortedMap<LocalDate, DateCounts> all = new TreeMap<>(dates);
        all.putAll(changed);
        // Rows that were there before may have lost to another file since.
        long rows = copy(file, all, 0).stored();
        return copy(file, all, Math.min(unchanged, rows));
    }

    /** The same under the identity that the file has now. */
    FileEntry withFile(InputFile now) {
        return copy(now, dates, unchanged);
    }

    /** The same with a count of the rows that were there before. */
    FileEntry withUnchanged(long rows) {
        return copy(file, dates, rows);
    }

    /** The same with what the vendor says now. */
    FileEntry withVendor(VendorConditions said) {
        if (records == 0 || firstIndexNs > lastIndexNs) {
            return this;
        }
        SortedMap<LocalDate, VendorCondition> now = new TreeMap<>();
        dates.forEach((date, c) -> now.put(
                date,
                said.over(FileNameDates.utcDate(c.firstNs()), FileNameDates.utcDate(c.lastNs()))
                        .condition()));
        VendorConditions.Said all = said.over(FileNameDates.utcDate(firstIndexNs), FileNameDates.utcDate(lastIndexNs));
        return copy(file, dates, unchanged, all, now);
    }

    private FileEntry copy(InputFile newFile, SortedMap<LocalDate, DateCounts> newDates, long newUnchanged) {
        return copy(newFile, newDates, newUnchanged, vendor, conditions);
    }

    private FileEntry copy(
            InputFile newFile,
            SortedMap<LocalDate, DateCounts> newDates,
            long newUnchanged,
            VendorConditions.Said newVendor,
            SortedMap<LocalDate, VendorCondition> newConditions) {
        return new FileEntry(
                newFile,
                fileId,
                contentHash,
                header,
                symbols,
                firstIndexNs,
                lastIndexNs,
                newDates,
                records,
                newUnchanged,
                duplicate,
                rejected,
                unsupported,
                problems,
                outcome,
                newVendor,
                newConditions,
                runId);
    }

    /** Count per code, conflicts included, and the records of days of which the vendor says something doubtful. */
    SortedMap<String, Long> problemsAndDoubts() {
        SortedMap<String, Long> all = new TreeMap<>(problems);
        long conflicts = sumOfDates(DateCounts::conflict);
        if (conflicts > 0) {
            all.put(Settlement.CONFLICT, conflicts);
        }
        conditions.forEach((date, condition) -> {
            if (condition.isDoubtful()) {
                all.merge("vendor-" + condition.text(), dates.get(date).records(), Long::sum);
            }
        });
        return all;
    }

    /** True if it could not be read; then the same file may be whole once it can. */
    boolean isUnreadable() {
        return outcome == Outcome.REFUSED && problems.containsKey(FileInspector.UNREADABLE);
    }

    /** The length of the claimed interval; open ends count to the last record. */
    long coverageNs() {
        long end = header.claimEndNs() == Long.MAX_VALUE ? lastIndexNs : header.claimEndNs();
        return Math.max(0, end - header.claimStartNs());
    }
}
