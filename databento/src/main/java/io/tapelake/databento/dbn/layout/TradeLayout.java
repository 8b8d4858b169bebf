package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of a trade (schema {@code trades}, rtype 0x00). */
public final class TradeLayout {
    /** Bytes of the record without a ts_out suffix. */
    public static final int BYTES = 48;

    /** {@code price}: i64, price in 1e-9 units. */
    public static final int PRICE = 16;

    /** {@code size}: u32. */
    public static final int SIZE = 24;

    /** {@code action}: char. */
    public static final int ACTION = 28;

    /** {@code side}: char. */
    public static final int SIDE = 29;

    /** {@code flags}: u8 bit set. */
    public static final int FLAGS = 30;

    /** {@code depth}: u8. */
    public static final int DEPTH = 31;

    /** {@code ts_recv}: u64, nanoseconds since the epoch, UTC; the index timestamp. */
    public static final int TS_RECV = 32;

    /** {@code ts_in_delta}: i32. */
    public static final int TS_IN_DELTA = 40;

    /** {@code sequence}: u32. */
    public static final int SEQUENCE = 44;

    private TradeLayout() {}

    /** The fields in the order in which the official JSON writes them, header left out. */
    static List<Field> fields() {
        return new FieldList()
                .timestamp("ts_recv", TS_RECV)
                .character("action", ACTION)
                .character("side", SIDE)
                .u8("depth", DEPTH)
                .price("price", PRICE)
                .u32("size", SIZE)
                .u8("flags", FLAGS)
                .i32("ts_in_delta", TS_IN_DELTA)
                .u32("sequence", SEQUENCE)
                .build();
    }
}
