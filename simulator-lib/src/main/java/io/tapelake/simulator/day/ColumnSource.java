package io.tapelake.simulator.day;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;

/** Columns as {@link ColumnSink} wrote them, read in place: each is a view of the bytes. */
final class ColumnSource {
    private final ByteBuffer bytes;

    ColumnSource(ByteBuffer bytes) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    long number() {
        return bytes.getLong();
    }

    String text() {
        ByteBuffer text = bytes();
        byte[] copy = new byte[text.limit()];
        text.get(0, copy);
        return new String(copy, StandardCharsets.UTF_8);
    }

    LongBuffer longs() {
        return next(8).asLongBuffer();
    }

    DoubleBuffer doubles() {
        return next(8).asDoubleBuffer();
    }

    IntBuffer ints() {
        return next(4).asIntBuffer();
    }

    ByteBuffer bytes() {
        return next(1);
    }

    private ByteBuffer next(int width) {
        long count = number();
        if (count < 0 || count * width > bytes.remaining()) {
            throw new IllegalArgumentException(
                    "a column of " + count + " values does not fit into the " + bytes.remaining() + " bytes left");
        }
        int length = (int) count * width;
        ByteBuffer view = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + (length + 7) / 8 * 8);
        return view;
    }
}
