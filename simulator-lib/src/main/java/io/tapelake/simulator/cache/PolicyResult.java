package io.tapelake.simulator.cache;

import java.util.List;

/**
 * How a policy did on a trace.
 *
 * @param policy which
 * @param changes day changes, the first load not among them
 * @param hits those without waiting
 * @param stallsMs waiting at each, ascending
 * @param daysHeld mean number of days held beside the active one at a change
 */
public record PolicyResult(BufferPolicy policy, int changes, int hits, List<Double> stallsMs, double daysHeld) {

    /** Copies the waiting times and sorts them. */
    public PolicyResult {
        stallsMs = stallsMs.stream().sorted().toList();
    }

    /** Hits over changes; NaN without a change. */
    public double hitRate() {
        return changes == 0 ? Double.NaN : hits / (double) changes;
    }

    /** Waiting that a share of the changes does not exceed, milliseconds; NaN without a change. */
    public double stallMs(double share) {
        return changes == 0
                ? Double.NaN
                : stallsMs.get((int) Math.min(changes - 1, Math.max(0, Math.ceil(share * changes) - 1)));
    }

    /** All waiting, milliseconds. */
    public double totalStallMs() {
        return stallsMs.stream().mapToDouble(Double::doubleValue).sum();
    }
}
