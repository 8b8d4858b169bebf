package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of a statistic of version 3 (schema {@code statistics}, rtype 0x18). */
public final class StatisticsLayout {
    /** Bytes of the record without a ts_out suffix. */
    public static final int BYTES = 80;

    /** {@code ts_recv}: u64, nanoseconds since the epoch, UTC; the index timestamp. */
    public static final int TS_RECV = 16;

    /** {@code ts_ref}: u64, nanoseconds since the epoch, UTC. */
    public static final int TS_REF = 24;

    /** {@code price}: i64, price in 1e-9 units. */
    public static final int PRICE = 32;

    /** {@code quantity}: i64. */
    public static final int QUANTITY = 40;

    /** {@code sequence}: u32. */
    public static final int SEQUENCE = 48;

    /** {@code ts_in_delta}: i32. */
    public static final int TS_IN_DELTA = 52;

    /** {@code stat_type}: u16. */
    public static final int STAT_TYPE = 56;

    /** {@code channel_id}: u16. */
    public static final int CHANNEL_ID = 58;

    /** {@code update_action}: u8. */
    public static final int UPDATE_ACTION = 60;

    /** {@code stat_flags}: u8. */
    public static final int STAT_FLAGS = 61;

    private StatisticsLayout() {}

    /** The fields in the order in which the official JSON writes them, header left out. */
    static List<Field> fields() {
        return new FieldList()
                .timestamp("ts_recv", TS_RECV)
                .timestamp("ts_ref", TS_REF)
                .price("price", PRICE)
                .i64("quantity", QUANTITY)
                .u32("sequence", SEQUENCE)
                .i32("ts_in_delta", TS_IN_DELTA)
                .u16("stat_type", STAT_TYPE)
                .u16("channel_id", CHANNEL_ID)
                .u8("update_action", UPDATE_ACTION)
                .u8("stat_flags", STAT_FLAGS)
                .build();
    }
}
