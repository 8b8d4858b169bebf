package io.tapelake.analysis;

import io.tapelake.scanner.DayAnalysis;
import io.tapelake.scanner.ScannedDay;
import java.util.Optional;

/**
 * One symbol-day, scanned and analysed.
 *
 * @param folded its measures, clean minutes and files
 * @param scanned its measures against the days before, with that lookback
 * @param analysis what happened within the day; empty when there are no minutes to look at: the calendar knows no trading on
 *     the date, or no source resolves minutes
 * @param coveredUntilNs the data of the day ends here, exclusive, nanoseconds UTC; {@code Long.MAX_VALUE} when complete
 */
public record AnalyzedDay(FoldedDay folded, ScannedDay scanned, Optional<DayAnalysis> analysis, long coveredUntilNs) {}
