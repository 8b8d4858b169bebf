package io.tapelake.scanner.measure;

/**
 * Smallest of the last n values, value by value, in constant time on average. The lower side of a Donchian channel of the n
 * bars before a bar is {@link #value()} of their lows, read before the bar itself is taken.
 *
 * <p>Unit: that of the values. Warm-up: NaN before n values. NaN while a NaN is among the last n. Not thread-safe.
 */
public final class RollingMin {
    private final RollingMax negated;

    /** The smallest of n values, at least 1. */
    public RollingMin(int periods) {
        this.negated = new RollingMax(periods);
    }

    /** Takes the next value and returns {@link #value()}. */
    public double next(double value) {
        return -negated.next(-value);
    }

    /** The smallest of the last n values; NaN before n values. */
    public double value() {
        return -negated.value();
    }
}
