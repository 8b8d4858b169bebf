package io.tapelake.jobs.csv;

/**
 * A bar of a CSV file.
 *
 * @param startNs start of the bar, inclusive, ns UTC
 * @param openNanos first price in units of 1e-9, as the others
 * @param volume shares traded, not negative
 */
public record CsvBar(long startNs, long openNanos, long highNanos, long lowNanos, long closeNanos, long volume) {}
