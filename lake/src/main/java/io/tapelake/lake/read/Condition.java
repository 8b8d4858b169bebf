package io.tapelake.lake.read;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the value of one column must be for a row to be read. Null never passes. Conditions skip files, row groups and
 * pages where they can, and are checked on every row that is left.
 */
public sealed interface Condition {

    /** The column. */
    String column();

    /** The text equals {@code value}. */
    static Condition equal(String column, String value) {
        return new TextBetween(column, value, value);
    }

    /** The text lies between two texts, both inclusive, by their UTF-8 bytes. */
    static Condition between(String column, String from, String to) {
        return new TextBetween(column, from, to);
    }

    /**
     * The text is one of these.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Condition in(String column, Collection<String> allowed) {
        if (allowed.isEmpty()) {
            throw new IllegalArgumentException("no value of " + column + " is allowed; give at least one");
        }
        return new TextIn(column, Collections.unmodifiableSortedSet(new TreeSet<>(allowed)));
    }

    /**
     * The whole number lies between two, both inclusive: nanoseconds, counts, epoch days of a DATE, microseconds of a
     * TIMESTAMP, price nanos.
     */
    static Condition between(String column, long from, long to) {
        return new NumberBetween(column, from, to);
    }

    /** A range of texts. */
    record TextBetween(String column, String from, String to) implements Condition {}

    /** A set of texts, sorted. */
    record TextIn(String column, SortedSet<String> allowed) implements Condition {}

    /** A range of whole numbers. */
    record NumberBetween(String column, long from, long to) implements Condition {}
}
