package io.tapelake.index;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.read.Condition;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rows of one table that two runs may not have in common: those in files that only one of them has. A file is never
 * changed, so rows of the others are the same.
 */
final class OtherRows {

    private final LakeTable table;
    private final LakeStorage storage;
    private final List<DataFile> before;
    private final List<DataFile> after;

    private OtherRows(LakeTable table, LakeStorage storage, List<DataFile> before, List<DataFile> after) {
        this.table = table;
        this.storage = storage;
        this.before = before;
        this.after = after;
    }

    static OtherRows of(LakeTable table, LakeRun before, LakeRun after) {
        List<DataFile> old = files(before, table);
        List<DataFile> now = files(after, table);
        return new OtherRows(table, before.storage(), without(old, now), without(now, old));
    }

    boolean none() {
        return before.isEmpty() && after.isEmpty();
    }

    /** Dates of these rows. */
    SortedSet<LocalDate> dates() {
        SortedSet<LocalDate> dates = new TreeSet<>();
        List<DataFile> all = new ArrayList<>(before);
        all.addAll(after);
        try (RowCursor row =
                TableScan.of(storage, table, all).columns("trade_date").open()) {
            long last = Long.MIN_VALUE;
            while (row.next()) {
                if (row.longAt(0) != last) {
                    last = row.longAt(0);
                    dates.add(LocalDate.ofEpochDay(last));
                }
            }
        }
        return dates;
    }

    /** The rows of a date in the earlier run, by the values of columns. */
    Map<List<Object>, Map<String, Object>> before(LocalDate date, List<String> key) {
        return rows(before, date, key);
    }

    /** The rows of a date in the later run, by the values of columns. */
    Map<List<Object>, Map<String, Object>> after(LocalDate date, List<String> key) {
        return rows(after, date, key);
    }

    private Map<List<Object>, Map<String, Object>> rows(List<DataFile> files, LocalDate date, List<String> key) {
        Map<List<Object>, Map<String, Object>> rows = new HashMap<>();
        List<DataFile> ofMonth = files.stream()
                .filter(file -> date.toString().startsWith(file.partitionValue()))
                .toList();
        try (RowCursor row = TableScan.of(storage, table, ofMonth)
                .where(Condition.between("trade_date", date.toEpochDay(), date.toEpochDay()))
                .open()) {
            while (row.next()) {
                Map<String, Object> values = new HashMap<>();
                for (int i = 0; i < row.columnCount(); i++) {
                    values.put(row.column(i).name(), row.valueAt(i));
                }
                List<Object> name = new ArrayList<>();
                key.forEach(column -> name.add(values.get(column)));
                while (rows.containsKey(name)) {
                    // Twins stay apart.
                    name.add("again");
                }
                rows.put(name, values);
            }
        }
        return rows;
    }

    private static List<DataFile> files(LakeRun run, LakeTable table) {
        return run.has(table) ? run.table(table).files() : List.of();
    }

    private static List<DataFile> without(List<DataFile> files, List<DataFile> others) {
        Set<String> paths = others.stream().map(DataFile::path).collect(Collectors.toSet());
        return files.stream().filter(file -> !paths.contains(file.path())).toList();
    }
}
