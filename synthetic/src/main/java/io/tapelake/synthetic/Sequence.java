package io.tapelake.synthetic;

/**
 * Message sequence numbers. They rise with the time of the day, so that the same event has the same number in every
 * schema; a real feed counts messages instead.
 */
final class Sequence {
    /** About 16 microseconds per number: 17 hours fit 32 bits. */
    private static final int SHIFT = 14;

    private Sequence() {}

    static int at(long tsRecvNs, long dayStartNs) {
        return (int) ((tsRecvNs - dayStartNs) >>> SHIFT);
    }
}
