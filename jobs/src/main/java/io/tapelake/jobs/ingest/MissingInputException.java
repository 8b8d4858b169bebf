package io.tapelake.jobs.ingest;

/** Input that a job was told to take does not exist. */
public final class MissingInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MissingInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
