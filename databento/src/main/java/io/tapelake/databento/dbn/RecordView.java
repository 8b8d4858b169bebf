package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.LittleEndian;
import io.tapelake.databento.dbn.layout.RecordLayout;
import java.util.Arrays;

/**
 * A window on the bytes of one record, without a copy. The object is reused: what it shows is good until the reader
 * moves on. Offsets are those of the classes in {@link io.tapelake.databento.dbn.layout}, and must lie within
 * {@link #sizeBytes()}: beyond it is whatever comes next in the buffer. Not thread-safe.
 */
public final class RecordView {
    private byte[] array = new byte[HeaderLayout.BYTES];
    private int offset;
    private int bytes;
    private int version;
    private boolean tsOut;

    RecordView() {}

    /**
     * A view of a record that lies in an array.
     *
     * @param array holds the record; not copied
     * @param offset where the record begins
     * @param version the DBN version it is laid out in
     * @param tsOut whether it ends with a ts_out suffix
     * @throws DbnException if the bytes are not a whole record
     */
    public static RecordView of(byte[] array, int offset, int version, boolean tsOut) {
        RecordView view = new RecordView();
        view.form(version, tsOut);
        int bytes = array.length - offset < 1 ? 0 : (array[offset] & 0xFF) * HeaderLayout.WORD;
        RecordSizes sizes = RecordSizes.of(version, tsOut);
        if (bytes > array.length - offset || bytes < HeaderLayout.BYTES || bytes < sizes.least(array[offset + 1])) {
            throw DbnException.of(
                    DbnException.Reason.BAD_RECORD,
                    "the bytes are not a whole record: it claims " + bytes + " bytes of " + (array.length - offset),
                    offset,
                    0);
        }
        view.show(array, offset, bytes);
        return view;
    }

    void form(int newVersion, boolean newTsOut) {
        this.version = newVersion;
        this.tsOut = newTsOut;
    }

    /** Shows a record of the same size elsewhere in the same array. */
    void moveTo(int newOffset) {
        this.offset = newOffset;
    }

    void show(byte[] newArray, int newOffset, int newBytes) {
        if (array != newArray) {
            // Storing a reference costs more than comparing one, and the array hardly ever changes.
            array = newArray;
        }
        this.offset = newOffset;
        this.bytes = newBytes;
    }

    /** The record type, see {@link io.tapelake.databento.dbn.layout.RType}. */
    public int rtype() {
        return array[offset + HeaderLayout.RTYPE] & 0xFF;
    }

    /** Dataset and venue, as the vendor numbers them. */
    public int publisherId() {
        return u16(HeaderLayout.PUBLISHER_ID);
    }

    /** The instrument; an unsigned number of 32 bits in an int. Unique within one UTC day of one dataset only. */
    public int instrumentId() {
        return i32(HeaderLayout.INSTRUMENT_ID);
    }

    /** When it happened: nanoseconds since the epoch, UTC, or {@link Undefined#TIMESTAMP}. The START of a bar. */
    public long tsEvent() {
        return i64(HeaderLayout.TS_EVENT);
    }

    /**
     * The timestamp that files are ordered by and whose UTC day decides the symbol: when it was received where the
     * record has that, else {@link #tsEvent()}.
     */
    public long indexTs() {
        return i64(RecordLayout.indexTsOffset(rtype()));
    }

    /** Whether the record ends with the gateway's sending time. */
    public boolean hasTsOut() {
        return tsOut;
    }

    /** The gateway's sending time, or {@link Undefined#TIMESTAMP} when the stream has none. */
    public long tsOut() {
        return tsOut ? i64(bytes - HeaderLayout.TS_OUT_BYTES) : Undefined.TIMESTAMP;
    }

    /** The DBN version the record is laid out in, after an upgrade if there was one. */
    public int version() {
        return version;
    }

    /** The size of the whole record, a ts_out suffix included. */
    public int sizeBytes() {
        return bytes;
    }

    /** The array that holds the record. Not to be written to. */
    public byte[] array() {
        return array;
    }

    /** Where the record begins in {@link #array()}. */
    public int arrayOffset() {
        return offset;
    }

    /** 64 bits; an unsigned value keeps its bits. */
    public long i64(int fieldOffset) {
        return LittleEndian.i64(array, offset + fieldOffset);
    }

    /** Signed 32 bits. */
    public int i32(int fieldOffset) {
        return LittleEndian.i32(array, offset + fieldOffset);
    }

    /** Unsigned 32 bits. */
    public long u32(int fieldOffset) {
        return LittleEndian.u32(array, offset + fieldOffset);
    }

    /** Signed 16 bits. */
    public short i16(int fieldOffset) {
        return LittleEndian.i16(array, offset + fieldOffset);
    }

    /** Unsigned 16 bits. */
    public int u16(int fieldOffset) {
        return LittleEndian.u16(array, offset + fieldOffset);
    }

    /** A signed byte. */
    public byte i8(int fieldOffset) {
        return array[offset + fieldOffset];
    }

    /** An unsigned byte; also the way to read a field that holds a character. */
    public int u8(int fieldOffset) {
        return array[offset + fieldOffset] & 0xFF;
    }

    /** The text of a NUL padded field of {@code width} bytes. */
    public String text(int fieldOffset, int width) {
        return LittleEndian.text(array, offset + fieldOffset, width);
    }

    /** The record as version 3 has it: this view if that is its version, else another one, valid as long as this one is. */
    public RecordView upgraded() {
        if (version == RecordLayout.MAX_VERSION) {
            return this;
        }
        RecordView newest = new RecordView();
        newest.form(RecordLayout.MAX_VERSION, tsOut);
        new Upgrade(version, tsOut).show(newest, array, offset, bytes);
        return newest;
    }

    /** A copy of the record's bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, offset, offset + bytes);
    }

    @Override
    public String toString() {
        return "RecordView[rtype=0x" + Integer.toHexString(rtype()) + ", publisherId=" + publisherId()
                + ", instrumentId=" + Integer.toUnsignedString(instrumentId()) + ", tsEvent="
                + Long.toUnsignedString(tsEvent()) + ", sizeBytes=" + bytes + ", version=" + version + "]";
    }
}
