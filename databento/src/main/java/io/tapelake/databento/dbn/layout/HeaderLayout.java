package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of the header that starts every record. */
public final class HeaderLayout {
    /** Bytes of the header. */
    public static final int BYTES = 16;

    /** u8: the size of the whole record in words of four bytes, a ts_out suffix included. */
    public static final int LENGTH = 0;

    /** {@code rtype}: u8, see {@link RType}. */
    public static final int RTYPE = 1;

    /** {@code publisher_id}: u16, dataset and venue. */
    public static final int PUBLISHER_ID = 2;

    /** {@code instrument_id}: u32, unique within one UTC day of one dataset only. */
    public static final int INSTRUMENT_ID = 4;

    /** {@code ts_event}: u64, nanoseconds since the epoch, UTC. */
    public static final int TS_EVENT = 8;

    /** The unit of the length byte, in bytes. */
    public static final int WORD = 4;

    /** The largest record the length byte can state. */
    public static final int MAX_RECORD_BYTES = 255 * WORD;

    /** Bytes of the ts_out suffix of a stream whose metadata says so. */
    public static final int TS_OUT_BYTES = 8;

    private HeaderLayout() {}

    /** The header's fields in the order in which the official JSON writes them. */
    static List<Field> fields() {
        return new FieldList()
                .timestamp("ts_event", TS_EVENT)
                .u8("rtype", RTYPE)
                .u16("publisher_id", PUBLISHER_ID)
                .u32("instrument_id", INSTRUMENT_ID)
                .build();
    }
}
