package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of an auction imbalance (schema {@code imbalance}, rtype 0x14). */
public final class ImbalanceLayout {
    /** Bytes of the record without a ts_out suffix. */
    public static final int BYTES = 112;

    /** {@code ts_recv}: u64, nanoseconds since the epoch, UTC; the index timestamp. */
    public static final int TS_RECV = 16;

    /** {@code ref_price}: i64, price in 1e-9 units. */
    public static final int REF_PRICE = 24;

    /** {@code auction_time}: u64, nanoseconds since the epoch, UTC. */
    public static final int AUCTION_TIME = 32;

    /** {@code cont_book_clr_price}: i64, price in 1e-9 units. */
    public static final int CONT_BOOK_CLR_PRICE = 40;

    /** {@code auct_interest_clr_price}: i64, price in 1e-9 units. */
    public static final int AUCT_INTEREST_CLR_PRICE = 48;

    /** {@code ssr_filling_price}: i64, price in 1e-9 units. */
    public static final int SSR_FILLING_PRICE = 56;

    /** {@code ind_match_price}: i64, price in 1e-9 units. */
    public static final int IND_MATCH_PRICE = 64;

    /** {@code upper_collar}: i64, price in 1e-9 units. */
    public static final int UPPER_COLLAR = 72;

    /** {@code lower_collar}: i64, price in 1e-9 units. */
    public static final int LOWER_COLLAR = 80;

    /** {@code paired_qty}: u32. */
    public static final int PAIRED_QTY = 88;

    /** {@code total_imbalance_qty}: u32. */
    public static final int TOTAL_IMBALANCE_QTY = 92;

    /** {@code market_imbalance_qty}: u32. */
    public static final int MARKET_IMBALANCE_QTY = 96;

    /** {@code unpaired_qty}: u32. */
    public static final int UNPAIRED_QTY = 100;

    /** {@code auction_type}: char. */
    public static final int AUCTION_TYPE = 104;

    /** {@code side}: char. */
    public static final int SIDE = 105;

    /** {@code auction_status}: u8. */
    public static final int AUCTION_STATUS = 106;

    /** {@code freeze_status}: u8. */
    public static final int FREEZE_STATUS = 107;

    /** {@code num_extensions}: u8. */
    public static final int NUM_EXTENSIONS = 108;

    /** {@code unpaired_side}: char. */
    public static final int UNPAIRED_SIDE = 109;

    /** {@code significant_imbalance}: char. */
    public static final int SIGNIFICANT_IMBALANCE = 110;

    private ImbalanceLayout() {}

    /** The fields in the order in which the official JSON writes them, header left out. */
    static List<Field> fields() {
        return new FieldList()
                .timestamp("ts_recv", TS_RECV)
                .price("ref_price", REF_PRICE)
                .timestamp("auction_time", AUCTION_TIME)
                .price("cont_book_clr_price", CONT_BOOK_CLR_PRICE)
                .price("auct_interest_clr_price", AUCT_INTEREST_CLR_PRICE)
                .price("ssr_filling_price", SSR_FILLING_PRICE)
                .price("ind_match_price", IND_MATCH_PRICE)
                .price("upper_collar", UPPER_COLLAR)
                .price("lower_collar", LOWER_COLLAR)
                .u32("paired_qty", PAIRED_QTY)
                .u32("total_imbalance_qty", TOTAL_IMBALANCE_QTY)
                .u32("market_imbalance_qty", MARKET_IMBALANCE_QTY)
                .u32("unpaired_qty", UNPAIRED_QTY)
                .character("auction_type", AUCTION_TYPE)
                .character("side", SIDE)
                .u8("auction_status", AUCTION_STATUS)
                .u8("freeze_status", FREEZE_STATUS)
                .u8("num_extensions", NUM_EXTENSIONS)
                .character("unpaired_side", UNPAIRED_SIDE)
                .character("significant_imbalance", SIGNIFICANT_IMBALANCE)
                .build();
    }
}
