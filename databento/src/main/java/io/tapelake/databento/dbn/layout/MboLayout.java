package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of an order event (schema {@code mbo}, rtype 0xA0). */
public final class MboLayout {
    /** Bytes of the record without a ts_out suffix. */
    public static final int BYTES = 56;

    /** {@code order_id}: u64. */
    public static final int ORDER_ID = 16;

    /** {@code price}: i64, price in 1e-9 units. */
    public static final int PRICE = 24;

    /** {@code size}: u32. */
    public static final int SIZE = 32;

    /** {@code flags}: u8 bit set. */
    public static final int FLAGS = 36;

    /** {@code channel_id}: u8. */
    public static final int CHANNEL_ID = 37;

    /** {@code action}: char. */
    public static final int ACTION = 38;

    /** {@code side}: char. */
    public static final int SIDE = 39;

    /** {@code ts_recv}: u64, nanoseconds since the epoch, UTC; the index timestamp. */
    public static final int TS_RECV = 40;

    /** {@code ts_in_delta}: i32. */
    public static final int TS_IN_DELTA = 48;

    /** {@code sequence}: u32. */
    public static final int SEQUENCE = 52;

    private MboLayout() {}

    /** The fields in the order in which the official JSON writes them, header left out. */
    static List<Field> fields() {
        return new FieldList()
                .timestamp("ts_recv", TS_RECV)
                .character("action", ACTION)
                .character("side", SIDE)
                .price("price", PRICE)
                .u32("size", SIZE)
                .u8("channel_id", CHANNEL_ID)
                .u64("order_id", ORDER_ID)
                .u8("flags", FLAGS)
                .i32("ts_in_delta", TS_IN_DELTA)
                .u32("sequence", SEQUENCE)
                .build();
    }
}
