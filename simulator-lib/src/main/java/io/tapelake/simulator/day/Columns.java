package io.tapelake.simulator.day;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * Finished columns. They are buffers, on the heap where a day was loaded and over a file where it was mapped, so that the code
 * that reads them is one and the same. Only absolute reads are made of them, so threads may share them.
 */
final class Columns {
    private Columns() {}

    static LongBuffer of(LongRows rows) {
        return LongBuffer.wrap(Arrays.copyOf(rows.values, rows.size));
    }

    static IntBuffer of(IntRows rows) {
        return IntBuffer.wrap(Arrays.copyOf(rows.values, rows.size));
    }

    static ByteBuffer of(ByteRows rows) {
        return ByteBuffer.wrap(Arrays.copyOf(rows.values, rows.size));
    }

    static DoubleBuffer of(double[] values) {
        return DoubleBuffer.wrap(values);
    }
}
