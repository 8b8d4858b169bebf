package io.tapelake.simulator.market;

/** What the best bid and ask over live books are to each other. */
public enum QuoteCondition {
    /** Ask above bid. */
    NORMAL,
    /** Ask equal to bid. */
    LOCKED,
    /** Ask below bid: venues disagree. */
    CROSSED,
    /** One side only. */
    ONE_SIDED,
    /** Neither side. */
    EMPTY
}
