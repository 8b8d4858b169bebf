package io.tapelake.databento.dbn;

import java.nio.charset.StandardCharsets;

/**
 * Makes strings of ISO-8859-1 bytes and gives the same object again for a name that was met not long ago: metadata repeats
 * its names a lot. Of fixed size, so that names that are all different cost little more than themselves.
 */
final class NameCache {
    private static final int SLOTS = 1 << 14;
    private static final int HASH_FACTOR = 31;
    private static final int SPREAD_SHIFT = 15;

    private final String[] slots = new String[SLOTS];

    String name(byte[] bytes, int offset, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = HASH_FACTOR * hash + bytes[offset + i];
        }
        int slot = (hash ^ (hash >>> SPREAD_SHIFT)) & (SLOTS - 1);
        String known = slots[slot];
        if (known != null && isSame(known, bytes, offset, length)) {
            return known;
        }
        String name = new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        slots[slot] = name;
        return name;
    }

    private static boolean isSame(String known, byte[] bytes, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != (bytes[offset + i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }
}
