package io.tapelake.databento.dbn;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds JSON text as UTF-8 bytes in an array that is used again and again. */
final class JsonBuffer {
    private static final int FIRST_BYTES = 4096;
    private static final int MAX_DIGITS = 20;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[FIRST_BYTES];
    private int length;

    void clear() {
        length = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    JsonBuffer raw(byte[] text) {
        room(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    JsonBuffer raw(String ascii) {
        return raw(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    JsonBuffer raw(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Takes back the last byte if it is this one. */
    void dropLast(char ascii) {
        if (length > 0 && bytes[length - 1] == ascii) {
            length--;
        }
    }

    JsonBuffer number(long value) {
        if (value < 0) {
            raw('-');
            return digits(-value);
        }
        return digits(value);
    }

    /** The decimal digits of 64 unsigned bits. */
    JsonBuffer digits(long value) {
        room(MAX_DIGITS);
        long rest = value;
        if (rest < 0) {
            // One unsigned step leaves a number that fits the signed ones.
            long quotient = Long.divideUnsigned(rest, 10);
            digits(quotient);
            bytes[length++] = (byte) ('0' + (rest - quotient * 10));
            return this;
        }
        int at = length + (rest == 0 ? 1 : digitCount(rest));
        length = at;
        do {
            long quotient = rest / 10;
            bytes[--at] = (byte) ('0' + (rest - quotient * 10));
            rest = quotient;
        } while (rest != 0);
        return this;
    }

    private static int digitCount(long value) {
        int digits = 0;
        for (long rest = value; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    JsonBuffer quotedNumber(long value) {
        return raw('"').number(value).raw('"');
    }

    JsonBuffer quotedDigits(long unsigned) {
        return raw('"').digits(unsigned).raw('"');
    }

    /** A string of characters up to U+00FF. */
    JsonBuffer string(String text) {
        raw('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        return raw('"');
    }

    /** A string from ISO-8859-1 bytes. */
    JsonBuffer string(byte[] source, int offset, int count) {
        raw('"');
        for (int i = 0; i < count; i++) {
            character((char) (source[offset + i] & 0xFF));
        }
        return raw('"');
    }

    private void character(char c) {
        room(6);
        switch (c) {
            case '"', '\\' -> escape(c);
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            case '\t' -> escape('t');
            case '\b' -> escape('b');
            case '\f' -> escape('f');
            default -> {
                if (c < ' ') {
                    escape('u');
                    raw("00");
                    bytes[length++] = HEX[c >> 4];
                    bytes[length++] = HEX[c & 0xF];
                } else if (c < 0x80) {
                    bytes[length++] = (byte) c;
                } else {
                    bytes[length++] = (byte) (0xC0 | (c >> 6));
                    bytes[length++] = (byte) (0x80 | (c & 0x3F));
                }
            }
        }
    }

    private void escape(char c) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) c;
    }

    private void room(int count) {
        if (count > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
