package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of a sampled consolidated best bid and offer (schemas {@code cbbo-1s}, {@code cbbo-1m}; rtypes 0xC0, 0xC1). */
public final class CbboLayout {
    /** Bytes of the record without a ts_out suffix. */
    public static final int BYTES = 80;

    /** {@code price}: i64, price in 1e-9 units. */
    public static final int PRICE = 16;

    /** {@code size}: u32. */
    public static final int SIZE = 24;

    /** {@code side}: char. */
    public static final int SIDE = 29;

    /** {@code flags}: u8 bit set. */
    public static final int FLAGS = 30;

    /** {@code ts_recv}: u64, nanoseconds since the epoch, UTC; the index timestamp. */
    public static final int TS_RECV = 32;

    /** Offset of the first level; the next follows after {@code ConsolidatedLevelLayout.BYTES} bytes. */
    public static final int LEVELS = 48;

    private CbboLayout() {}

    /** The fields in the order in which the official JSON writes them, header left out. */
    static List<Field> fields() {
        return new FieldList()
                .timestamp("ts_recv", TS_RECV)
                .character("side", SIDE)
                .price("price", PRICE)
                .u32("size", SIZE)
                .u8("flags", FLAGS)
                .build();
    }
}
