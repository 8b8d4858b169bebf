package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of a gateway error of versions 2 and 3 (rtype 0x15). */
public final class ErrorLayout {
    /** Bytes of the record without a ts_out suffix. */
    public static final int BYTES = 320;

    /** {@code err}: cstr[302]. */
    public static final int ERR = 16;

    /** Bytes of {@code err}, NUL padded. */
    public static final int ERR_WIDTH = 302;

    /** {@code code}: u8. */
    public static final int CODE = 318;

    /** {@code is_last}: u8. */
    public static final int IS_LAST = 319;

    private ErrorLayout() {}

    /** The fields in the order in which the official JSON writes them, header left out. */
    static List<Field> fields() {
        return new FieldList()
                .text("err", ERR, ERR_WIDTH)
                .u8("code", CODE)
                .u8("is_last", IS_LAST)
                .build();
    }
}
