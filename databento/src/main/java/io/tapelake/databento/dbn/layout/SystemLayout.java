package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of a gateway system message of versions 2 and 3 (rtype 0x17). */
public final class SystemLayout {
    /** Bytes of the record without a ts_out suffix. */
    public static final int BYTES = 320;

    /** {@code msg}: cstr[303]. */
    public static final int MSG = 16;

    /** Bytes of {@code msg}, NUL padded. */
    public static final int MSG_WIDTH = 303;

    /** {@code code}: u8. */
    public static final int CODE = 319;

    private SystemLayout() {}

    /** The fields in the order in which the official JSON writes them, header left out. */
    static List<Field> fields() {
        return new FieldList().text("msg", MSG, MSG_WIDTH).u8("code", CODE).build();
    }
}
