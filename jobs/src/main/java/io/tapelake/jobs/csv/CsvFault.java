package io.tapelake.jobs.csv;

/** Says why a line, or the header of a file, is not taken; with a code for counting. */
public final class CsvFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    CsvFault(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The reason, such as {@code bad-timestamp}. */
    public String code() {
        return code;
    }
}
