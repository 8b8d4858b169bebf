package io.tapelake.synthetic;

import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.LittleEndian;
import java.util.Arrays;

/** Records of one schema back to back, in order of their index timestamp. Grows while it is filled. */
final class RecordRun {
    private final SchemaForm form;
    private final DayIds ids;
    private byte[] bytes;
    private int size;

    RecordRun(SchemaForm form, DayIds ids, int expectedRecords) {
        this.form = form;
        this.ids = ids;
        this.bytes = new byte[expectedRecords * form.bytes()];
    }

    /** Begins a record, zero but for its header; returns its offset in {@link #bytes()}. */
    int append(int publisher, long tsEventNs, long indexNs) {
        int at = size;
        size += form.bytes();
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size * 2, 1_024));
        }
        bytes[at + HeaderLayout.LENGTH] = (byte) (form.bytes() / HeaderLayout.WORD);
        bytes[at + HeaderLayout.RTYPE] = (byte) form.rtype();
        LittleEndian.putI16(bytes, at + HeaderLayout.PUBLISHER_ID, publisher);
        LittleEndian.putI32(bytes, at + HeaderLayout.INSTRUMENT_ID, ids.at(indexNs));
        LittleEndian.putI64(bytes, at + HeaderLayout.TS_EVENT, tsEventNs);
        LittleEndian.putI64(bytes, at + form.indexOffset(), indexNs);
        return at;
    }

    void i64(int at, long value) {
        LittleEndian.putI64(bytes, at, value);
    }

    void i32(int at, int value) {
        LittleEndian.putI32(bytes, at, value);
    }

    void i16(int at, int value) {
        LittleEndian.putI16(bytes, at, value);
    }

    void i8(int at, int value) {
        bytes[at] = (byte) value;
    }

    void text(int at, int width, String value) {
        LittleEndian.putText(bytes, at, width, value);
    }

    /** The records from an offset on, in memory of their own. */
    RecordRun copyFrom(int from) {
        RecordRun copy = new RecordRun(form, ids, 0);
        copy.bytes = Arrays.copyOfRange(bytes, from, size);
        copy.size = size - from;
        return copy;
    }

    /** Gives back memory that growing left over. */
    void trim() {
        if (bytes.length > size + size / 8) {
            bytes = Arrays.copyOf(bytes, size);
        }
    }

    SchemaForm form() {
        return form;
    }

    /** The records; valid up to {@link #size()}. */
    byte[] bytes() {
        return bytes;
    }

    /** Bytes filled. */
    int size() {
        return size;
    }

    /** Offset of the first record whose index timestamp is not before the instant; {@link #size()} if there is none. */
    int firstNotBefore(long epochNs) {
        int low = 0;
        int high = size / form.bytes();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (LittleEndian.i64(bytes, middle * form.bytes() + form.indexOffset()) < epochNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low * form.bytes();
    }
}
