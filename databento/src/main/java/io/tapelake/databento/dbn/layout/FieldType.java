package io.tapelake.databento.dbn.layout;

/** How the bytes of a field are to be read; all numbers are little-endian. */
public enum FieldType {
    /** Unsigned 8 bits. */
    U8(1),
    /** Signed 8 bits. */
    I8(1),
    /** Unsigned 16 bits. */
    U16(2),
    /** Signed 16 bits. */
    I16(2),
    /** Unsigned 32 bits. */
    U32(4),
    /** Signed 32 bits. */
    I32(4),
    /** Unsigned 64 bits; a Java long keeps its bits. */
    U64(8),
    /** Signed 64 bits. */
    I64(8),
    /** Signed 64 bits in units of 1e-9; {@link Long#MAX_VALUE} is undefined. */
    PRICE(8),
    /** Unsigned 64 bits of nanoseconds since the epoch, UTC; all ones (-1 in a Java long) is undefined. */
    TIMESTAMP(8),
    /** One byte that holds a character; 0 is unset. */
    CHAR(1),
    /** NUL padded text of a fixed width. */
    TEXT(0);

    private final int bytes;

    FieldType(int bytes) {
        this.bytes = bytes;
    }

    /** The width in bytes, or 0 for {@link #TEXT}, whose width is the field's. */
    public int bytes() {
        return bytes;
    }
}
