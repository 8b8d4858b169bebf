package io.tapelake.scanner;

import java.util.Optional;

/**
 * The result of both passes over one symbol-day.
 *
 * @param stats first part of its row of {@code day_stats}
 * @param lookback second part of that row
 * @param index its row of {@code day_index}; empty when the day is no momentum day
 */
public record ScannedDay(DayStats stats, DayLookback lookback, Optional<DayIndexRow> index) {}
