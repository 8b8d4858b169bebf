package io.tapelake.jobs.verify;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.LakeType;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** The values of a row of a table, columns in the table's order. Not thread-safe. */
final class StoredValues implements RowValues {

    private static final int PRECISION = 18;
    private static final int SCALE = 9;

    private final LakeType[] types;
    private InternalRow row;

    StoredValues(LakeTable table) {
        this.types = table.columns().stream().map(LakeColumn::type).toArray(LakeType[]::new);
    }

    StoredValues at(InternalRow now) {
        this.row = now;
        return this;
    }

    @Override
    public boolean isNull(int column) {
        return row.isNullAt(column);
    }

    @Override
    public long number(int column) {
        return switch (types[column]) {
            case INT, DATE -> row.getInt(column);
            case BIGINT, TIMESTAMP -> row.getLong(column);
            case PRICE -> row.getDecimal(column, PRECISION, SCALE).toUnscaledLong();
            default -> throw new IllegalStateException("a record has no values of type " + types[column]);
        };
    }

    @Override
    public UTF8String text(int column) {
        return row.getUTF8String(column);
    }
}
