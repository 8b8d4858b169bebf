package io.tapelake.model;

/** A part of the trading day. */
public enum Session {
    /** Before the regular session: 04:00 to 09:30 New York time. */
    PRE,
    /** From 09:30 to the close. */
    REGULAR,
    /** From the close for four hours: until 20:00, or 17:00 after an early close. */
    POST,
    /** Neither; records here are kept but belong to no session. */
    OUTSIDE
}
