package io.tapelake.scanner;

/**
 * The result of both passes over one symbol-day.
 *
 * @param stats first part of its row of {@code day_stats}
 * @param lookback the days before it; its {@code measures} are the second part of that row
 * @param kind what the day is to the day index; never {@code CONTROL}, which is drawn among the ordinary ones
 */
public record ScannedDay(DayStats stats, Lookback lookback, DayKind kind) {}
