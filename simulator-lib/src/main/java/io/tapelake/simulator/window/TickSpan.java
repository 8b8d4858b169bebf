package io.tapelake.simulator.window;

import io.tapelake.model.DaySessions;

/** Where a window of ticks begins. */
final class TickSpan {
    private TickSpan() {}

    /** The instant after which rows are in the window: a time back from now, but not across the close or the reach. */
    static long afterNs(DaySessions sessions, long nowNs, long spanNs, Reach reach) {
        long earliest;
        if (nowNs >= sessions.closeNs()) {
            earliest = sessions.closeNs();
        } else if (nowNs >= sessions.openNs() && reach == Reach.SESSION) {
            earliest = sessions.openNs();
        } else {
            earliest = sessions.preOpenNs();
        }
        return Math.max(nowNs - spanNs, earliest - 1);
    }
}
