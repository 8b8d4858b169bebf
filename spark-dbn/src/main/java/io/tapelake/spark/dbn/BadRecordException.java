package io.tapelake.spark.dbn;

/** A record with a value that has no place in its column, met with {@code mode=failfast}. */
public final class BadRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    BadRecordException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** One of {@link io.tapelake.databento.dbn.RecordCheck#REASONS}. */
    public String reason() {
        return reason;
    }
}
