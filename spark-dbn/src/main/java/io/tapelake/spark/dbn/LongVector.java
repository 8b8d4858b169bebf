package io.tapelake.spark.dbn;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;

/** A column of 64-bit integers: BIGINT, TIMESTAMP (microseconds) or DECIMAL of at most 18 digits (unscaled). */
final class LongVector extends BatchVector {
    final long[] values;

    LongVector(DataType type, int capacity) {
        super(type, capacity);
        values = new long[capacity];
    }

    @Override
    public long getLong(int row) {
        return values[row];
    }

    @Override
    public Decimal getDecimal(int row, int precision, int scale) {
        return Decimal.createUnsafe(values[row], precision, scale);
    }
}
