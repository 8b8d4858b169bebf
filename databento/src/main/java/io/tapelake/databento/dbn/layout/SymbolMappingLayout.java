package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of a live symbol mapping of versions 2 and 3 (rtype 0x16). */
public final class SymbolMappingLayout {
    /** Bytes of the record without a ts_out suffix. */
    public static final int BYTES = 176;

    /** {@code stype_in}: u8. */
    public static final int STYPE_IN = 16;

    /** {@code stype_in_symbol}: cstr[71]. */
    public static final int STYPE_IN_SYMBOL = 17;

    /** Bytes of {@code stype_in_symbol}, NUL padded. */
    public static final int STYPE_IN_SYMBOL_WIDTH = 71;

    /** {@code stype_out}: u8. */
    public static final int STYPE_OUT = 88;

    /** {@code stype_out_symbol}: cstr[71]. */
    public static final int STYPE_OUT_SYMBOL = 89;

    /** Bytes of {@code stype_out_symbol}, NUL padded. */
    public static final int STYPE_OUT_SYMBOL_WIDTH = 71;

    /** {@code start_ts}: u64, nanoseconds since the epoch, UTC. */
    public static final int START_TS = 160;

    /** {@code end_ts}: u64, nanoseconds since the epoch, UTC. */
    public static final int END_TS = 168;

    private SymbolMappingLayout() {}

    /** The fields in the order in which the official JSON writes them, header left out. */
    static List<Field> fields() {
        return new FieldList()
                .u8("stype_in", STYPE_IN)
                .text("stype_in_symbol", STYPE_IN_SYMBOL, STYPE_IN_SYMBOL_WIDTH)
                .u8("stype_out", STYPE_OUT)
                .text("stype_out_symbol", STYPE_OUT_SYMBOL, STYPE_OUT_SYMBOL_WIDTH)
                .timestamp("start_ts", START_TS)
                .timestamp("end_ts", END_TS)
                .build();
    }
}
