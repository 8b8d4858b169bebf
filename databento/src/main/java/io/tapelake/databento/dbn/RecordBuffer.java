package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.LittleEndian;
import io.tapelake.databento.dbn.layout.RecordLayout;
import java.util.Arrays;

/**
 * One record to be filled in and written, again and again. Fields that are not set are zero. Offsets are those of the
 * classes in {@link io.tapelake.databento.dbn.layout}. Not thread-safe.
 */
public final class RecordBuffer {
    private final byte[] bytes;
    private final int rtype;

    private RecordBuffer(int rtype, int size) {
        this.rtype = rtype;
        this.bytes = new byte[size];
        clear();
    }

    /**
     * A buffer for records of one type, without a ts_out suffix.
     *
     * @throws IllegalArgumentException if the type or the version is not known
     */
    public static RecordBuffer of(int rtype, int version) {
        return of(rtype, version, false);
    }

    /**
     * A buffer for records of one type.
     *
     * @param tsOut whether there is a ts_out suffix
     * @throws IllegalArgumentException if the type or the version is not known
     */
    public static RecordBuffer of(int rtype, int version, boolean tsOut) {
        RecordLayout layout = RecordLayout.of(rtype, version)
                .orElseThrow(() -> new IllegalArgumentException(
                        "rtype 0x" + Integer.toHexString(rtype) + " is unknown in DBN version " + version));
        return new RecordBuffer(rtype, layout.bytes() + (tsOut ? HeaderLayout.TS_OUT_BYTES : 0));
    }

    /** Sets everything but the length and the record type to zero. */
    public RecordBuffer clear() {
        Arrays.fill(bytes, (byte) 0);
        bytes[HeaderLayout.LENGTH] = (byte) (bytes.length / HeaderLayout.WORD);
        bytes[HeaderLayout.RTYPE] = (byte) rtype;
        return this;
    }

    /**
     * Sets the header.
     *
     * @param instrumentId an unsigned number of 32 bits in an int
     * @param tsEventNs nanoseconds since the epoch, UTC
     */
    public RecordBuffer header(int publisherId, int instrumentId, long tsEventNs) {
        LittleEndian.putI16(bytes, HeaderLayout.PUBLISHER_ID, publisherId);
        LittleEndian.putI32(bytes, HeaderLayout.INSTRUMENT_ID, instrumentId);
        LittleEndian.putI64(bytes, HeaderLayout.TS_EVENT, tsEventNs);
        return this;
    }

    /** Sets 64 bits. */
    public RecordBuffer i64(int fieldOffset, long value) {
        LittleEndian.putI64(bytes, fieldOffset, value);
        return this;
    }

    /** Sets 32 bits. */
    public RecordBuffer i32(int fieldOffset, int value) {
        LittleEndian.putI32(bytes, fieldOffset, value);
        return this;
    }

    /** Sets 16 bits, the low ones of {@code value}. */
    public RecordBuffer i16(int fieldOffset, int value) {
        LittleEndian.putI16(bytes, fieldOffset, value);
        return this;
    }

    /** Sets one byte, the low one of {@code value}; also the way to write a field that holds a character. */
    public RecordBuffer u8(int fieldOffset, int value) {
        bytes[fieldOffset] = (byte) value;
        return this;
    }

    /**
     * Sets a NUL padded text.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    public RecordBuffer text(int fieldOffset, int width, String value) {
        LittleEndian.putText(bytes, fieldOffset, width, value);
        return this;
    }

    /** Sets the ts_out suffix of a buffer that has one. */
    public RecordBuffer tsOut(long ns) {
        LittleEndian.putI64(bytes, bytes.length - HeaderLayout.TS_OUT_BYTES, ns);
        return this;
    }

    /** The record itself, not a copy. */
    byte[] bytes() {
        return bytes;
    }

    /** A copy of the record. */
    public byte[] toByteArray() {
        return bytes.clone();
    }
}
