package io.tapelake.simulator.cache;

import java.util.List;

/**
 * What the preloading has done so far. Times are nanoseconds.
 *
 * @param hits day changes at which the next day was ready
 * @param misses day changes that had to wait
 * @param loads days that were loaded
 * @param retries loads that failed and were tried again
 * @param stallNs waiting at each day change, in order
 * @param loadNs duration of each load, in order
 * @param queueDepth days that are ready or being loaded
 * @param bytes bytes of the active day and those that are ready
 * @param skipped days that could not be loaded
 */
public record PreloadMetrics(
        long hits,
        long misses,
        long loads,
        long retries,
        List<Long> stallNs,
        List<Long> loadNs,
        int queueDepth,
        long bytes,
        List<SkippedDay> skipped) {

    /** Copies the lists. */
    public PreloadMetrics {
        stallNs = List.copyOf(stallNs);
        loadNs = List.copyOf(loadNs);
        skipped = List.copyOf(skipped);
    }

    /** Hits over day changes; NaN before the first. */
    public double hitRate() {
        return hits + misses == 0 ? Double.NaN : hits / (double) (hits + misses);
    }
}
