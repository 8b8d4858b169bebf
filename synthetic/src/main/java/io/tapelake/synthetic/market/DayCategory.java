package io.tapelake.synthetic.market;

/** What a whole symbol-day may rightly be called. */
public enum DayCategory {
    /** A large move up that was taken away again. */
    RISK,
    /** A large move up that stayed, on many times the usual volume. */
    PRIME,
    /** A good move up that stayed. */
    SECONDARY,
    /** A move with as much against it as for it. */
    MIXED,
    /** No momentum day at all. */
    NONE
}
