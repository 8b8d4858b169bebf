package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of a gateway error of version 1 (rtype 0x15). */
public final class ErrorV1Layout {
    /** Bytes of the record without a ts_out suffix. */
    public static final int BYTES = 80;

    /** {@code err}: cstr[64]. */
    public static final int ERR = 16;

    /** Bytes of {@code err}, NUL padded. */
    public static final int ERR_WIDTH = 64;

    private ErrorV1Layout() {}

    /** The fields in the order in which the official JSON writes them, header left out. */
    static List<Field> fields() {
        return new FieldList().text("err", ERR, ERR_WIDTH).build();
    }
}
