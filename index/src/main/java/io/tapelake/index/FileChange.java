package io.tapelake.index;

import io.tapelake.lake.Tables;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A file that two runs do not have in common, by its content.
 *
 * @param kind what happened to it
 * @param path where it was read
 * @param schema its schema, null where unknown
 * @param tradeDates dates of its records, of both contents if it was re-issued
 */
public record FileChange(Kind kind, String path, String schema, SortedSet<LocalDate> tradeDates) {

    /** What happened to a file. */
    public enum Kind {
        /** Only the later run has it. */
        ADDED,
        /** Only the earlier run has it. */
        REMOVED,
        /** The same path has other content. */
        REISSUED
    }

    /** Copies the dates. */
    public FileChange {
        tradeDates = Collections.unmodifiableSortedSet(new TreeSet<>(tradeDates));
    }

    private record Taken(long fileId, String schema, List<LocalDate> dates) {}

    /** The files that were taken in by one of two runs only, by path. A file that only moved is not among them. */
    static List<FileChange> between(LakeRun before, LakeRun after) {
        Map<String, Taken> old = taken(before);
        Map<String, Taken> now = taken(after);
        Set<Long> oldIds = old.values().stream().map(Taken::fileId).collect(Collectors.toSet());
        Set<Long> newIds = now.values().stream().map(Taken::fileId).collect(Collectors.toSet());
        old.values().removeIf(file -> newIds.contains(file.fileId()));
        now.values().removeIf(file -> oldIds.contains(file.fileId()));
        Set<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        List<FileChange> changes = new ArrayList<>();
        for (String path : paths) {
            Taken was = old.get(path);
            Taken is = now.get(path);
            SortedSet<LocalDate> dates = new TreeSet<>();
            if (was != null) {
                dates.addAll(was.dates());
            }
            if (is != null) {
                dates.addAll(is.dates());
            }
            Kind kind = was == null ? Kind.ADDED : is == null ? Kind.REMOVED : Kind.REISSUED;
            changes.add(new FileChange(kind, path, (is == null ? was : is).schema(), dates));
        }
        return changes;
    }

    private static Map<String, Taken> taken(LakeRun run) {
        Map<String, Taken> files = new TreeMap<>();
        if (!run.has(Tables.INGESTED_FILES)) {
            return files;
        }
        try (RowCursor row = TableScan.of(run.table(Tables.INGESTED_FILES))
                .columns("path", "file_id", "schema", "trade_dates", "outcome")
                .open()) {
            while (row.next()) {
                if ("taken".equals(row.textAt(4))) {
                    files.put(row.textAt(0), new Taken(row.longAt(1), row.textAt(2), dates(row.valueAt(3))));
                }
            }
        }
        return files;
    }

    private static List<LocalDate> dates(Object value) {
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(LocalDate.class::cast).toList();
    }
}
