package io.tapelake.simulator.day;

import java.util.Arrays;

/** A column of bytes while it grows. Not thread-safe. */
final class ByteRows {
    byte[] values = new byte[64];
    int size;

    void add(byte value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }
}
