package io.tapelake.index.column;

import io.tapelake.lake.LakeType;

/** One column of one month. Immutable. */
public sealed interface Chunk permits NumberChunk, TextChunk, ListChunk {

    /** Codes that have the order of the values, by row; 0 for null. Lists have no order. */
    Codes codes();

    /** The value of a row as {@link io.tapelake.lake.read.RowCursor#valueAt} gives it; null for null. */
    Object valueAt(int row);

    /** Whether there is no value. */
    default boolean isNullAt(int row) {
        return codes().at(row) == 0;
    }

    /** Heap that it takes. */
    long heapBytes();

    /** Whether values of a type are numbers for {@link NumberChunk}: everything but texts and lists. */
    static boolean isNumber(LakeType type) {
        return switch (type) {
            case INT, BIGINT, BOOLEAN, DATE, TIMESTAMP, PRICE, DOUBLE, FLOAT -> true;
            default -> false;
        };
    }
}
