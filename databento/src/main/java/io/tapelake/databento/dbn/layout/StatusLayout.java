package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of a trading status (schema {@code status}, rtype 0x12). */
public final class StatusLayout {
    /** Bytes of the record without a ts_out suffix. */
    public static final int BYTES = 40;

    /** {@code ts_recv}: u64, nanoseconds since the epoch, UTC; the index timestamp. */
    public static final int TS_RECV = 16;

    /** {@code action}: u16. */
    public static final int ACTION = 24;

    /** {@code reason}: u16. */
    public static final int REASON = 26;

    /** {@code trading_event}: u16. */
    public static final int TRADING_EVENT = 28;

    /** {@code is_trading}: char. */
    public static final int IS_TRADING = 30;

    /** {@code is_quoting}: char. */
    public static final int IS_QUOTING = 31;

    /** {@code is_short_sell_restricted}: char. */
    public static final int IS_SHORT_SELL_RESTRICTED = 32;

    private StatusLayout() {}

    /** The fields in the order in which the official JSON writes them, header left out. */
    static List<Field> fields() {
        return new FieldList()
                .timestamp("ts_recv", TS_RECV)
                .u16("action", ACTION)
                .u16("reason", REASON)
                .u16("trading_event", TRADING_EVENT)
                .character("is_trading", IS_TRADING)
                .character("is_quoting", IS_QUOTING)
                .character("is_short_sell_restricted", IS_SHORT_SELL_RESTRICTED)
                .build();
    }
}
