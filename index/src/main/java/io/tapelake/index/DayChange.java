package io.tapelake.index;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A symbol-day that differs between two runs.
 *
 * @param tradeDate New York date
 * @param dataset its dataset
 * @param symbol its symbol on that date
 * @param kind what happened to it
 * @param before what the day was; empty if it was not in the index or has not changed
 * @param after what the day is; empty if it is not in the index or has not changed
 * @param columns columns of {@code day_index} with another value; empty unless the day changed
 * @param resetPoints its reset points that differ
 * @param causes what may have caused it, at least one
 */
public record DayChange(
        LocalDate tradeDate,
        String dataset,
        String symbol,
        Kind kind,
        Optional<Judgement> before,
        Optional<Judgement> after,
        List<String> columns,
        ResetPointCounts resetPoints,
        Set<Cause> causes) {

    /** Copies the collections. */
    public DayChange {
        columns = List.copyOf(columns);
        causes = Collections.unmodifiableSet(new TreeSet<>(causes));
    }

    /** What happened to a symbol-day. */
    public enum Kind {
        /** It is in the later run's index only. */
        ADDED,
        /** It is in the earlier run's index only. */
        REMOVED,
        /** It has other values in the index. */
        CHANGED,
        /** The index says the same of it, but its reset points differ. */
        RESET_POINTS
    }

    /** What may have made a symbol-day differ. */
    public enum Cause {
        /** A file with records of this date was taken in by one of the runs only. */
        INPUT,
        /** A file with records of an earlier date was: days look back. */
        EARLIER_INPUT,
        /** Splits or dividends differ. */
        CORPORATE_ACTIONS,
        /** The rows were computed with another configuration. */
        CONFIGURATION,
        /** The rows were computed by another version of the code. */
        CODE,
        /** None of these was found. */
        UNKNOWN
    }

    /**
     * What the index says of a day.
     *
     * @param category RISK, PRIME, SECONDARY, MIXED or CONTROL; null where unknown
     * @param quality 0 to 1; null where unknown
     */
    public record Judgement(String category, Double quality) {}
}
