package io.tapelake.index;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a row must be like to be found. Immutable. A row without a value in the column passes no filter but {@link #not} of one
 * that it does not pass. Whether a table has the column, and of which type, is checked when the filter joins a query.
 */
public sealed interface Filter {

    /** The text is one of these. */
    static Filter in(String column, String... texts) {
        return in(column, Arrays.asList(texts));
    }

    /**
     * The text is one of these.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Filter in(String column, Collection<String> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("no value of " + column + " is allowed; give at least one");
        }
        return new TextIn(column, Collections.unmodifiableSet(new TreeSet<>(texts)));
    }

    /** The text, names joined by commas as in {@code tags}, has this name among them. */
    static Filter names(String column, String name) {
        return new Names(column, name);
    }

    /** The list has this number among its elements, as {@code file_ids} has files. */
    static Filter holds(String column, long element) {
        return new Holds(column, element);
    }

    /** The number is not below a bound. */
    static Filter atLeast(String column, double low) {
        return new NumberBetween(column, decimal(column, low), null);
    }

    /** The number is not above a bound. */
    static Filter atMost(String column, double high) {
        return new NumberBetween(column, null, decimal(column, high));
    }

    /** The number lies between two bounds, both inclusive. */
    static Filter between(String column, double low, double high) {
        return new NumberBetween(column, decimal(column, low), decimal(column, high));
    }

    /** The number lies between two bounds, both inclusive and exact: prices, and nanoseconds; null for no bound. */
    static Filter between(String column, BigDecimal low, BigDecimal high) {
        return new NumberBetween(column, low, high);
    }

    /** The date lies between two, both inclusive. */
    static Filter between(String column, LocalDate first, LocalDate last) {
        return new NumberBetween(column, BigDecimal.valueOf(first.toEpochDay()), BigDecimal.valueOf(last.toEpochDay()));
    }

    /** The truth of a column such as {@code selected}. */
    static Filter is(String column, boolean truth) {
        BigDecimal number = truth ? BigDecimal.ONE : BigDecimal.ZERO;
        return new NumberBetween(column, number, number);
    }

    /** There is a value. */
    static Filter known(String column) {
        return new Known(column);
    }

    /** Every row that the other filter does not let pass, rows without a value among them. */
    static Filter not(Filter filter) {
        return new Not(filter);
    }

    /** Rows that one of these lets pass. */
    static Filter anyOf(Filter... filters) {
        return new AnyOf(List.of(filters));
    }

    /** A set of texts. */
    record TextIn(String column, Set<String> texts) implements Filter {}

    /** A name in a text of names. */
    record Names(String column, String name) implements Filter {}

    /** An element of a list. */
    record Holds(String column, long element) implements Filter {}

    /** A range of numbers, null for no bound; dates as epoch days, truth as 0 and 1. */
    record NumberBetween(String column, BigDecimal low, BigDecimal high) implements Filter {}

    /** Any value. */
    record Known(String column) implements Filter {}

    /** The opposite. */
    record Not(Filter filter) implements Filter {}

    /** Either of several. */
    record AnyOf(List<Filter> filters) implements Filter {}

    private static BigDecimal decimal(String column, double bound) {
        if (!Double.isFinite(bound)) {
            throw new IllegalArgumentException("bound of " + column + " is " + bound + "; it must be a finite number");
        }
        return BigDecimal.valueOf(bound);
    }
}
