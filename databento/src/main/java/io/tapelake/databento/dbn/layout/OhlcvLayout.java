package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of a bar (schemas {@code ohlcv-*}; rtypes 0x20..0x24 and the deprecated 0x11); tsEvent is the inclusive START of the bar. */
public final class OhlcvLayout {
    /** Bytes of the record without a ts_out suffix. */
    public static final int BYTES = 56;

    /** {@code open}: i64, price in 1e-9 units. */
    public static final int OPEN = 16;

    /** {@code high}: i64, price in 1e-9 units. */
    public static final int HIGH = 24;

    /** {@code low}: i64, price in 1e-9 units. */
    public static final int LOW = 32;

    /** {@code close}: i64, price in 1e-9 units. */
    public static final int CLOSE = 40;

    /** {@code volume}: u64. */
    public static final int VOLUME = 48;

    private OhlcvLayout() {}

    /** The fields in the order in which the official JSON writes them, header left out. */
    static List<Field> fields() {
        return new FieldList()
                .price("open", OPEN)
                .price("high", HIGH)
                .price("low", LOW)
                .price("close", CLOSE)
                .u64("volume", VOLUME)
                .build();
    }
}
