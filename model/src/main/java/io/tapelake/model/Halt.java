package io.tapelake.model;

/**
 * A span without trading inside the day.
 *
 * @param startNs when trading stopped, nanoseconds UTC: the status record, or the last trade before the gap
 * @param endNs when trading resumed: the status record, or the first trade after the gap; {@link #NOT_RESUMED} when it
 *     did not
 * @param evidence where the knowledge comes from
 * @param reason DBN status reason; {@link #UNKNOWN_REASON} when inferred
 */
public record Halt(long startNs, long endNs, Evidence evidence, int reason) {
    /** {@code endNs} of a halt that lasted to the end of the data. */
    public static final long NOT_RESUMED = Long.MAX_VALUE;

    /** {@code reason} of an inferred halt. */
    public static final int UNKNOWN_REASON = -1;

    /** Whether a halt was announced or is a guess. */
    public enum Evidence {
        /** Announced by a status record. */
        STATUS,
        /** Inferred from a gap between trades of an active symbol. */
        TRADE_GAP
    }

    /** Whether trading resumed. */
    public boolean resumed() {
        return endNs != NOT_RESUMED;
    }
}
