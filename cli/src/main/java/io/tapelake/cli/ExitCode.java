package io.tapelake.cli;

/** What the {@code tapelake} command returns to the shell. The same numbers hold for every command and job. */
public final class ExitCode {
    /** All good. */
    public static final int OK = 0;
    /** The work failed; one line on standard error says why. */
    public static final int FAILED = 1;
    /** The command line or the configuration is wrong; nothing was done. */
    public static final int USAGE = 2;
    /**
     * The work finished, and some records or files are in quarantine, or symbol-days could not be scanned, or lines of
     * reference data not taken.
     */
    public static final int QUARANTINED = 3;
    /** Input that was expected is missing. */
    public static final int MISSING_INPUT = 4;

    private ExitCode() {}
}
