package io.tapelake.synthetic.market;

/**
 * What random numbers are drawn for. Streams are independent of each other: drawing more of one leaves the others alone.
 * A tag is part of every file ever generated from a seed, so it never changes.
 */
public enum RandomStream {
    /** Traits of a symbol that hold for its whole life. */
    PROFILE(1),
    /** The common movement of all symbols on a date. */
    MARKET(2),
    /** Day-to-day state of a symbol. */
    HISTORY(3),
    /** Planted events of a symbol-day. */
    EVENTS(4),
    /** Second-by-second price, volatility and activity of a symbol-day. */
    PATH(5),
    /** Trades of a symbol-day. */
    TRADES(6),
    /** Quotes of a symbol-day. */
    QUOTES(7),
    /** Instrument ids of a UTC date. */
    INSTRUMENT_IDS(8),
    /** Bars of a flood. */
    FLOOD(9);

    private final int tag;

    RandomStream(int tag) {
        this.tag = tag;
    }

    int tag() {
        return tag;
    }
}
