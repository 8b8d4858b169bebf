package io.tapelake.jobs.verify;

import io.tapelake.jobs.ingest.SourceSchema;
import io.tapelake.jobs.verify.Finding.Kind;
import io.tapelake.lake.LakeTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Holds what a file says against what the ledger and the tables say of it. */
final class FileProof {

    private final LedgerFile file;
    private final List<Finding> findings = new ArrayList<>();

    FileProof(LedgerFile file) {
        this.file = file;
    }

    List<Finding> findings() {
        return findings;
    }

    private void add(Kind kind, String table, LocalDate date, String detail) {
        findings.add(Finding.of(kind, file.path(), table, date, detail));
    }

    private void compare(LocalDate date, String what, long found, long ledger) {
        if (found != ledger) {
            add(Kind.LEDGER, "ingested_files", date, "has " + found + " " + what + ", the ledger says " + ledger);
        }
    }

    /** What the ledger says must add up by itself. */
    void ledger() {
        compare(null, "records by outcome", file.sumOfFates(), file.records());
        if (!file.isTaken()) {
            return;
        }
        long valid = 0;
        for (Map.Entry<LocalDate, LedgerFile.Fates> date : file.dates().entrySet()) {
            LedgerFile.Fates fates = date.getValue();
            valid += fates.records();
            compare(
                    date.getKey(),
                    "records by outcome",
                    fates.stored() + fates.merged() + fates.conflict(),
                    fates.records());
        }
        compare(
                null,
                "records by date, in quarantine and unsupported",
                valid + file.quarantined() - file.conflicts() + file.unsupported(),
                file.records());
    }

    /**
     * The file itself, as it is now, against the ledger.
     *
     * @param copy where else the same content was read, for a taken file whose own path has it no more; null if nowhere
     * @return true if its content is the one that was taken in
     */
    boolean content(FileReading now, String copy) {
        String instead = copy == null ? "" : "; its rows were proved from " + copy;
        if (now.state() == FileReading.State.GONE) {
            add(Kind.FILE_GONE, null, null, "cannot be proved: file gone (" + now.detail() + ")" + instead);
            return false;
        }
        if (file.outcome().equals("refused")) {
            if (now.state() == FileReading.State.WHOLE) {
                add(Kind.FILE_CHANGED, null, null, "was refused and is whole now; the next ingest takes it in");
            } else {
                compare(null, "whole records", now.records(), file.records());
            }
            return false;
        }
        if (now.state() == FileReading.State.DAMAGED) {
            add(Kind.FILE_CHANGED, null, null, "cannot be proved: damaged now (" + now.detail() + ")" + instead);
            return false;
        }
        if (!now.contentHash().equals(file.contentHash())) {
            add(
                    Kind.FILE_CHANGED,
                    null,
                    null,
                    "cannot be proved: its content is not the one that was taken in (hash " + now.contentHash()
                            + ", in the ledger " + file.contentHash() + ")" + instead);
            return false;
        }
        compare(null, "records", now.records(), file.records());
        if (file.outcome().equals("duplicate")) {
            return true;
        }
        compare(null, "records without a table", now.unsupported(), file.unsupported());
        if (file.isTaken()) {
            compare(
                    null,
                    "records without a place in the table",
                    now.rejected(),
                    file.quarantined() - file.conflicts());
            TreeSet<LocalDate> dates = new TreeSet<>(now.dates().keySet());
            dates.addAll(file.dates().keySet());
            for (LocalDate date : dates) {
                ColumnSums sums = now.dates().get(date);
                LedgerFile.Fates fates = file.dates().get(date);
                compare(date, "valid records", sums == null ? 0 : sums.rows(), fates == null ? 0 : fates.records());
            }
        }
        return true;
    }

    /** What became of records on a date on which files overlap. */
    void fates(LocalDate date, SettledRecords.Fate fate) {
        LedgerFile.Fates ledger = file.dates().getOrDefault(date, new LedgerFile.Fates(0, 0, 0, 0));
        compare(date, "records that are rows", fate.stored().rows(), ledger.stored());
        compare(date, "records merged with those of another file", fate.merged(), ledger.merged());
        compare(date, "records in conflict with another file", fate.conflict(), ledger.conflict());
    }

    /** The rows that the table has of the file on a date against those that it should have. */
    void rows(LocalDate date, SourceSchema schema, ColumnSums expected, ColumnSums stored) {
        LakeTable table = schema.table();
        long should = expected == null ? 0 : expected.rows();
        long has = stored == null ? 0 : stored.rows();
        if (should != has) {
            add(Kind.ROWS, table.name(), date, "gives " + should + " rows, the table has " + has + " of it");
            return;
        }
        if (expected == null || stored == null || expected.same(stored)) {
            return;
        }
        RowHash hash = new RowHash(table, schema.key());
        List<String> inKey = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (int i = 0; i < hash.names().size(); i++) {
            if (expected.at(i) != stored.at(i)) {
                (hash.isKey(i) ? inKey : other).add(hash.names().get(i));
            }
        }
        // A row with another key differs in every column by that; those of the key are what is wrong.
        List<String> columns = inKey.isEmpty() ? other : inKey;
        String what = columns.isEmpty() ? "columns, but not their rows, are as in the file" : "differs from the file";
        findings.add(new Finding(Kind.VALUES, file.path(), table.name(), date, columns, "of " + has + " rows " + what));
    }

    /** What quarantine holds of the file. */
    void quarantine(long rejected, long conflicts, boolean allConflictsAreKept) {
        long expected = file.quarantined() - file.conflicts();
        if (rejected != expected) {
            add(Kind.QUARANTINE, "quarantine", null, "has " + rejected + " records of it, the ledger says " + expected);
        }
        if (conflicts > file.conflicts() || (allConflictsAreKept && conflicts < file.conflicts())) {
            add(
                    Kind.QUARANTINE,
                    "quarantine",
                    null,
                    "has " + conflicts + " conflicts of it, the ledger says " + file.conflicts());
        }
    }
}
