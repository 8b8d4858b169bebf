package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of a live symbol mapping of version 1 (rtype 0x16). */
public final class SymbolMappingV1Layout {
    /** Bytes of the record without a ts_out suffix. */
    public static final int BYTES = 80;

    /** {@code stype_in_symbol}: cstr[22]. */
    public static final int STYPE_IN_SYMBOL = 16;

    /** Bytes of {@code stype_in_symbol}, NUL padded. */
    public static final int STYPE_IN_SYMBOL_WIDTH = 22;

    /** {@code stype_out_symbol}: cstr[22]. */
    public static final int STYPE_OUT_SYMBOL = 38;

    /** Bytes of {@code stype_out_symbol}, NUL padded. */
    public static final int STYPE_OUT_SYMBOL_WIDTH = 22;

    /** {@code start_ts}: u64, nanoseconds since the epoch, UTC. */
    public static final int START_TS = 64;

    /** {@code end_ts}: u64, nanoseconds since the epoch, UTC. */
    public static final int END_TS = 72;

    private SymbolMappingV1Layout() {}

    /** The fields in the order in which the official JSON writes them, header left out. */
    static List<Field> fields() {
        return new FieldList()
                .text("stype_in_symbol", STYPE_IN_SYMBOL, STYPE_IN_SYMBOL_WIDTH)
                .text("stype_out_symbol", STYPE_OUT_SYMBOL, STYPE_OUT_SYMBOL_WIDTH)
                .timestamp("start_ts", START_TS)
                .timestamp("end_ts", END_TS)
                .build();
    }
}
