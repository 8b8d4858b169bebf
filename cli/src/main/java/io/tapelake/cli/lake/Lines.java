package io.tapelake.cli.lake;

import java.io.PrintWriter;

/** Collects lines and hands them on in large pieces, noticing when nobody reads any more. */
final class Lines {

    private static final int PIECE_CHARS = 32 * 1024;

    private final PrintWriter out;
    private final StringBuilder waiting = new StringBuilder(2 * PIECE_CHARS);

    Lines(PrintWriter out) {
        this.out = out;
    }

    /** Takes a line with its end; false when nobody reads any more, as after {@code | head}. */
    boolean add(CharSequence line) {
        waiting.append(line);
        return waiting.length() < PIECE_CHARS || flush();
    }

    boolean flush() {
        out.append(waiting);
        waiting.setLength(0);
        return !out.checkError();
    }
}
