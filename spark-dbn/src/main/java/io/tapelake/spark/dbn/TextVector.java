package io.tapelake.spark.dbn;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** A column of strings that are made once and shared by rows; a null element is a null. */
final class TextVector extends BatchVector {
    final UTF8String[] values;

    TextVector(int capacity) {
        super(DataTypes.StringType, capacity);
        values = new UTF8String[capacity];
    }

    @Override
    public UTF8String getUTF8String(int row) {
        return values[row];
    }
}
