package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of one level of a book: best bid and ask with order counts, relative to the start of the level. */
public final class LevelLayout {
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

    /** {@code bid_ct}: u32. */
    public static final int BID_CT = 24;

    /** {@code ask_ct}: u32. */
    public static final int ASK_CT = 28;

    private LevelLayout() {}

    static List<Field> fields() {
        return new FieldList()
                .price("bid_px", BID_PX)
                .price("ask_px", ASK_PX)
                .u32("bid_sz", BID_SZ)
                .u32("ask_sz", ASK_SZ)
                .u32("bid_ct", BID_CT)
                .u32("ask_ct", ASK_CT)
                .build();
    }
}
