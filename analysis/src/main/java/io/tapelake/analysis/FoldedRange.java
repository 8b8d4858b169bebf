package io.tapelake.analysis;

import io.tapelake.model.SymbolDay;
import java.util.List;

/**
 * The symbol-days of one reading.
 *
 * @param days those that had rows, by symbol
 * @param failures those on which the scanner failed
 */
public record FoldedRange(List<FoldedDay> days, List<Failure> failures) {

    /**
     * A symbol-day on which the scanner failed.
     *
     * @param day which
     * @param error what it threw
     */
    public record Failure(SymbolDay day, RuntimeException error) {}
}
