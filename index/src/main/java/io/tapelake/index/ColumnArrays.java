package io.tapelake.index;

import io.tapelake.index.column.Chunk;
import io.tapelake.index.column.MonthRows;
import io.tapelake.index.column.NumberChunk;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import io.tapelake.model.Prices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns of the rows that a query found, as arrays of primitives; row i of every array is the same row. The arrays are the
 * caller's own: each call makes a new one.
 */
public final class ColumnArrays {

    private final LakeTable table;
    private final int size;
    private final List<Batch> batches;
    private final Map<String, Integer> places;

    /** Some rows of one month with the columns that were asked for. */
    static final class Batch {
        private final int[] rows;
        private final Chunk[] chunks;

        Batch(int[] rows, Chunk[] chunks) {
            this.rows = rows;
            this.chunks = chunks;
        }
    }

    private ColumnArrays(LakeTable table, List<String> columns, List<Batch> batches) {
        this.table = table;
        this.batches = List.copyOf(batches);
        this.size = batches.stream().mapToInt(batch -> batch.rows.length).sum();
        this.places = new LinkedHashMap<>();
        columns.forEach(column -> places.putIfAbsent(column, places.size()));
    }

    static ColumnArrays of(LakeTable table, List<String> columns, List<Batch> batches) {
        return new ColumnArrays(table, columns, batches);
    }

    /** Rows of hits that are next to each other in one month, as batches. */
    static List<Batch> batches(List<Hit> hits, List<String> columns) {
        List<Batch> batches = new ArrayList<>();
        int from = 0;
        while (from < hits.size()) {
            MonthRows month = hits.get(from).month();
            int to = from;
            while (to < hits.size() && hits.get(to).month() == month) {
                to++;
            }
            int[] rows = hits.subList(from, to).stream().mapToInt(Hit::row).toArray();
            batches.add(new Batch(rows, month.chunks(columns)));
            from = to;
        }
        return batches;
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** The columns, in order. */
    public List<String> columns() {
        return List.copyOf(places.keySet());
    }

    /**
     * Numbers as doubles, NaN for unknown: prices in units of the currency, dates as epoch days, truth as 1 and 0.
     *
     * @throws LakeException if the column was not asked for, or is no number
     */
    public double[] doubles(String column) {
        int place = number(column);
        double[] values = new double[size];
        int at = 0;
        for (Batch batch : batches) {
            ((NumberChunk) batch.chunks[place]).doubles(batch.rows, values, at);
            at += batch.rows.length;
        }
        return values;
    }

    /**
     * Exact whole numbers: prices in 1e-9, dates as epoch days, timestamps in microseconds, truth as 1 and 0.
     *
     * @param unknown what stands for an unknown value; {@link Prices#UNDEF} is common for prices
     * @throws LakeException if the column was not asked for, or has no whole numbers
     */
    public long[] longs(String column, long unknown) {
        int place = number(column);
        switch (table.column(column).type()) {
            case FLOAT, DOUBLE ->
                throw new LakeException("column '" + column + "' has fractions; ask for doubles(\"" + column + "\")");
            default -> {}
        }
        long[] values = new long[size];
        int at = 0;
        for (Batch batch : batches) {
            NumberChunk chunk = (NumberChunk) batch.chunks[place];
            for (int row : batch.rows) {
                values[at++] = chunk.isNullAt(row) ? unknown : chunk.rankAt(row);
            }
        }
        return values;
    }

    /**
     * Texts, null for unknown; equal texts of one month are the same object.
     *
     * @throws LakeException if the column was not asked for, or has no texts
     */
    public String[] texts(String column) {
        Object[] values = objects(column);
        if (table.column(column).type() != io.tapelake.lake.LakeType.STRING) {
            throw new LakeException("column '" + column + "' is "
                    + table.column(column).type().sql() + "; ask for doubles, longs or objects");
        }
        return Arrays.copyOf(values, values.length, String[].class);
    }

    /**
     * Texts as places in {@link #dictionary}, -1 for unknown: for languages to which a text is dear.
     *
     * @throws LakeException if the column was not asked for, or has no texts
     */
    public int[] codes(String column) {
        Map<String, Integer> known = new java.util.HashMap<>();
        String[] words = dictionary(column);
        for (int i = 0; i < words.length; i++) {
            known.put(words[i], i);
        }
        String[] texts = texts(column);
        return Arrays.stream(texts)
                .mapToInt(text -> text == null ? -1 : known.get(text))
                .toArray();
    }

    /**
     * The texts that occur, each once, sorted.
     *
     * @throws LakeException if the column was not asked for, or has no texts
     */
    public String[] dictionary(String column) {
        return Arrays.stream(texts(column))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .sorted(io.tapelake.index.column.TextOrder::compare)
                .toArray(String[]::new);
    }

    /**
     * Values as {@link DayRecord#value} gives them.
     *
     * @throws LakeException if the column was not asked for
     */
    public Object[] objects(String column) {
        int place = place(column);
        Object[] values = new Object[size];
        int at = 0;
        for (Batch batch : batches) {
            for (int row : batch.rows) {
                values[at++] = batch.chunks[place].valueAt(row);
            }
        }
        return values;
    }

    private int number(String column) {
        int place = place(column);
        if (!Chunk.isNumber(table.column(column).type())) {
            throw new LakeException("column '" + column + "' is "
                    + table.column(column).type().sql() + ", not a number; ask for texts or objects");
        }
        return place;
    }

    private int place(String column) {
        table.column(column);
        Integer place = places.get(column);
        if (place == null) {
            throw new LakeException(
                    "column '" + column + "' was not asked for; asked for are " + String.join(", ", places.keySet()));
        }
        return place;
    }
}
