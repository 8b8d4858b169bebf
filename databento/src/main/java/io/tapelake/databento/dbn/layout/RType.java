package io.tapelake.databento.dbn.layout;

/**
 * The record types of DBN, as the unsigned byte at offset 1 of each record. The set is open: a value that is not named
 * here is passed through by its length.
 */
public final class RType {
    /** A trade (schema {@code trades}). */
    public static final int MBP_0 = 0x00;

    /** A top of book update (schemas {@code mbp-1} and {@code tbbo}: only the metadata tells them apart). */
    public static final int MBP_1 = 0x01;

    /** A ten level book update. */
    public static final int MBP_10 = 0x0A;

    /** A bar of unstated length, no longer written by the vendor. */
    public static final int OHLCV_DEPRECATED = 0x11;

    /** A trading status. */
    public static final int STATUS = 0x12;

    /** An instrument definition; its size depends on the version. */
    public static final int INSTRUMENT_DEF = 0x13;

    /** An auction imbalance. */
    public static final int IMBALANCE = 0x14;

    /** A gateway error; its size depends on the version. */
    public static final int ERROR = 0x15;

    /** A live symbol mapping; its size depends on the version. */
    public static final int SYMBOL_MAPPING = 0x16;

    /** A gateway system message; its size depends on the version. */
    public static final int SYSTEM = 0x17;

    /** A statistic; its size depends on the version. */
    public static final int STATISTICS = 0x18;

    /** A one second bar. */
    public static final int OHLCV_1S = 0x20;

    /** A one minute bar. */
    public static final int OHLCV_1M = 0x21;

    /** A one hour bar. */
    public static final int OHLCV_1H = 0x22;

    /** A bar of a UTC day. */
    public static final int OHLCV_1D = 0x23;

    /** A bar of a session. */
    public static final int OHLCV_EOD = 0x24;

    /** An order event. */
    public static final int MBO = 0xA0;

    /** A consolidated top of book update. */
    public static final int CMBP_1 = 0xB1;

    /** A consolidated best bid and offer sampled each second. */
    public static final int CBBO_1S = 0xC0;

    /** A consolidated best bid and offer sampled each minute. */
    public static final int CBBO_1M = 0xC1;

    /** A trade with the consolidated best bid and offer before it. */
    public static final int TCBBO = 0xC2;

    /** A best bid and offer sampled each second. */
    public static final int BBO_1S = 0xC3;

    /** A best bid and offer sampled each minute. */
    public static final int BBO_1M = 0xC4;

    private RType() {}
}
