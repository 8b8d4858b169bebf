package io.tapelake.scanner.measure;

/** The tier of a security under limit up, limit down. */
public enum LuldTier {
    /** The large: the S&amp;P 500, the Russell 1000 and listed funds. */
    ONE("1"),
    /** All others. */
    TWO("2"),
    /** Not known, or a fund with leverage, whose bands are its own. */
    UNKNOWN("?");

    private final String text;

    LuldTier(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
