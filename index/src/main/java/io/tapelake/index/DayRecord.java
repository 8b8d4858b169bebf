package io.tapelake.index;

import io.tapelake.model.SymbolDay;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One row of the day index. Immutable. Columns are named as in {@code docs/formats/day_index.md}; each of them is hindsight.
 */
public final class DayRecord {

    private final SymbolDay key;
    private final RowValues values;

    DayRecord(SymbolDay key, RowValues values) {
        this.key = key;
        this.values = values;
    }

    /** Date, dataset and symbol. */
    public SymbolDay key() {
        return key;
    }

    /** New York date of the day. */
    public LocalDate tradeDate() {
        return key.tradeDate();
    }

    /** The dataset. */
    public String dataset() {
        return key.dataset();
    }

    /** The symbol on that date. */
    public String symbol() {
        return key.symbol();
    }

    /**
     * A value as an object: String, LocalDate, Integer, Long, Double, BigDecimal with scale 9, an unmodifiable List of Long, or
     * null where unknown.
     *
     * @throws io.tapelake.lake.LakeException if the index has no such column, or the query left it out
     */
    public Object value(String column) {
        return values.value(column);
    }

    /**
     * A number as a double, empty where unknown. Exact prices and counts are in {@link #value}.
     *
     * @throws io.tapelake.lake.LakeException if the index has no such column, or the query left it out
     */
    public OptionalDouble number(String column) {
        return values.number(column);
    }

    /** The names of the columns it holds, in order. */
    public List<String> columns() {
        return values.columns();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayRecord record && key.equals(record.key) && values.equals(record.values);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + values.hashCode();
    }

    /** Date, dataset and symbol. */
    @Override
    public String toString() {
        return tradeDate() + " " + dataset() + " " + symbol();
    }
}
