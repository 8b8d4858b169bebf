package io.tapelake.index;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.RowCursor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * One row of the day index. Immutable. Columns are named as in {@code docs/formats/day_index.md}; each of them is hindsight.
 */
public final class DayRecord {

    private final Object[] values;

    private DayRecord(Object[] values) {
        this.values = values;
    }

    /** The row a cursor over all columns of the index is at. */
    static DayRecord at(RowCursor row) {
        Object[] values = new Object[row.columnCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.valueAt(i);
        }
        return new DayRecord(values);
    }

    /** New York date of the day. */
    public LocalDate tradeDate() {
        return (LocalDate) value("trade_date");
    }

    /** The dataset. */
    public String dataset() {
        return (String) value("dataset");
    }

    /** The symbol on that date. */
    public String symbol() {
        return (String) value("symbol");
    }

    /**
     * A value as an object: String, LocalDate, Integer, Long, Double, BigDecimal with scale 9, or null where unknown.
     *
     * @throws io.tapelake.lake.LakeException if the index has no such column
     */
    public Object value(String column) {
        return values[place(column)];
    }

    /**
     * A number as a double, empty where unknown. Exact prices and counts are in {@link #value}.
     *
     * @throws io.tapelake.lake.LakeException if the index has no such column
     */
    public OptionalDouble number(String column) {
        return value(column) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** Compares two days by a numeric column, exactly; a day without a value is smaller than any other. */
    static int compare(DayRecord a, DayRecord b, String column) {
        Object left = a.value(column);
        Object right = b.value(column);
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        if (left instanceof BigDecimal price) {
            return price.compareTo((BigDecimal) right);
        }
        if (left instanceof Double ratio) {
            return ratio.compareTo((Double) right);
        }
        return Long.compare(((Number) left).longValue(), ((Number) right).longValue());
    }

    private static int place(String column) {
        LakeColumn known = Tables.DAY_INDEX.column(column);
        return Tables.DAY_INDEX.columns().indexOf(known);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayRecord record && Arrays.equals(values, record.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** Date, dataset and symbol. */
    @Override
    public String toString() {
        return tradeDate() + " " + dataset() + " " + symbol();
    }
}
