package io.tapelake.lake.read;

import org.apache.parquet.io.api.Binary;

/**
 * Turns bytes into texts, remembering the last few: a symbol repeats for thousands of rows, a condition comes from a handful.
 * Equal bytes that follow each other give the same {@link String} object.
 */
final class TextCache {

    private static final int SLOTS = 64;

    private final Binary[] bytes = new Binary[SLOTS];
    private final String[] texts = new String[SLOTS];
    private int last;

    String text(Binary value) {
        if (value.equals(bytes[last])) {
            return texts[last];
        }
        last = value.hashCode() & (SLOTS - 1);
        if (!value.equals(bytes[last])) {
            bytes[last] = value.copy();
            texts[last] = value.toStringUsingUTF8();
        }
        return texts[last];
    }
}
