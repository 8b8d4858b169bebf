package io.tapelake.simulator.day;

import java.util.Arrays;

/** A column of longs while it grows. Not thread-safe. */
final class LongRows {
    long[] values = new long[64];
    int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    long last() {
        return values[size - 1];
    }
}
