package io.tapelake.cli.dbn;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Collects whole lines of UTF-8 and hands them to a writer in large pieces. */
final class LineOutput extends ByteArrayOutputStream {
    private static final int PIECE_BYTES = 64 * 1024;

    private final PrintWriter out;

    LineOutput(PrintWriter out) {
        super(2 * PIECE_BYTES);
        this.out = out;
    }

    /**
     * States that a line is complete.
     *
     * @return false when nobody reads any more, as after {@code | head}
     */
    boolean endOfLine() {
        if (count < PIECE_BYTES) {
            return true;
        }
        handOver();
        return !out.checkError();
    }

    void handOver() {
        out.write(new String(buf, 0, count, StandardCharsets.UTF_8));
        count = 0;
    }
}
