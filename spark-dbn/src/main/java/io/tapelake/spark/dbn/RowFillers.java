package io.tapelake.spark.dbn;

import static io.tapelake.databento.dbn.layout.LittleEndian.i64;
import static io.tapelake.databento.dbn.layout.LittleEndian.u32;

import io.tapelake.databento.dbn.RecordCheck;
import io.tapelake.databento.dbn.layout.LevelLayout;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/** Fillers of columns that are not one field: symbol, state of the book, place of the record, constants. */
final class RowFillers {
    private static final UTF8String NORMAL = UTF8String.fromString("normal");
    private static final UTF8String LOCKED = UTF8String.fromString("locked");
    private static final UTF8String CROSSED = UTF8String.fromString("crossed");
    private static final UTF8String ONE_SIDED = UTF8String.fromString("one-sided");
    private static final UTF8String EMPTY = UTF8String.fromString("empty");

    private RowFillers() {}

    static ColumnFiller symbol(Column column, int capacity, Complaint complaint) {
        TextVector vector = new TextVector(capacity);
        int offset = column.offset();
        return new ColumnFiller(vector, block -> {
            UTF8String[] values = vector.values;
            vector.clearNulls();
            System.arraycopy(block.symbols, 0, values, 0, block.rows());
            for (int row = 0, rows = block.rows(); row < rows; row++) {
                if (values[row] == null) {
                    vector.setNull(row);
                    long id = u32(block.bytes, row * block.stride + offset);
                    complaint.about(row, RecordCheck.MISSING_MAPPING, column.name(), "none for instrument_id " + id);
                }
            }
        });
    }

    /** Of the prices alone: a side whose price is undefined or out of range is not there. */
    static ColumnFiller condition(Column column, int capacity) {
        TextVector vector = new TextVector(capacity);
        int offset = column.offset();
        return new ColumnFiller(vector, block -> {
            byte[] bytes = block.bytes;
            UTF8String[] values = vector.values;
            for (int row = 0, at = offset, rows = block.rows(); row < rows; row++, at += block.stride) {
                values[row] = condition(i64(bytes, at + LevelLayout.BID_PX), i64(bytes, at + LevelLayout.ASK_PX));
            }
        });
    }

    private static UTF8String condition(long bid, long ask) {
        boolean hasBid = RecordCheck.isPriceInRange(bid);
        boolean hasAsk = RecordCheck.isPriceInRange(ask);
        if (hasBid && hasAsk) {
            return bid < ask ? NORMAL : bid == ask ? LOCKED : CROSSED;
        }
        return hasBid || hasAsk ? ONE_SIDED : EMPTY;
    }

    static ColumnFiller recordIndex(Column column, int capacity) {
        LongVector vector = new LongVector(column.kind().type(), capacity);
        return new ColumnFiller(
                vector, block -> System.arraycopy(block.recordIndexes, 0, vector.values, 0, block.rows()));
    }

    static ColumnFiller offset(Column column, int capacity) {
        LongVector vector = new LongVector(column.kind().type(), capacity);
        return new ColumnFiller(vector, block -> System.arraycopy(block.offsets, 0, vector.values, 0, block.rows()));
    }

    static ColumnFiller problem(int capacity) {
        TextVector vector = new TextVector(capacity);
        return new ColumnFiller(vector, block -> {
            vector.clearNulls();
            for (int row = 0, rows = block.rows(); row < rows; row++) {
                String problem = block.problems[row];
                vector.values[row] = problem == null ? null : UTF8String.fromString(problem);
                if (problem == null) {
                    vector.setNull(row);
                }
            }
        });
    }

    /** The same text in every row; null for null. */
    static ColumnFiller constant(Column column, int capacity, String text) {
        ConstantColumnVector vector =
                new ConstantColumnVector(capacity, column.kind().type());
        if (text == null) {
            vector.setNull();
        } else {
            vector.setUtf8String(UTF8String.fromString(text));
        }
        return new ColumnFiller(vector, block -> {});
    }
}
