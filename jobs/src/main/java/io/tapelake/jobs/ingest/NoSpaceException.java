package io.tapelake.jobs.ingest;

/** There is not enough free space to begin. The message says where, how much there is and how much is needed. */
public final class NoSpaceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSpaceException(String message) {
        super(message);
    }
}
