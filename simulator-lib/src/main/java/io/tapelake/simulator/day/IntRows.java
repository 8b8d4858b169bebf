package io.tapelake.simulator.day;

import java.util.Arrays;

/** A column of ints while it grows. Not thread-safe. */
final class IntRows {
    int[] values = new int[64];
    int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }
}
