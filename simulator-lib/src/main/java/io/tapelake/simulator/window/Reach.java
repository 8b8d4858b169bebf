package io.tapelake.simulator.window;

/** How far back a window may reach. None reaches from the post-market session over the close. */
public enum Reach {
    /** To the start of the session. */
    SESSION,
    /** To the start of the pre-market session, or to the close when that is over. */
    DAY,
    /** As {@link #DAY}, and before the pre-market to the regular session of the previous days. For bars. */
    PRIOR_DAYS
}
