package io.tapelake.index;

import io.tapelake.index.column.Chunk;
import io.tapelake.index.column.ChunkCache;
import io.tapelake.index.column.MonthRows;
import io.tapelake.index.column.MonthlyColumns;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.read.LakeRun;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of one table of a run, and the forms in which what a query finds is given. Thread-safe. */
final class IndexRows {

    private final LakeRun run;
    private final MonthlyColumns columns;

    private IndexRows(LakeRun run, MonthlyColumns columns) {
        this.run = run;
        this.columns = columns;
    }

    /** Makes a record of a row. */
    interface Maker<T> {
        T record(MonthRows month, int row, RowValues values);
    }

    static IndexRows of(LakeRun run, LakeTable table, ChunkCache cache) {
        return new IndexRows(run, MonthlyColumns.of(run.table(table), cache));
    }

    MonthlyColumns columns() {
        return columns;
    }

    RowSearch search(RowQuery query, RowSearch.Restriction restriction) {
        return new RowSearch(columns, run.openDays(), query, restriction);
    }

    <T> Stream<T> records(RowQuery query, RowSearch search, Maker<T> maker) {
        if (search.isInTableOrder()) {
            return search.months().stream()
                    .flatMap(month -> records(query, month, search.passing(month).stream(), maker))
                    .limit(query.limit());
        }
        List<Hit> hits = search.ordered();
        Map<MonthRows, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < hits.size(); i++) {
            places.computeIfAbsent(hits.get(i).month(), month -> new ArrayList<>())
                    .add(i);
        }
        // A month after the other: a cache that is too small for all of them would read each again and again.
        List<T> records = new ArrayList<>(java.util.Collections.nCopies(hits.size(), null));
        places.forEach((month, of) -> {
            List<T> made = records(
                            query, month, of.stream().mapToInt(i -> hits.get(i).row()), maker)
                    .toList();
            for (int i = 0; i < made.size(); i++) {
                records.set(of.get(i), made.get(i));
            }
        });
        return records.stream();
    }

    private static <T> Stream<T> records(RowQuery query, MonthRows month, IntStream rows, Maker<T> maker) {
        Chunk[][] chunks = new Chunk[1][];
        return rows.mapToObj(row -> {
            if (chunks[0] == null) {
                chunks[0] = month.chunks(query.columns());
            }
            return maker.record(month, row, RowValues.of(query.table(), query.columns(), chunks[0], row));
        });
    }

    ColumnArrays arrays(RowQuery query, RowSearch search, List<String> asked) {
        asked.forEach(query.table()::column);
        if (!search.isInTableOrder()) {
            return ColumnArrays.of(query.table(), asked, ColumnArrays.batches(search.ordered(), asked));
        }
        List<ColumnArrays.Batch> batches = new ArrayList<>();
        long left = query.limit();
        for (MonthRows month : search.months()) {
            BitSet passing = search.passing(month);
            if (left > 0 && !passing.isEmpty()) {
                int[] rows = passing.stream().limit(left).toArray();
                left -= rows.length;
                batches.add(new ColumnArrays.Batch(rows, month.chunks(asked)));
            }
        }
        return ColumnArrays.of(query.table(), asked, batches);
    }

    List<GroupCount> counts(RowQuery query, RowSearch search, List<String> by) {
        by.forEach(query.table()::column);
        Groups groups = new Groups(by);
        rows(query, search).forEach(groups::add);
        return groups.sorted();
    }

    long count(RowQuery query, RowSearch search) {
        long count = 0;
        for (MonthRows month : search.months()) {
            count += search.passing(month).cardinality();
        }
        long most = query.sample().map(sample -> (long) sample.count()).orElse(Long.MAX_VALUE);
        return query.sample().isEmpty()
                ? Math.min(count, query.limit())
                : Math.min(most, search.ordered().size());
    }

    /** The rows that are found, by month, whatever their order. */
    Map<MonthRows, BitSet> rows(RowQuery query, RowSearch search) {
        Map<MonthRows, BitSet> rows = new java.util.LinkedHashMap<>();
        if (!search.isInTableOrder() || query.limit() < Long.MAX_VALUE) {
            List<Hit> hits = search.isInTableOrder() ? firstHits(search, query.limit()) : search.ordered();
            hits.forEach(hit ->
                    rows.computeIfAbsent(hit.month(), month -> new BitSet()).set(hit.row()));
        } else {
            search.months().forEach(month -> rows.put(month, search.passing(month)));
        }
        return rows;
    }

    private static List<Hit> firstHits(RowSearch search, long most) {
        return search.months().stream()
                .flatMap(month -> search.passing(month).stream().mapToObj(row -> new Hit(month, row)))
                .limit(most)
                .toList();
    }
}
