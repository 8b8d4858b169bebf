package io.tapelake.spark.dbn;

import java.util.Arrays;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One column of a batch over a plain array, refilled for every batch; the base holds the nulls and refuses every type
 * the column is not of. Spark asks for values of the declared type only, so one of the getters is overridden.
 */
abstract class BatchVector extends ColumnVector {
    /** Null flags; rows beyond the batch are stale. Allocated with the first null. */
    private boolean[] nulls;

    private int nullCount;
    private final int capacity;

    BatchVector(DataType type, int capacity) {
        super(type);
        this.capacity = capacity;
    }

    /** Forgets the nulls of the batch before. */
    final void clearNulls() {
        if (nullCount > 0) {
            Arrays.fill(nulls, false);
            nullCount = 0;
        }
    }

    final void setNull(int row) {
        if (nulls == null) {
            nulls = new boolean[capacity];
        }
        nulls[row] = true;
        nullCount++;
    }

    @Override
    public final boolean hasNull() {
        return nullCount > 0;
    }

    @Override
    public final int numNulls() {
        return nullCount;
    }

    @Override
    public boolean isNullAt(int row) {
        return nullCount > 0 && nulls[row];
    }

    @Override
    public void close() {
        // Arrays go with the vector.
    }

    @Override
    public boolean getBoolean(int row) {
        throw notOfThisType("BOOLEAN");
    }

    @Override
    public byte getByte(int row) {
        throw notOfThisType("TINYINT");
    }

    @Override
    public short getShort(int row) {
        throw notOfThisType("SMALLINT");
    }

    @Override
    public int getInt(int row) {
        throw notOfThisType("INT");
    }

    @Override
    public long getLong(int row) {
        throw notOfThisType("BIGINT");
    }

    @Override
    public float getFloat(int row) {
        throw notOfThisType("FLOAT");
    }

    @Override
    public double getDouble(int row) {
        throw notOfThisType("DOUBLE");
    }

    @Override
    public ColumnarArray getArray(int row) {
        throw notOfThisType("ARRAY");
    }

    @Override
    public ColumnarMap getMap(int row) {
        throw notOfThisType("MAP");
    }

    @Override
    public Decimal getDecimal(int row, int precision, int scale) {
        throw notOfThisType("DECIMAL");
    }

    @Override
    public UTF8String getUTF8String(int row) {
        throw notOfThisType("STRING");
    }

    @Override
    public byte[] getBinary(int row) {
        throw notOfThisType("BINARY");
    }

    @Override
    public ColumnVector getChild(int ordinal) {
        throw notOfThisType("a nested type");
    }

    private UnsupportedOperationException notOfThisType(String asked) {
        return new UnsupportedOperationException("column of type " + dataType().sql() + " read as " + asked);
    }
}
