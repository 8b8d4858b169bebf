package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of a gateway system message of version 1 (rtype 0x17). */
public final class SystemV1Layout {
    /** Bytes of the record without a ts_out suffix. */
    public static final int BYTES = 80;

    /** {@code msg}: cstr[64]. */
    public static final int MSG = 16;

    /** Bytes of {@code msg}, NUL padded. */
    public static final int MSG_WIDTH = 64;

    private SystemV1Layout() {}

    /** The fields in the order in which the official JSON writes them, header left out. */
    static List<Field> fields() {
        return new FieldList().text("msg", MSG, MSG_WIDTH).build();
    }
}
