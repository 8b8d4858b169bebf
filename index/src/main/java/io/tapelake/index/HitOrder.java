package io.tapelake.index;

import io.tapelake.index.column.Chunk;
import io.tapelake.index.column.MonthRows;
import io.tapelake.index.column.NumberChunk;
import io.tapelake.index.column.TextChunk;
import io.tapelake.index.column.TextOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Puts rows of several months in the order a query asks for; equal ones stay in the order of the table. */
final class HitOrder {

    private final List<Order> orders;
    private final List<String> columns;

    HitOrder(List<Order> orders) {
        this.orders = orders;
        this.columns = orders.stream().map(Order::column).toList();
    }

    /** A row with the values it is ordered by: ranks of numbers, texts, null. */
    record Ranked(Hit hit, List<Object> values) {}

    /** The first rows of a month's set, in order. Codes of one month have the order of their values. */
    List<Ranked> first(MonthRows month, BitSet rows, long most) {
        Chunk[] chunks = month.chunks(columns);
        int[] best;
        if (orders.size() == 1 && most < rows.cardinality()) {
            BestRows heap = new BestRows((int) most);
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                heap.offer(orders.get(0).place(chunks[0].codes().at(row)), row);
            }
            best = heap.ranked();
        } else {
            best = rows.stream()
                    .boxed()
                    .sorted((a, b) -> compare(chunks, a, b))
                    .limit(most)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        List<Ranked> ranked = new ArrayList<>(best.length);
        for (int row : best) {
            ranked.add(new Ranked(new Hit(month, row), values(chunks, row)));
        }
        return ranked;
    }

    /** The first rows in order, of rows given in the order of the table. */
    List<Ranked> best(List<Ranked> hits, long most) {
        List<Ranked> sorted = new ArrayList<>(hits);
        sorted.sort(comparator());
        return new ArrayList<>(sorted.subList(0, (int) Math.min(most, sorted.size())));
    }

    /** In order, of rows given in the order of the table. */
    List<Hit> sorted(List<Ranked> hits, long most) {
        return best(hits, most).stream().map(Ranked::hit).toList();
    }

    /** A row with its values. */
    Ranked ranked(Hit hit) {
        return new Ranked(hit, values(hit.month().chunks(columns), hit.row()));
    }

    private int compare(Chunk[] chunks, int a, int b) {
        for (int i = 0; i < chunks.length; i++) {
            Order order = orders.get(i);
            int compared = Long.compare(
                    order.place(chunks[i].codes().at(a)),
                    order.place(chunks[i].codes().at(b)));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(a, b);
    }

    private Comparator<Ranked> comparator() {
        return (a, b) -> {
            for (int i = 0; i < orders.size(); i++) {
                int compared = compare(
                        a.values().get(i), b.values().get(i), orders.get(i).descending());
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        };
    }

    private static int compare(Object a, Object b, boolean descending) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        int compared =
                a instanceof Long number ? Long.compare(number, (Long) b) : TextOrder.compare((String) a, (String) b);
        return descending ? -compared : compared;
    }

    private static List<Object> values(Chunk[] chunks, int row) {
        return Arrays.asList(
                Arrays.stream(chunks).map(chunk -> value(chunk, row)).toArray());
    }

    private static Object value(Chunk chunk, int row) {
        if (chunk.isNullAt(row)) {
            return null;
        }
        return chunk instanceof NumberChunk number ? (Object) number.rankAt(row) : ((TextChunk) chunk).valueAt(row);
    }
}
