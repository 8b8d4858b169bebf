package io.tapelake.index.column;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of one month, in the order of the table's sort columns whatever the files say. Columns are read when they are asked
 * for, all that are missing in one pass. Thread-safe.
 */
public final class MonthRows {

    private final String month;
    private final LakeTable table;
    private final LakeStorage storage;
    private final List<DataFile> files;
    private final ChunkCache cache;
    private volatile Keys keys;

    /** What is always held: the sort columns, and the order of rows where files have another one. */
    private static final class Keys {
        private final int size;
        private final int[] order;
        private final Map<String, Chunk> chunks;

        Keys(int size, int[] order, Map<String, Chunk> chunks) {
            this.size = size;
            this.order = order;
            this.chunks = chunks;
        }
    }

    MonthRows(String month, LakeTable table, LakeStorage storage, List<DataFile> files, ChunkCache cache) {
        this.month = month;
        this.table = table;
        this.storage = storage;
        this.files = files.stream()
                .sorted(Comparator.<DataFile, String>comparing(
                                file -> file.smallest().getOrDefault("trade_date", ""))
                        .thenComparing(file -> file.smallest().getOrDefault("symbol", ""))
                        .thenComparing(DataFile::path))
                .toList();
        this.cache = cache;
    }

    /** Such as 2025-11. */
    public String month() {
        return month;
    }

    /** How many rows there are. */
    public int size() {
        return keys().size;
    }

    /** A column that the table is sorted by; it is always in memory. */
    public Chunk key(String column) {
        return keys().chunks.get(column);
    }

    /** Any column. */
    public Chunk chunk(String column) {
        return chunks(List.of(column))[0];
    }

    /** Columns, in the order asked for. */
    public Chunk[] chunks(List<String> columns) {
        Keys known = keys();
        Chunk[] found = cache.held(this, columns);
        Set<String> missing = new LinkedHashSet<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] == null) {
                found[i] = known.chunks.get(columns.get(i));
            }
            if (found[i] == null) {
                missing.add(columns.get(i));
            }
        }
        if (missing.isEmpty()) {
            return found;
        }
        Map<String, Chunk> read = read(missing, known);
        for (int i = 0; i < found.length; i++) {
            found[i] = found[i] == null ? read.get(columns.get(i)) : found[i];
        }
        return found;
    }

    /** Heap of what is always held. */
    long keyBytes() {
        Keys known = keys;
        return known == null
                ? 0
                : known.chunks.values().stream().mapToLong(Chunk::heapBytes).sum()
                        + (known.order == null ? 0 : 4L * known.size);
    }

    private Keys keys() {
        Keys known = keys;
        return known == null ? readKeys() : known;
    }

    private synchronized Keys readKeys() {
        if (keys == null) {
            List<String> names = table.sortColumns();
            List<ChunkBuilder> builders = builders(names);
            int size = scan(names, builders);
            Chunk[] chunks = new Chunk[names.size()];
            Arrays.setAll(chunks, i -> builders.get(i).build(null, size));
            int[] order = order(chunks, size);
            Map<String, Chunk> held = new LinkedHashMap<>();
            for (int i = 0; i < chunks.length; i++) {
                held.put(
                        names.get(i),
                        order == null ? chunks[i] : builders.get(i).build(order, size));
            }
            keys = new Keys(size, order, Map.copyOf(held));
        }
        return keys;
    }

    private synchronized Map<String, Chunk> read(Set<String> missing, Keys known) {
        List<String> names = List.copyOf(missing);
        // Another thread may have read them while this one waited.
        Chunk[] held = cache.held(this, names);
        if (Arrays.stream(held).allMatch(java.util.Objects::nonNull)) {
            Map<String, Chunk> chunks = new LinkedHashMap<>();
            for (int i = 0; i < held.length; i++) {
                chunks.put(names.get(i), held[i]);
            }
            return chunks;
        }
        List<ChunkBuilder> builders = builders(names);
        int size = scan(names, builders);
        Map<String, Chunk> chunks = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            chunks.put(names.get(i), builders.get(i).build(known.order, size));
        }
        cache.hold(this, chunks);
        return chunks;
    }

    private List<ChunkBuilder> builders(List<String> names) {
        int expected = keys != null
                ? keys.size
                : Math.toIntExact(files.stream()
                        .mapToLong(file -> Math.max(0, file.records()))
                        .sum());
        List<ChunkBuilder> builders = new ArrayList<>();
        for (String name : names) {
            LakeColumn column = table.column(name);
            builders.add(ChunkBuilder.of(column, builders.size(), expected));
        }
        return builders;
    }

    /** File by file, so that rows come in the same order every time. Returns their number. */
    private int scan(List<String> names, List<ChunkBuilder> builders) {
        int row = 0;
        for (DataFile file : files) {
            try (RowCursor cursor =
                    TableScan.of(storage, table, List.of(file)).columns(names).open()) {
                while (cursor.next()) {
                    for (ChunkBuilder builder : builders) {
                        builder.take(cursor, row);
                    }
                    row++;
                }
            }
        }
        return row;
    }

    /** The rows as the keys order them; null if that is the order they are in. */
    private static int[] order(Chunk[] keys, int size) {
        boolean sorted = true;
        for (int i = 1; sorted && i < size; i++) {
            sorted = compare(keys, i - 1, i) <= 0;
        }
        if (sorted) {
            return null;
        }
        Integer[] rows = new Integer[size];
        Arrays.setAll(rows, i -> i);
        Arrays.sort(rows, (a, b) -> compare(keys, a, b));
        return Arrays.stream(rows).mapToInt(Integer::intValue).toArray();
    }

    private static int compare(Chunk[] keys, int a, int b) {
        for (Chunk key : keys) {
            int order = Long.compare(key.codes().at(a), key.codes().at(b));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
