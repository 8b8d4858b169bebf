package io.tapelake.model;

/**
 * The session bounds of one trading day. Each session includes its start and excludes its end; the closing cross,
 * stamped at or after {@code closeNs}, therefore counts as post-market.
 *
 * @param preOpenNs start of the pre-market session, nanoseconds UTC
 * @param openNs start of the regular session
 * @param closeNs end of the regular session
 * @param postCloseNs end of the post-market session
 * @param earlyClose whether the regular session ends earlier than usual
 */
public record DaySessions(long preOpenNs, long openNs, long closeNs, long postCloseNs, boolean earlyClose) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException unless the four bounds ascend
     */
    public DaySessions {
        if (!(preOpenNs <= openNs && openNs < closeNs && closeNs <= postCloseNs)) {
            throw new IllegalArgumentException("session bounds must ascend: preOpenNs=" + preOpenNs + " openNs="
                    + openNs + " closeNs=" + closeNs + " postCloseNs=" + postCloseNs);
        }
    }

    /** The session an instant lies in. */
    public Session sessionAt(long epochNs) {
        if (epochNs < preOpenNs || epochNs >= postCloseNs) {
            return Session.OUTSIDE;
        }
        if (epochNs < openNs) {
            return Session.PRE;
        }
        return epochNs < closeNs ? Session.REGULAR : Session.POST;
    }
}
