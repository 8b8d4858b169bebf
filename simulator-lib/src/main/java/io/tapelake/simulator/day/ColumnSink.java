package io.tapelake.simulator.day;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Columns one after the other as bytes: each is its number of values as a long, then the values in little-endian order, then
 * zeros up to a multiple of eight, so that a mapped file can be read in place. Failures are {@link UncheckedIOException}.
 */
final class ColumnSink {
    private static final int BLOCK = 1 << 16;

    private final DataOutputStream out;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);

    ColumnSink(DataOutputStream out) {
        this.out = out;
    }

    void number(long value) {
        room(8);
        block.putLong(value);
    }

    void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        bytes(ByteBuffer.wrap(bytes));
    }

    void longs(LongBuffer values) {
        number(values.limit());
        for (int i = 0; i < values.limit(); i++) {
            room(8);
            block.putLong(values.get(i));
        }
    }

    void doubles(DoubleBuffer values) {
        number(values.limit());
        for (int i = 0; i < values.limit(); i++) {
            room(8);
            block.putDouble(values.get(i));
        }
    }

    void ints(IntBuffer values) {
        number(values.limit());
        for (int i = 0; i < values.limit(); i++) {
            room(4);
            block.putInt(values.get(i));
        }
        pad(4L * values.limit());
    }

    void bytes(ByteBuffer values) {
        number(values.limit());
        for (int i = 0; i < values.limit(); i++) {
            room(1);
            block.put(values.get(i));
        }
        pad(values.limit());
    }

    void flush() {
        try {
            out.write(block.array(), 0, block.position());
            block.clear();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a day file", e);
        }
    }

    private void pad(long written) {
        for (long i = written; i % 8 != 0; i++) {
            room(1);
            block.put((byte) 0);
        }
    }

    private void room(int bytes) {
        if (block.remaining() < bytes) {
            flush();
        }
    }
}
