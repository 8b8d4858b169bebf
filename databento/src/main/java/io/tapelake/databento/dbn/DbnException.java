package io.tapelake.databento.dbn;

/**
 * Input that is not whole, well-formed DBN. The message says what is wrong, where, and how many whole records came
 * before; {@link #reason()} is for code that reacts. Failures of the disk or the network are
 * {@link java.io.IOException}s instead.
 */
public final class DbnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the input. */
    public enum Reason {
        /** It does not begin like DBN, raw or compressed. */
        NOT_DBN,
        /** It is the DBZ format that preceded DBN. */
        LEGACY_DBZ,
        /** Its version byte is not 1 to 3. */
        UNSUPPORTED_VERSION,
        /** Its metadata cannot be read. */
        BAD_METADATA,
        /** It ends too early. */
        TRUNCATED,
        /** A record has an impossible length. */
        BAD_RECORD,
        /** The compression around it is damaged. */
        BAD_COMPRESSION,
        /** It was opened as records without metadata and has metadata. */
        NOT_A_FRAGMENT
    }

    private final Reason reason;
    private final String what;
    private final long offset;
    private final long recordsBefore;
    private final String source;

    private DbnException(Reason reason, String what, long offset, long recordsBefore, String source, Throwable cause) {
        super(
                (source == null ? "" : source + ": ")
                        + what
                        + " (at byte "
                        + offset
                        + " of the uncompressed stream, after "
                        + recordsBefore
                        + (recordsBefore == 1 ? " whole record)" : " whole records)"),
                cause);
        this.reason = reason;
        this.what = what;
        this.offset = offset;
        this.recordsBefore = recordsBefore;
        this.source = source;
    }

    static DbnException of(Reason reason, String what, long offset, long recordsBefore) {
        return new DbnException(reason, what, offset, recordsBefore, null, null);
    }

    /** The same failure with the name of the file it was met in. */
    DbnException in(String sourceName) {
        return sourceName == null ? this : new DbnException(reason, what, offset, recordsBefore, sourceName, this);
    }

    /** The same failure, to be thrown once more. */
    DbnException again() {
        return new DbnException(reason, what, offset, recordsBefore, source, this);
    }

    /** What kind of failure this is. */
    public Reason reason() {
        return reason;
    }

    /** The failure in words, without the place. */
    public String what() {
        return what;
    }

    /** Where it was met, in bytes from the start of the uncompressed stream. */
    public long offset() {
        return offset;
    }

    /** How many whole, well-formed records came before it. */
    public long recordsBefore() {
        return recordsBefore;
    }
}
