package io.tapelake.synthetic.market;

/**
 * Made-up ticker symbols: one per number, pronounceable, all different. A likeness to a listed security is chance. Every
 * 40th carries a share class after a dot, because real ones do and file names must cope with it.
 */
public final class Tickers {
    /** Number of different tickers. */
    public static final int COUNT = 20_000;

    private static final String CONSONANTS = "BCDFGHJKLMNPRSTVWXYZ";
    private static final String VOWELS = "AEIOU";
    private static final int PATTERNS = 20 * 5 * 20 * 20;
    /** Coprime to the number of patterns, so that multiplying permutes them; neighbours look unlike each other. */
    private static final int STRIDE = 17_389;

    private Tickers() {}

    /**
     * The ticker of a symbol number.
     *
     * @throws IllegalArgumentException unless 0 <= index < {@link #COUNT}
     */
    public static String of(int index) {
        if (index < 0 || index >= COUNT) {
            throw new IllegalArgumentException(
                    "no ticker for symbol number " + index + "; allowed is 0 to " + (COUNT - 1));
        }
        int pattern = (int) ((7_919L + (long) index * STRIDE) % PATTERNS);
        StringBuilder text = new StringBuilder(7);
        text.append(CONSONANTS.charAt(pattern % 20));
        text.append(VOWELS.charAt(pattern / 20 % 5));
        text.append(CONSONANTS.charAt(pattern / 100 % 20));
        text.append(CONSONANTS.charAt(pattern / 2_000));
        return index % 40 == 17 ? text.append(".B").toString() : text.toString();
    }
}
