package io.tapelake.lake.read;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.files.TableSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * A question to one table: which files, which columns, which rows, in which order. Immutable; each method gives a new scan.
 *
 * <p>Rows come in any order unless {@link #inOrder()} is asked for; then they come as the table's sort columns say within
 * each partition, whatever number of files hold them, and files are opened as late as the log's statistics allow, so that
 * ticks can be folded without being held.
 */
public final class TableScan {

    private final LakeStorage storage;
    private final LakeTable table;
    private final List<DataFile> files;
    private final List<String> columns;
    private final List<Condition> conditions;
    private final boolean ordered;

    private TableScan(
            LakeStorage storage,
            LakeTable table,
            List<DataFile> files,
            List<String> columns,
            List<Condition> conditions,
            boolean ordered) {
        this.storage = storage;
        this.table = table;
        this.files = files;
        this.columns = columns;
        this.conditions = conditions;
        this.ordered = ordered;
    }

    /** All columns and rows of a table. */
    public static TableScan of(TableSnapshot snapshot) {
        return of(snapshot.storage(), snapshot.table(), snapshot.files());
    }

    /** All columns and rows of these files, which may have been planned on another machine. */
    public static TableScan of(LakeStorage storage, LakeTable table, List<DataFile> files) {
        return new TableScan(storage, table, List.copyOf(files), table.columnNames(), List.of(), false);
    }

    /**
     * Only these columns, in this order.
     *
     * @throws LakeException if the table has no such column
     */
    public TableScan columns(List<String> names) {
        names.forEach(table::column);
        return new TableScan(storage, table, files, List.copyOf(names), conditions, ordered);
    }

    /** Only these columns, in this order. */
    public TableScan columns(String... names) {
        return columns(List.of(names));
    }

    /**
     * Only rows that meet this condition, and all given before.
     *
     * @throws LakeException if the table has no such column or its type does not fit the condition
     */
    public TableScan where(Condition condition) {
        RowCheck.of(condition, table);
        List<Condition> all = new ArrayList<>(conditions);
        all.add(condition);
        return new TableScan(storage, table, files, columns, List.copyOf(all), ordered);
    }

    /** In the table's order. Files of several partitions cannot be scanned in order at once: scan them one by one. */
    public TableScan inOrder() {
        if (files.stream().map(DataFile::partitionValue).distinct().count() > 1) {
            throw new LakeException("rows of table '" + table.name() + "' have an order within one "
                    + table.partitionColumn().orElse("partition") + " only; choose the files of one");
        }
        return new TableScan(storage, table, files, columns, conditions, true);
    }

    /** The files that may hold a row that is asked for. */
    public List<DataFile> files() {
        List<RowCheck> checks = checks();
        return files.stream()
                .filter(file -> checks.stream().allMatch(check -> check.mayPass(file)))
                .toList();
    }

    /** Starts to read. */
    public RowCursor open() {
        List<RowCheck> onRows =
                checks().stream().filter(check -> !check.onPartition()).toList();
        return new RowCursor(ScanPlan.of(table, columns, onRows, ordered), files(), storage);
    }

    private List<RowCheck> checks() {
        return conditions.stream()
                .map(condition -> RowCheck.of(condition, table))
                .toList();
    }
}
