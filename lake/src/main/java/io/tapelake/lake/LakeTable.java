package io.tapelake.lake;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One table: its columns, how its files are cut and in which order their rows lie. Immutable.
 *
 * @param name the name, and the folder under the root of the lake
 * @param row what one row is, in one line
 * @param columns all columns in order, the partition column among them
 * @param partitionColumn the column whose values name the folders; empty for a table kept in one folder
 * @param sortColumns order of rows inside every file and between the files of one partition, first column first, with
 *     the partition column in front: a sort by the others alone loses the order when Spark adds its own
 * @param properties Delta table properties
 */
public record LakeTable(
        String name,
        String row,
        List<LakeColumn> columns,
        Optional<String> partitionColumn,
        List<String> sortColumns,
        Map<String, String> properties) {

    /** Checks that names are unique and that the partition and sort columns exist. */
    public LakeTable {
        columns = List.copyOf(columns);
        sortColumns = List.copyOf(sortColumns);
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        List<String> names = columns.stream().map(LakeColumn::name).toList();
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("table '" + name + "' has a column twice: " + names);
        }
        for (String used : sortColumns) {
            if (!names.contains(used)) {
                throw new IllegalArgumentException("table '" + name + "' sorts by '" + used + "', not one of " + names);
            }
        }
        partitionColumn.ifPresent(column -> {
            if (!names.contains(column)) {
                throw new IllegalArgumentException("table '" + name + "' has no column '" + column + "'");
            }
        });
    }

    /** The names of the columns, in order. */
    public List<String> columnNames() {
        return columns.stream().map(LakeColumn::name).toList();
    }

    /** True if a column of this name exists. */
    public boolean hasColumn(String column) {
        return columns.stream().anyMatch(c -> c.name().equals(column));
    }

    /**
     * The column of this name.
     *
     * @throws LakeException if there is none; the message offers the names nearest to it
     */
    public LakeColumn column(String column) {
        return columns.stream()
                .filter(c -> c.name().equals(column))
                .findFirst()
                .orElseThrow(() -> new LakeException("table '" + name + "' has no column '" + column + "'. "
                        + NearMisses.hint(column, columnNames())));
    }
}
