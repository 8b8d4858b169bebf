package io.tapelake.index.column;

import java.util.BitSet;

/** Sets of rows of a month, and what codes leave of them. */
public final class RowSets {

    /** Above this share of rows it is quicker to look at all of them than at those of the set. */
    private static final int DENSE = 8;

    private RowSets() {}

    /** Keeps the rows whose code is from {@code low} to {@code high}, both inclusive and above 0. */
    public static void retain(Chunk chunk, BitSet rows, long low, long high) {
        Codes codes = chunk.codes();
        if (low > high) {
            rows.clear();
        } else if (rows.cardinality() > codes.size() / DENSE) {
            rows.and(codes.matching(rows.nextSetBit(0), rows.length(), low, high));
        } else {
            codes.retain(rows, low, high);
        }
    }

    /** Keeps the rows whose code is allowed. */
    public static void retain(Chunk chunk, BitSet rows, boolean[] allowed) {
        chunk.codes().retain(rows, allowed);
    }

    /** The first row, of rows that are sorted by these chunks, whose codes are not below some; the number of rows if none is. */
    public static int firstNotBelow(Chunk[] keys, long[] codes, int size) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(keys, middle, codes) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int compare(Chunk[] keys, int row, long[] codes) {
        for (int i = 0; i < codes.length; i++) {
            int order = Long.compare(keys[i].codes().at(row), codes[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
