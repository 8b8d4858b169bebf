package io.tapelake.spark.dbn;

import java.io.Serializable;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which rows are wanted: index time in {@code times} and symbol among {@code symbols}. Immutable.
 *
 * @param times wanted index times; all defined times when {@link TimeRanges#isAll()} and {@code timed}
 * @param timed whether the time is looked at; if not, rows of undefined time are wanted too
 * @param symbols wanted symbols, or null for every symbol
 * @param mapped whether a row must have a symbol at all; true whenever {@code symbols} is given
 */
record RowFilter(TimeRanges times, boolean timed, SortedSet<String> symbols, boolean mapped) implements Serializable {
    private static final RowFilter ALL = new RowFilter(TimeRanges.all(), false, null, false);

    static RowFilter all() {
        return ALL;
    }

    static RowFilter ofTimes(TimeRanges times) {
        return new RowFilter(times, true, null, false);
    }

    static RowFilter ofSymbols(Iterable<String> symbols) {
        TreeSet<String> sorted = new TreeSet<>();
        symbols.forEach(sorted::add);
        return new RowFilter(TimeRanges.all(), false, sorted, true);
    }

    static RowFilter anySymbol() {
        return new RowFilter(TimeRanges.all(), false, null, true);
    }

    boolean wantsAll() {
        return !timed && !mapped;
    }

    /** Whether it is certain that no row is wanted. */
    boolean wantsNone() {
        return (timed && times.isEmpty()) || (symbols != null && symbols.isEmpty());
    }

    /** Rows wanted by both. */
    RowFilter and(RowFilter other) {
        SortedSet<String> both = symbols == null ? other.symbols : symbols;
        if (symbols != null && other.symbols != null) {
            both = new TreeSet<>(symbols);
            both.retainAll(other.symbols);
        }
        return new RowFilter(times.intersect(other.times), timed || other.timed, both, mapped || other.mapped);
    }

    /** Rows wanted by either; empty if that is not a filter of this form. */
    Optional<RowFilter> or(RowFilter other) {
        if (timed && other.timed && !mapped && !other.mapped) {
            return Optional.of(ofTimes(times.union(other.times)));
        }
        if (!timed && !other.timed && symbols != null && other.symbols != null) {
            TreeSet<String> either = new TreeSet<>(symbols);
            either.addAll(other.symbols);
            return Optional.of(ofSymbols(either));
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        String time = timed ? "index time " + times : "";
        String symbol = symbols != null ? "symbol in " + symbols : mapped ? "symbol is mapped" : "";
        return time.isEmpty() || symbol.isEmpty() ? time + symbol : time + " and " + symbol;
    }
}
