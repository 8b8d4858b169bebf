package io.tapelake.spark.dbn;

import static io.tapelake.databento.dbn.layout.LittleEndian.i64;

import io.tapelake.databento.dbn.RecordCheck;
import io.tapelake.databento.dbn.Undefined;
import java.util.function.LongToIntFunction;

/**
 * Fillers of columns that are fields with an undefined value or a range: prices, times, volumes, quantities. A value
 * without a place in the column becomes null, and the complaint hears of it.
 */
final class ValueFillers {
    private static final long NS_PER_MICRO = 1_000;

    private ValueFillers() {}

    static ColumnFiller price(Column column, int capacity, Complaint complaint) {
        LongVector vector = new LongVector(column.kind().type(), capacity);
        int offset = column.offset();
        return new ColumnFiller(vector, block -> {
            byte[] bytes = block.bytes;
            long[] values = vector.values;
            vector.clearNulls();
            for (int row = 0, at = offset, rows = block.rows(); row < rows; row++, at += block.stride) {
                long price = i64(bytes, at);
                values[row] = price;
                if (!RecordCheck.isPriceInRange(price)) {
                    vector.setNull(row);
                    if (price != Undefined.PRICE) {
                        complaint.about(row, RecordCheck.PRICE_OUT_OF_RANGE, column.name(), Long.toString(price));
                    } else if (column.required()) {
                        complaint.about(row, RecordCheck.UNDEFINED_PRICE, column.name(), "undefined");
                    }
                }
            }
        });
    }

    static ColumnFiller volume(Column column, int capacity, Complaint complaint) {
        LongVector vector = new LongVector(column.kind().type(), capacity);
        int offset = column.offset();
        return new ColumnFiller(vector, block -> {
            byte[] bytes = block.bytes;
            long[] values = vector.values;
            vector.clearNulls();
            for (int row = 0, at = offset, rows = block.rows(); row < rows; row++, at += block.stride) {
                long volume = i64(bytes, at);
                values[row] = volume;
                if (volume < 0) {
                    vector.setNull(row);
                    complaint.about(row, RecordCheck.VOLUME_OUT_OF_RANGE, column.name(), Long.toUnsignedString(volume));
                }
            }
        });
    }

    static ColumnFiller quantity(Column column, int capacity) {
        LongVector vector = new LongVector(column.kind().type(), capacity);
        int offset = column.offset();
        return new ColumnFiller(vector, block -> {
            byte[] bytes = block.bytes;
            long[] values = vector.values;
            vector.clearNulls();
            for (int row = 0, at = offset, rows = block.rows(); row < rows; row++, at += block.stride) {
                long quantity = i64(bytes, at);
                values[row] = quantity;
                if (quantity == Undefined.STAT_QUANTITY) {
                    vector.setNull(row);
                }
            }
        });
    }

    static ColumnFiller nanos(Column column, int capacity, Complaint complaint) {
        LongVector vector = new LongVector(column.kind().type(), capacity);
        int offset = column.offset();
        return new ColumnFiller(vector, block -> {
            byte[] bytes = block.bytes;
            long[] values = vector.values;
            vector.clearNulls();
            for (int row = 0, at = offset, rows = block.rows(); row < rows; row++, at += block.stride) {
                long ns = i64(bytes, at);
                values[row] = ns;
                if (!RecordCheck.isTimeInRange(ns)) {
                    vector.setNull(row);
                    badTime(column, row, ns, complaint);
                }
            }
        });
    }

    static ColumnFiller micros(Column column, int capacity, Complaint complaint) {
        LongVector vector = new LongVector(column.kind().type(), capacity);
        int offset = column.offset();
        return new ColumnFiller(vector, block -> {
            byte[] bytes = block.bytes;
            long[] values = vector.values;
            vector.clearNulls();
            for (int row = 0, at = offset, rows = block.rows(); row < rows; row++, at += block.stride) {
                long ns = i64(bytes, at);
                values[row] = ns / NS_PER_MICRO;
                if (!RecordCheck.isTimeInRange(ns)) {
                    vector.setNull(row);
                    badTime(column, row, ns, complaint);
                }
            }
        });
    }

    /** {@code column.offset()} is that of the index time. */
    static ColumnFiller tradeDate(Column column, int capacity, Complaint complaint) {
        TradeDates dates = new TradeDates();
        return date(column, capacity, complaint, dates::epochDay);
    }

    /** The same for daily bars, which are of UTC dates. */
    static ColumnFiller utcTradeDate(Column column, int capacity, Complaint complaint) {
        return date(column, capacity, complaint, ns -> (int) (ns / TradeDates.NS_PER_DAY));
    }

    private static ColumnFiller date(Column column, int capacity, Complaint complaint, LongToIntFunction epochDay) {
        IntVector vector = new IntVector(column.kind().type(), capacity);
        int offset = column.offset();
        return new ColumnFiller(vector, block -> {
            byte[] bytes = block.bytes;
            int[] values = vector.values;
            vector.clearNulls();
            for (int row = 0, at = offset, rows = block.rows(); row < rows; row++, at += block.stride) {
                long ns = i64(bytes, at);
                if (RecordCheck.isTimeInRange(ns)) {
                    values[row] = epochDay.applyAsInt(ns);
                } else {
                    vector.setNull(row);
                    badTime(column, row, ns, complaint);
                }
            }
        });
    }

    private static void badTime(Column column, int row, long ns, Complaint complaint) {
        if (ns != Undefined.TIMESTAMP) {
            complaint.about(row, RecordCheck.TIMESTAMP_OUT_OF_RANGE, column.name(), Long.toUnsignedString(ns));
        } else if (column.required()) {
            complaint.about(row, RecordCheck.UNDEFINED_TIMESTAMP, column.name(), "undefined");
        }
    }
}
