package io.tapelake.index;

import io.tapelake.model.SymbolDay;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One row of the reset points. Immutable. Columns are named as in {@code docs/formats/reset_points.md}; those that begin with
 * {@code hindsight} were not known when the point was decided, and no observation may hold them.
 */
public final class ResetPointRecord {

    private final SymbolDay day;
    private final long decisionNs;
    private final RowValues values;

    ResetPointRecord(SymbolDay day, long decisionNs, RowValues values) {
        this.day = day;
        this.decisionNs = decisionNs;
        this.values = values;
    }

    /** Date, dataset and symbol. */
    public SymbolDay day() {
        return day;
    }

    /** New York date of the day. */
    public LocalDate tradeDate() {
        return day.tradeDate();
    }

    /** The dataset. */
    public String dataset() {
        return day.dataset();
    }

    /** The symbol on that date. */
    public String symbol() {
        return day.symbol();
    }

    /** When it was decided, nanoseconds UTC. */
    public long decisionNs() {
        return decisionNs;
    }

    /**
     * A value as an object: String, LocalDate, Instant, Integer, Long, Double, Boolean, BigDecimal with scale 9, or null where
     * unknown.
     *
     * @throws io.tapelake.lake.LakeException if the table has no such column, or the query left it out
     */
    public Object value(String column) {
        return values.value(column);
    }

    /**
     * A number as a double, empty where unknown. Exact prices and counts are in {@link #value}.
     *
     * @throws io.tapelake.lake.LakeException if the table has no such column, or the query left it out
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
        return other instanceof ResetPointRecord record
                && day.equals(record.day)
                && decisionNs == record.decisionNs
                && values.equals(record.values);
    }

    @Override
    public int hashCode() {
        return 31 * day.hashCode() + values.hashCode();
    }

    /** Date, dataset, symbol and decision time. */
    @Override
    public String toString() {
        return tradeDate() + " " + dataset() + " " + symbol() + " " + java.time.Instant.ofEpochSecond(0, decisionNs);
    }
}
