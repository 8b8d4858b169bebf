package io.tapelake.analysis;

import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.tape.MinuteTape;
import java.util.List;

/**
 * What the rows of one symbol-day were folded into.
 *
 * @param stats the measures of the day by itself
 * @param tape its clean minutes; null when no source resolves minutes
 * @param fileIds ids of the files that gave the rows, ascending
 */
public record FoldedDay(DayStats stats, MinuteTape tape, List<Long> fileIds) {}
