package io.tapelake.index;

import io.tapelake.index.column.Chunk;
import io.tapelake.index.column.MonthRows;
import io.tapelake.index.column.TextOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts rows by the values of columns, by codes within a month and by values across months. */
final class Groups {

    private static final int MOST_BY_ARRAY = 1 << 20;

    private final List<String> columns;
    private final Map<List<Object>, long[]> counts = new HashMap<>();

    Groups(List<String> columns) {
        this.columns = columns;
    }

    void add(MonthRows month, BitSet rows) {
        Chunk[] chunks = month.chunks(columns);
        long[] radix = new long[chunks.length];
        double groups = 1;
        for (int i = 0; i < chunks.length; i++) {
            radix[i] = largest(chunks[i], rows) + 1;
            groups *= radix[i];
        }
        if (groups <= MOST_BY_ARRAY) {
            addByArray(chunks, radix, (int) groups, rows);
        } else {
            addByMap(chunks, rows);
        }
    }

    private void addByArray(Chunk[] chunks, long[] radix, int groups, BitSet rows) {
        long[] byGroup = new long[groups];
        int[] example = new int[groups];
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            int group = 0;
            for (int i = 0; i < chunks.length; i++) {
                group = group * (int) radix[i] + (int) chunks[i].codes().at(row);
            }
            byGroup[group]++;
            example[group] = row;
        }
        for (int group = 0; group < groups; group++) {
            if (byGroup[group] > 0) {
                count(chunks, example[group], byGroup[group]);
            }
        }
    }

    private void addByMap(Chunk[] chunks, BitSet rows) {
        Map<List<Long>, long[]> byCodes = new HashMap<>();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            List<Long> codes = new ArrayList<>(chunks.length);
            for (Chunk chunk : chunks) {
                codes.add(chunk.codes().at(row));
            }
            long[] count = byCodes.computeIfAbsent(codes, c -> new long[2]);
            count[0]++;
            count[1] = row;
        }
        byCodes.values().forEach(count -> count(chunks, (int) count[1], count[0]));
    }

    /** Any row of a group says what its values are. */
    private void count(Chunk[] chunks, int example, long rows) {
        List<Object> values = Arrays.asList(
                Arrays.stream(chunks).map(chunk -> chunk.valueAt(example)).toArray());
        counts.computeIfAbsent(values, v -> new long[1])[0] += rows;
    }

    /** By values, unknown ones last. */
    List<GroupCount> sorted() {
        List<GroupCount> sorted = new ArrayList<>();
        counts.forEach((values, count) -> sorted.add(new GroupCount(values, count[0])));
        sorted.sort(Comparator.comparing(GroupCount::values, Groups::compare));
        return sorted;
    }

    /** Codes of no rows are none. */
    private static long largest(Chunk chunk, BitSet rows) {
        long largest = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            largest = Math.max(largest, chunk.codes().at(row));
        }
        return largest;
    }

    private static int compare(List<Object> a, List<Object> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object a, Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        if (a instanceof String text) {
            return TextOrder.compare(text, (String) b);
        }
        return a instanceof Comparable<?> value
                ? ((Comparable<Object>) value).compareTo(b)
                : a.toString().compareTo(b.toString());
    }
}
