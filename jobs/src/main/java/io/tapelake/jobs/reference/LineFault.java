package io.tapelake.jobs.reference;

import java.io.Serial;

/** A line that says nothing that can be taken; the message says what is wrong and what is allowed. */
final class LineFault extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    LineFault(String message) {
        super(message);
    }
}
