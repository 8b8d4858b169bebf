package io.tapelake.lake.files;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A table at one version: exactly the files that version holds. Immutable. */
public final class TableSnapshot {

    private final LakeTable table;
    private final long version;
    private final LakeStorage storage;
    private final NavigableMap<String, List<DataFile>> filesByPartition;

    TableSnapshot(LakeTable table, long version, LakeStorage storage, List<DataFile> files) {
        this.table = table;
        this.version = version;
        this.storage = storage;
        this.filesByPartition = new TreeMap<>();
        for (DataFile file : files) {
            filesByPartition
                    .computeIfAbsent(file.partitionValue(), key -> new java.util.ArrayList<>())
                    .add(file);
        }
        filesByPartition.replaceAll((partition, held) -> List.copyOf(held));
    }

    /**
     * The table in this lake at a version, or at its newest.
     *
     * @param root folder or URI of the lake
     * @param version the Delta version; empty for the newest there is, published or not
     * @throws LakeException if there is no such table or version, or if its files need Delta features readers lack
     */
    public static TableSnapshot open(LakeStorage storage, String root, LakeTable table, OptionalLong version) {
        return DeltaLog.open(storage, root, table, version);
    }

    /** What the table is. */
    public LakeTable table() {
        return table;
    }

    /** The Delta version. */
    public long version() {
        return version;
    }

    /** How its files are reached. */
    public LakeStorage storage() {
        return storage;
    }

    /** All files, by partition. */
    public List<DataFile> files() {
        return filesByPartition.values().stream().flatMap(List::stream).toList();
    }

    /** The files that hold this trade date. Of a table partitioned by month, those of the month. */
    public List<DataFile> files(LocalDate tradeDate) {
        return files(tradeDate, tradeDate);
    }

    /** The files that may hold rows of these trade dates, both inclusive; all files of a table kept in one folder. */
    public List<DataFile> files(LocalDate from, LocalDate to) {
        String by = table.partitionColumn().orElse("");
        Stream<List<DataFile>> held =
                switch (by) {
                    case "trade_date" -> between(from.toString(), to.toString());
                    case "trade_month" -> between(month(from), month(to));
                    default -> filesByPartition.values().stream();
                };
        return held.flatMap(List::stream).toList();
    }

    /** The trade dates that have files, ascending; empty unless the table is partitioned by trade date. */
    public List<LocalDate> tradeDates() {
        return table.partitionColumn().filter("trade_date"::equals).isEmpty()
                ? List.of()
                : filesByPartition.keySet().stream().map(LocalDate::parse).toList();
    }

    private Stream<List<DataFile>> between(String from, String to) {
        if (from.compareTo(to) > 0) {
            throw new LakeException("dates run backwards: from " + from + " to " + to);
        }
        return filesByPartition.subMap(from, true, to, true).values().stream();
    }

    private static String month(LocalDate date) {
        return date.toString().substring(0, "2025-11".length());
    }
}
