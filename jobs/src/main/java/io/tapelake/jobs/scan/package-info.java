/**
 * Tables into day statistics and the day index. {@link io.tapelake.jobs.scan.ScanJob} is the type to begin with. The first
 * pass folds the ticks of each symbol-day where they lie (tasks are a date and a range of symbols, read with the lake's own
 * reader: no shuffle of ticks); the second walks the days of each symbol in date order, rows small enough for a shuffle.
 */
package io.tapelake.jobs.scan;
