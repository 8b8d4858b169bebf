package io.tapelake.scanner.reset;

/** What kind of moment a minute is, from what was known at its end. */
public enum Phase {
    /** Nothing moves yet, though trading goes on. */
    ACCUMULATION,
    /** A channel was left on volume within the last five minutes. */
    BREAKOUT,
    /** A move is under way. */
    MOMENTUM,
    /** Near the extreme of the day the move has stalled while volume goes on. */
    DISTRIBUTION,
    /** A fast fall within the last five minutes. */
    FLUSH,
    /** A flush is being recovered. */
    BOUNCE,
    /** A narrow, flat stretch after a leg. */
    CONSOLIDATION,
    /** Hardly anything trades. */
    DEAD_ZONE
}
