package io.tapelake.simulator.market;

/** Whether a symbol can be traded, as far as status records have said. */
public enum TradingStatus {
    /** Nobody has said yet. */
    UNKNOWN,
    /** Trading. */
    TRADING,
    /** Halted, paused or suspended. */
    HALTED,
    /** Not trading, but quotes are accepted, as before a halt ends. */
    QUOTING
}
