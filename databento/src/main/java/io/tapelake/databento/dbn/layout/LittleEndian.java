package io.tapelake.databento.dbn.layout;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Plain little-endian reads and writes on a byte array, at any alignment. Offsets outside the array throw
 * {@link IndexOutOfBoundsException}. Stateless and thread-safe.
 */
public final class LittleEndian {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private LittleEndian() {}

    /** The 64 bits at {@code offset}; an unsigned value keeps its bits. */
    public static long i64(byte[] bytes, int offset) {
        return (long) LONGS.get(bytes, offset);
    }

    /** The signed 32 bits at {@code offset}. */
    public static int i32(byte[] bytes, int offset) {
        return (int) INTS.get(bytes, offset);
    }

    /** The unsigned 32 bits at {@code offset}. */
    public static long u32(byte[] bytes, int offset) {
        return i32(bytes, offset) & 0xFFFF_FFFFL;
    }

    /** The signed 16 bits at {@code offset}. */
    public static short i16(byte[] bytes, int offset) {
        return (short) SHORTS.get(bytes, offset);
    }

    /** The unsigned 16 bits at {@code offset}. */
    public static int u16(byte[] bytes, int offset) {
        return i16(bytes, offset) & 0xFFFF;
    }

    /** The unsigned byte at {@code offset}. */
    public static int u8(byte[] bytes, int offset) {
        return bytes[offset] & 0xFF;
    }

    /**
     * The text of a NUL padded field: cut at the first NUL, or the full width when there is none. Bytes are taken as
     * ISO-8859-1, so every byte survives; trailing spaces stay.
     */
    public static String text(byte[] bytes, int offset, int width) {
        return new String(bytes, offset, textLength(bytes, offset, width), StandardCharsets.ISO_8859_1);
    }

    /** The number of bytes before the first NUL of a NUL padded field, at most {@code width}. */
    public static int textLength(byte[] bytes, int offset, int width) {
        int length = 0;
        while (length < width && bytes[offset + length] != 0) {
            length++;
        }
        return length;
    }

    /** Writes 64 bits. */
    public static void putI64(byte[] bytes, int offset, long value) {
        LONGS.set(bytes, offset, value);
    }

    /** Writes 32 bits. */
    public static void putI32(byte[] bytes, int offset, int value) {
        INTS.set(bytes, offset, value);
    }

    /** Writes the low 16 bits of {@code value}. */
    public static void putI16(byte[] bytes, int offset, int value) {
        SHORTS.set(bytes, offset, (short) value);
    }

    /**
     * Writes a text as ISO-8859-1 and fills the rest of the field with NUL.
     *
     * @throws IllegalArgumentException if the text has more than {@code width} characters, a NUL, or a character beyond
     *     U+00FF
     */
    public static void putText(byte[] bytes, int offset, int width, String text) {
        int length = text.length();
        if (length > width) {
            throw new IllegalArgumentException(
                    "the text '" + text + "' has " + length + " characters; the field holds " + width);
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0 || c > 0xFF) {
                throw new IllegalArgumentException("the text '" + text + "' has the character U+"
                        + Integer.toHexString(c) + "; a field holds U+0001 to U+00FF");
            }
            bytes[offset + i] = (byte) c;
        }
        java.util.Arrays.fill(bytes, offset + length, offset + width, (byte) 0);
    }
}
