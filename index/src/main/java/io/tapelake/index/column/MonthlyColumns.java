package io.tapelake.index.column;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.files.TableSnapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A table that is partitioned by month, at one version. Nothing is read before it is asked for. Thread-safe; what it gives never
 * changes.
 */
public final class MonthlyColumns {

    private static final int MONTH_CHARS = "2025-11".length();

    private final LakeTable table;
    private final NavigableMap<String, MonthRows> months = new TreeMap<>();

    private MonthlyColumns(TableSnapshot snapshot, ChunkCache cache) {
        this.table = snapshot.table();
        NavigableMap<String, List<DataFile>> files = new TreeMap<>();
        snapshot.files().forEach(file -> files.computeIfAbsent(file.partitionValue(), month -> new ArrayList<>())
                .add(file));
        files.forEach((month, held) -> months.put(month, new MonthRows(month, table, snapshot.storage(), held, cache)));
    }

    /** The rows of a snapshot; columns are held in a cache that other tables may share. */
    public static MonthlyColumns of(TableSnapshot snapshot, ChunkCache cache) {
        return new MonthlyColumns(snapshot, cache);
    }

    /** The table. */
    public LakeTable table() {
        return table;
    }

    /** The months, ascending. */
    public Collection<MonthRows> months() {
        return months.values();
    }

    /** The months that may hold rows of these dates, both inclusive, ascending. */
    public Collection<MonthRows> months(LocalDate from, LocalDate to) {
        return from.isAfter(to)
                ? List.of()
                : months.subMap(month(from), true, month(to), true).values();
    }

    /** The month of a date. */
    public Optional<MonthRows> month(String month) {
        return Optional.ofNullable(months.get(month));
    }

    /** The name of the month of a date. */
    public static String month(LocalDate date) {
        return date.toString().substring(0, MONTH_CHARS);
    }

    /** Reads the sort columns of every month, which are then held for good, and others. Returns how many rows there are. */
    public long load(List<String> others) {
        others.forEach(table::column);
        long rows = 0;
        for (MonthRows month : months.values()) {
            rows += month.size();
            month.chunks(others);
        }
        return rows;
    }

    /** Heap of the sort columns that were read so far. */
    public long keyBytes() {
        return months.values().stream().mapToLong(MonthRows::keyBytes).sum();
    }
}
