package io.tapelake.databento.dbn;

import java.util.List;

/**
 * What one requested symbol stood for, day by day. Immutable.
 *
 * @param rawSymbol the symbol in the {@code stype_in} convention
 * @param intervals what it stood for; the order is the file's
 */
public record SymbolMapping(String rawSymbol, List<Interval> intervals) {
    /** Copies the list. */
    public SymbolMapping {
        intervals = List.copyOf(intervals);
    }

    /**
     * A stretch of UTC days.
     *
     * @param startDate the first day, as the decimal number YYYYMMDD
     * @param endDate the day after the last one, as YYYYMMDD
     * @param symbol the symbol in the {@code stype_out} convention; empty is an old-style gap, to be ignored
     */
    public record Interval(int startDate, int endDate, String symbol) {}
}
