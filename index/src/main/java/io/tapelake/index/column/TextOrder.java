package io.tapelake.index.column;

/** The order of the tables: by the bytes of UTF-8, which is by code points. */
public final class TextOrder {

    private TextOrder() {}

    /** Compares two texts. They differ from {@link String#compareTo} beyond the basic plane only. */
    public static int compare(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                boolean pair = Character.isSurrogate(left);
                return pair == Character.isSurrogate(right) ? Character.compare(left, right) : pair ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
