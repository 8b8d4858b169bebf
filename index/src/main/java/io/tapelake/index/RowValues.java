package io.tapelake.index;

import io.tapelake.index.column.Chunk;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** The values of one row, by column. Immutable. */
final class RowValues {

    private final LakeTable table;
    private final List<String> columns;
    private final Object[] values;

    private RowValues(LakeTable table, List<String> columns, Object[] values) {
        this.table = table;
        this.columns = columns;
        this.values = values;
    }

    static RowValues of(LakeTable table, List<String> columns, Chunk[] chunks, int row) {
        Object[] values = new Object[chunks.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = chunks[i].valueAt(row);
        }
        return new RowValues(table, columns, values);
    }

    Object value(String column) {
        int place = columns.indexOf(column);
        if (place < 0) {
            table.column(column);
            throw new LakeException(
                    "column '" + column + "' was not asked for; asked for are " + String.join(", ", columns));
        }
        return values[place];
    }

    OptionalDouble number(String column) {
        return value(column) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    List<String> columns() {
        return columns;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowValues row
                && table.equals(row.table)
                && columns.equals(row.columns)
                && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
