package io.tapelake.spark.dbn;

import org.apache.spark.sql.types.DataType;

/** A column of 32-bit integers: INT or DATE (days since 1970-01-01). */
final class IntVector extends BatchVector {
    final int[] values;

    IntVector(DataType type, int capacity) {
        super(type, capacity);
        values = new int[capacity];
    }

    @Override
    public int getInt(int row) {
        return values[row];
    }
}
