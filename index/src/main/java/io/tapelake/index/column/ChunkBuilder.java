package io.tapelake.index.column;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeType;
import io.tapelake.lake.read.RowCursor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the values of one column row by row, then gives them in another order as a chunk. */
abstract sealed class ChunkBuilder {

    final int place;

    private ChunkBuilder(int place) {
        this.place = place;
    }

    /** For the column at a place of a cursor; {@code rows} is what is expected, not a bound. */
    static ChunkBuilder of(LakeColumn column, int place, int rows) {
        if (Chunk.isNumber(column.type())) {
            return new Numbers(column.type(), place, rows);
        }
        return switch (column.type()) {
            case STRING -> new Texts(place, rows);
            case ARRAY_BIGINT -> new Lists(place, rows);
            default ->
                throw new IllegalArgumentException("column " + column.name() + " of type " + column.type()
                        + " is not held in memory; only numbers, texts and lists of BIGINT are");
        };
    }

    /** Takes the value of the row a cursor is at, as that of row {@code row}. */
    abstract void take(RowCursor cursor, int row);

    /** The first {@code size} rows; row i of it is row {@code order[i]} as taken, or i for null. */
    abstract Chunk build(int[] order, int size);

    private static int grown(int held) {
        return Math.max(16, held + (held >> 1));
    }

    private static final class Numbers extends ChunkBuilder {
        private final LakeType type;
        private long[] ranks;
        private boolean[] nulls;

        Numbers(LakeType type, int place, int rows) {
            super(place);
            this.type = type;
            this.ranks = new long[rows];
            this.nulls = new boolean[rows];
        }

        @Override
        void take(RowCursor cursor, int row) {
            if (row == ranks.length) {
                ranks = Arrays.copyOf(ranks, grown(row));
                nulls = Arrays.copyOf(nulls, ranks.length);
            }
            nulls[row] = cursor.isNullAt(place);
            if (!nulls[row]) {
                ranks[row] = type == LakeType.FLOAT || type == LakeType.DOUBLE
                        ? NumberForm.rank(type, cursor.doubleAt(place))
                        : cursor.longAt(place);
            }
        }

        @Override
        Chunk build(int[] order, int size) {
            if (order == null) {
                return NumberChunk.of(type, ranks, nulls, size);
            }
            long[] ordered = new long[size];
            boolean[] absent = new boolean[size];
            for (int i = 0; i < size; i++) {
                ordered[i] = ranks[order[i]];
                absent[i] = nulls[order[i]];
            }
            return NumberChunk.of(type, ordered, absent, size);
        }
    }

    private static final class Texts extends ChunkBuilder {
        private final Map<String, Integer> known = new HashMap<>();
        private int[] ids;
        private String last;
        private int lastId;

        Texts(int place, int rows) {
            super(place);
            this.ids = new int[rows];
        }

        @Override
        void take(RowCursor cursor, int row) {
            if (row == ids.length) {
                ids = Arrays.copyOf(ids, grown(row));
            }
            String text = cursor.textAt(place);
            if (text == null) {
                ids[row] = 0;
                return;
            }
            // Texts of neighbouring rows are often the same object, which saves the look into the map.
            if (!isSame(text, last)) {
                lastId = known.computeIfAbsent(text, t -> known.size() + 1);
                last = text;
            }
            ids[row] = lastId;
        }

        @SuppressWarnings("ReferenceEquality")
        private static boolean isSame(String text, String other) {
            return text == other;
        }

        @Override
        Chunk build(int[] order, int size) {
            String[] texts = new String[known.size()];
            known.forEach((text, id) -> texts[id - 1] = text);
            if (order == null) {
                return TextChunk.of(ids, size, texts);
            }
            int[] ordered = new int[size];
            for (int i = 0; i < size; i++) {
                ordered[i] = ids[order[i]];
            }
            return TextChunk.of(ordered, size, texts);
        }
    }

    private static final class Lists extends ChunkBuilder {
        private List<?>[] lists;

        Lists(int place, int rows) {
            super(place);
            this.lists = new List<?>[rows];
        }

        @Override
        void take(RowCursor cursor, int row) {
            if (row == lists.length) {
                lists = Arrays.copyOf(lists, grown(row));
            }
            lists[row] = (List<?>) cursor.valueAt(place);
        }

        @Override
        Chunk build(int[] order, int size) {
            if (order == null) {
                return ListChunk.of(lists, size);
            }
            List<?>[] ordered = new List<?>[size];
            for (int i = 0; i < size; i++) {
                ordered[i] = lists[order[i]];
            }
            return ListChunk.of(ordered, size);
        }
    }
}
