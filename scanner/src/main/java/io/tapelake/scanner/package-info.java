/**
 * Pure analysis of one symbol-day and its lookback: no I/O, no clock, no Spark.
 *
 * <p>Begin with {@link io.tapelake.scanner.DayScanner}. It scans in two passes. The first folds a day's rows, one at a
 * time and in order, into {@link io.tapelake.scanner.DayStats}; memory does not grow with the number of rows. The second
 * walks one security's days in date order and adds what needs the days before:
 * {@link io.tapelake.scanner.DayLookback} and the decision whether the day is a momentum day,
 * {@link io.tapelake.scanner.DayIndexRow}. {@link io.tapelake.scanner.RecordColumns} turns these records into table rows
 * and back. {@code docs/measures.md} defines every measure.
 *
 * <p><b>Absent values.</b> What cannot be computed is absent, never a default. Absent is -1 for counts, volumes and
 * times, NaN for ratios, {@link io.tapelake.model.Prices#UNDEF} for prices, null for objects; {@code RecordColumns}
 * makes each of them null.
 */
package io.tapelake.scanner;
