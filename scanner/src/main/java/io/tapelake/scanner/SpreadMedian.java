package io.tapelake.scanner;

import java.util.Arrays;

/**
 * The exact median of a stream of positive doubles, by counting distinct values.
 *
 * <p>Spreads repeat: a day of 20 million quotes has some ten thousand distinct values. Should there be more than
 * {@code maxDistinct}, the half of them farthest from the median so far is given up: values out there are no longer told
 * apart, only counted. The median stays exact as long as it ends inside the window kept; otherwise it is unknown, never
 * wrong. Memory: 16 bytes per slot, at most 4 x maxDistinct slots (16 MB by default).
 */
final class SpreadMedian {
    private static final int DEFAULT_MAX_DISTINCT = 1 << 18;
    private static final long EMPTY = 0; // the bits of 0.0, which is not positive

    private final int maxDistinct;
    private long[] keys = new long[1 << 8];
    private long[] counts = new long[1 << 8];
    private int used;
    private long total;
    private long below;
    private double windowLow = 0;
    private double windowHigh = Double.POSITIVE_INFINITY;

    SpreadMedian() {
        this(DEFAULT_MAX_DISTINCT);
    }

    SpreadMedian(int maxDistinct) {
        this.maxDistinct = maxDistinct;
    }

    /** Adds a positive, finite value. */
    void add(double value) {
        total++;
        if (value < windowLow) {
            below++;
        } else if (value <= windowHigh) {
            count(value, 1);
            if (used > maxDistinct) {
                narrow();
            }
        }
    }

    private void count(double value, long times) {
        long key = Double.doubleToRawLongBits(value);
        int slot = slotOf(key);
        while (keys[slot] != EMPTY && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        if (keys[slot] == EMPTY) {
            keys[slot] = key;
            used++;
        }
        counts[slot] += times;
        if (used * 2 > keys.length) {
            rehash(keys.length * 2);
        }
    }

    private int slotOf(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & (keys.length - 1);
    }

    private void rehash(int capacity) {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[capacity];
        counts = new long[capacity];
        used = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                count(Double.longBitsToDouble(oldKeys[i]), oldCounts[i]);
            }
        }
    }

    private void narrow() {
        double[] values = distinctValues();
        long middleRank = (total - 1) / 2;
        double median = valueAtRank(values, middleRank);
        int middle =
                median >= windowLow ? Arrays.binarySearch(values, median) : middleRank < below ? 0 : values.length - 1;
        int keep = Math.max(1, maxDistinct / 2);
        int from = Math.max(0, Math.min(middle - keep / 2, values.length - keep));
        windowLow = values[from];
        windowHigh = values[Math.min(values.length, from + keep) - 1];
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[oldKeys.length];
        counts = new long[oldKeys.length];
        used = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            double value = Double.longBitsToDouble(oldKeys[i]);
            if (oldKeys[i] == EMPTY) {
                continue;
            }
            if (value < windowLow) {
                below += oldCounts[i];
            } else if (value <= windowHigh) {
                count(value, oldCounts[i]);
            }
        }
    }

    private double[] distinctValues() {
        double[] values = new double[used];
        int n = 0;
        for (long key : keys) {
            if (key != EMPTY) {
                values[n++] = Double.longBitsToDouble(key);
            }
        }
        Arrays.sort(values);
        return values;
    }

    private long countOf(double value) {
        long key = Double.doubleToRawLongBits(value);
        int slot = slotOf(key);
        while (keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return counts[slot];
    }

    /** The value of a rank, counted from 0; NaN when it lies outside the window kept. */
    private double valueAtRank(double[] values, long rank) {
        long seen = below;
        if (rank < seen) {
            return Double.NaN;
        }
        for (double value : values) {
            seen += countOf(value);
            if (rank < seen) {
                return value;
            }
        }
        return Double.NaN;
    }

    /** Values added. */
    long size() {
        return total;
    }

    /** The middle value, or the mean of the two middle ones; NaN when there is none or it is unknown. */
    double median() {
        if (total == 0) {
            return Double.NaN;
        }
        double[] values = distinctValues();
        double lower = valueAtRank(values, (total - 1) / 2);
        double upper = valueAtRank(values, total / 2);
        return (lower + upper) / 2;
    }
}
