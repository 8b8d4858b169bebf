package io.tapelake.jobs.publish.lease;

/** The lake cannot be written to: another job holds it, this one holds it no longer, or nobody can tell. */
public final class LeaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says why, and what to do. */
    public LeaseException(String message) {
        super(message);
    }

    /** Says why, and what to do; with what went wrong below. */
    public LeaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
