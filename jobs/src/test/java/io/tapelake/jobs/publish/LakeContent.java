package io.tapelake.jobs.publish;

import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.PublishedRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a reader can see in a lake, but for what differs from run to run: names and times of runs.
 *
 * @param rows table to its rows, sorted
 * @param runs what is said of each published run, newest first
 */
record LakeContent(Map<String, List<String>> rows, List<String> runs) {

    static LakeContent of(Path root) {
        Lake lake = Lake.open(root.toString());
        LakeRun run = lake.latest();
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : run.tables()) {
            rows.put(table, rows(TableScan.of(run.table(table)).columns(columns(table))));
        }
        List<String> runs = new ArrayList<>();
        for (PublishedRun published : lake.runs()) {
            runs.add(published.sequence() + " " + published.job() + " "
                    + published.tableVersions().keySet() + " " + published.withdrawn() + " " + published.pinned());
        }
        return new LakeContent(rows, runs);
    }

    private static List<String> columns(String table) {
        List<String> columns = new ArrayList<>(Tables.all().stream()
                .filter(known -> known.name().equals(table))
                .findFirst()
                .orElseThrow()
                .columnNames());
        columns.remove("run_id");
        return columns;
    }

    private static List<String> rows(TableScan scan) {
        List<String> rows = new ArrayList<>();
        try (RowCursor cursor = scan.open()) {
            while (cursor.next()) {
                StringBuilder row = new StringBuilder();
                for (int place = 0; place < cursor.columnCount(); place++) {
                    Object value = cursor.valueAt(place);
                    row.append(value instanceof byte[] bytes ? Arrays.toString(bytes) : value)
                            .append('|');
                }
                rows.add(row.toString());
            }
        }
        rows.sort(null);
        return rows;
    }

    /** Rows that only one of the two has, with repetition, each with its table; and runs that are not the same. */
    List<String> differences(LakeContent other) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> tables = new TreeSet<>(rows.keySet());
        tables.addAll(other.rows.keySet());
        for (String table : tables) {
            List<String> left = new ArrayList<>(rows.getOrDefault(table, List.of()));
            List<String> right = new ArrayList<>(other.rows.getOrDefault(table, List.of()));
            if (!left.equals(right)) {
                for (String row : List.copyOf(left)) {
                    if (right.remove(row)) {
                        left.remove(row);
                    }
                }
                left.forEach(row -> differences.add(table + " has " + row));
                right.forEach(row -> differences.add(table + " lacks " + row));
            }
        }
        if (!runs.equals(other.runs)) {
            differences.add("runs are " + runs + " and not " + other.runs);
        }
        return differences;
    }
}
