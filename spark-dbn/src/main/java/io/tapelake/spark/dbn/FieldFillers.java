package io.tapelake.spark.dbn;

import static io.tapelake.databento.dbn.layout.LittleEndian.i16;
import static io.tapelake.databento.dbn.layout.LittleEndian.i32;
import static io.tapelake.databento.dbn.layout.LittleEndian.i64;
import static io.tapelake.databento.dbn.layout.LittleEndian.u16;
import static io.tapelake.databento.dbn.layout.LittleEndian.u32;

import io.tapelake.databento.dbn.layout.LittleEndian;
import java.nio.charset.StandardCharsets;
import org.apache.spark.unsafe.types.UTF8String;

/** Fillers of columns that are fields without a special value: one loop each, so that each is compiled for itself. */
final class FieldFillers {
    private static final UTF8String[] LETTERS = new UTF8String[256];
    private static final UTF8String EMPTY = UTF8String.fromString("");

    static {
        for (int letter = 1; letter < LETTERS.length; letter++) {
            LETTERS[letter] = UTF8String.fromString(String.valueOf((char) letter));
        }
    }

    private FieldFillers() {}

    static ColumnFiller bits64(Column column, int capacity) {
        LongVector vector = new LongVector(column.kind().type(), capacity);
        int offset = column.offset();
        return new ColumnFiller(vector, block -> {
            byte[] bytes = block.bytes;
            long[] values = vector.values;
            for (int row = 0, at = offset, rows = block.rows(); row < rows; row++, at += block.stride) {
                values[row] = i64(bytes, at);
            }
        });
    }

    static ColumnFiller unsigned32(Column column, int capacity) {
        LongVector vector = new LongVector(column.kind().type(), capacity);
        int offset = column.offset();
        return new ColumnFiller(vector, block -> {
            byte[] bytes = block.bytes;
            long[] values = vector.values;
            for (int row = 0, at = offset, rows = block.rows(); row < rows; row++, at += block.stride) {
                values[row] = u32(bytes, at);
            }
        });
    }

    static ColumnFiller signed32(Column column, int capacity) {
        IntVector vector = new IntVector(column.kind().type(), capacity);
        int offset = column.offset();
        return new ColumnFiller(vector, block -> {
            byte[] bytes = block.bytes;
            int[] values = vector.values;
            for (int row = 0, at = offset, rows = block.rows(); row < rows; row++, at += block.stride) {
                values[row] = i32(bytes, at);
            }
        });
    }

    static ColumnFiller unsigned16(Column column, int capacity) {
        IntVector vector = new IntVector(column.kind().type(), capacity);
        int offset = column.offset();
        return new ColumnFiller(vector, block -> {
            byte[] bytes = block.bytes;
            int[] values = vector.values;
            for (int row = 0, at = offset, rows = block.rows(); row < rows; row++, at += block.stride) {
                values[row] = u16(bytes, at);
            }
        });
    }

    static ColumnFiller signed16(Column column, int capacity) {
        IntVector vector = new IntVector(column.kind().type(), capacity);
        int offset = column.offset();
        return new ColumnFiller(vector, block -> {
            byte[] bytes = block.bytes;
            int[] values = vector.values;
            for (int row = 0, at = offset, rows = block.rows(); row < rows; row++, at += block.stride) {
                values[row] = i16(bytes, at);
            }
        });
    }

    static ColumnFiller unsigned8(Column column, int capacity) {
        IntVector vector = new IntVector(column.kind().type(), capacity);
        int offset = column.offset();
        return new ColumnFiller(vector, block -> {
            byte[] bytes = block.bytes;
            int[] values = vector.values;
            for (int row = 0, at = offset, rows = block.rows(); row < rows; row++, at += block.stride) {
                values[row] = bytes[at] & 0xFF;
            }
        });
    }

    static ColumnFiller signed8(Column column, int capacity) {
        IntVector vector = new IntVector(column.kind().type(), capacity);
        int offset = column.offset();
        return new ColumnFiller(vector, block -> {
            byte[] bytes = block.bytes;
            int[] values = vector.values;
            for (int row = 0, at = offset, rows = block.rows(); row < rows; row++, at += block.stride) {
                values[row] = bytes[at];
            }
        });
    }

    static ColumnFiller letter(Column column, int capacity) {
        TextVector vector = new TextVector(capacity);
        int offset = column.offset();
        return new ColumnFiller(vector, block -> {
            byte[] bytes = block.bytes;
            UTF8String[] values = vector.values;
            vector.clearNulls();
            for (int row = 0, at = offset, rows = block.rows(); row < rows; row++, at += block.stride) {
                int letter = bytes[at] & 0xFF;
                values[row] = LETTERS[letter];
                if (letter == 0) {
                    vector.setNull(row);
                }
            }
        });
    }

    static ColumnFiller text(Column column, int capacity) {
        TextVector vector = new TextVector(capacity);
        int offset = column.offset();
        int width = column.bytes();
        return new ColumnFiller(vector, block -> {
            byte[] bytes = block.bytes;
            UTF8String[] values = vector.values;
            for (int row = 0, at = offset, rows = block.rows(); row < rows; row++, at += block.stride) {
                values[row] = text(bytes, at, width);
            }
        });
    }

    /** A view of the bytes where they are ASCII, which is good until the block is refilled, as a batch is. */
    private static UTF8String text(byte[] bytes, int at, int width) {
        int length = LittleEndian.textLength(bytes, at, width);
        for (int i = 0; i < length; i++) {
            if (bytes[at + i] < 0) {
                return UTF8String.fromString(new String(bytes, at, length, StandardCharsets.ISO_8859_1));
            }
        }
        return length == 0 ? EMPTY : UTF8String.fromBytes(bytes, at, length);
    }
}
