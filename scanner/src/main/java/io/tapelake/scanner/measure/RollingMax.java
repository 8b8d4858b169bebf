package io.tapelake.scanner.measure;

/**
 * Largest of the last n values, value by value, in constant time on average. The upper side of a Donchian channel of the n
 * bars before a bar is {@link #value()} of their highs, read before the bar itself is taken.
 *
 * <p>Kept are only the values that can still become the largest: each is smaller than the one before it, the first is the
 * answer.
 *
 * <p>Unit: that of the values. Warm-up: NaN before n values. NaN while a NaN is among the last n. Not thread-safe.
 */
public final class RollingMax {
    private final int periods;
    private final double[] candidates;
    private final long[] places;
    private int first;
    private int size;
    private long count;
    private long lastUnknown = -1;

    /** The largest of n values, at least 1. */
    public RollingMax(int periods) {
        this.periods = Checks.periods(periods);
        this.candidates = new double[periods];
        this.places = new long[periods];
    }

    /** Takes the next value and returns {@link #value()}. */
    public double next(double value) {
        count++;
        if (size > 0 && places[first] <= count - periods) {
            first = first + 1 == periods ? 0 : first + 1;
            size--;
        }
        if (Double.isNaN(value)) {
            lastUnknown = count;
            return value();
        }
        while (size > 0 && candidates[slot(size - 1)] <= value) {
            size--;
        }
        int slot = slot(size);
        candidates[slot] = value;
        places[slot] = count;
        size++;
        return value();
    }

    private int slot(int i) {
        int slot = first + i;
        return slot >= periods ? slot - periods : slot;
    }

    /** The largest of the last n values; NaN before n values. */
    public double value() {
        boolean unknown = count < periods || (lastUnknown > 0 && lastUnknown > count - periods);
        return unknown ? Double.NaN : candidates[first];
    }
}
