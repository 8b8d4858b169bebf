package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of one level of a consolidated book: bid and ask with their publishers, relative to the start of the level. */
public final class ConsolidatedLevelLayout {
    /** Bytes of one level. */
    public static final int BYTES = 32;

    /** {@code bid_px}: i64, price in 1e-9 units. */
    public static final int BID_PX = 0;

    /** {@code ask_px}: i64, price in 1e-9 units. */
    public static final int ASK_PX = 8;

    /** {@code bid_sz}: u32. */
    public static final int BID_SZ = 16;

    /** {@code ask_sz}: u32. */
    public static final int ASK_SZ = 20;

    /** {@code bid_pb}: u16. */
    public static final int BID_PB = 24;

    /** {@code ask_pb}: u16. */
    public static final int ASK_PB = 28;

    private ConsolidatedLevelLayout() {}

    static List<Field> fields() {
        return new FieldList()
                .price("bid_px", BID_PX)
                .price("ask_px", ASK_PX)
                .u32("bid_sz", BID_SZ)
                .u32("ask_sz", ASK_SZ)
                .u16("bid_pb", BID_PB)
                .u16("ask_pb", ASK_PB)
                .build();
    }
}
