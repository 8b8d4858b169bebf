package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.Metadata;
import java.util.List;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Turns a block of records into a columnar batch, column by column. One per partition; not thread-safe. */
final class BatchFiller {
    private final List<ColumnFiller> fillers;
    private final ColumnarBatch batch;

    /**
     * @param columns what the batch has, in order
     * @param capacity most rows of a block
     * @param path the file, for {@code _file}
     * @param metadata of the file, or null when it has none
     * @param schema the schema that is read
     */
    BatchFiller(
            List<Column> columns, int capacity, String path, Metadata metadata, String schema, Complaint complaint) {
        String dataset = metadata == null ? null : metadata.dataset();
        this.fillers = columns.stream()
                .map(column -> filler(column, capacity, path, dataset, schema, complaint))
                .toList();
        this.batch =
                new ColumnarBatch(fillers.stream().map(ColumnFiller::vector).toArray(ColumnVector[]::new));
    }

    private static ColumnFiller filler(
            Column column, int capacity, String path, String dataset, String schema, Complaint complaint) {
        return switch (column.kind()) {
            case TRADE_DATE -> ValueFillers.tradeDate(column, capacity, complaint);
            case UTC_TRADE_DATE -> ValueFillers.utcTradeDate(column, capacity, complaint);
            case DATASET -> RowFillers.constant(column, capacity, dataset);
            case SYMBOL -> RowFillers.symbol(column, capacity, complaint);
            case SOURCE_SCHEMA -> RowFillers.constant(column, capacity, schema);
            case CONDITION -> RowFillers.condition(column, capacity);
            case NANOS -> ValueFillers.nanos(column, capacity, complaint);
            case MICROS -> ValueFillers.micros(column, capacity, complaint);
            case PRICE -> ValueFillers.price(column, capacity, complaint);
            case VOLUME -> ValueFillers.volume(column, capacity, complaint);
            case QUANTITY -> ValueFillers.quantity(column, capacity);
            case BITS64 -> FieldFillers.bits64(column, capacity);
            case U32 -> FieldFillers.unsigned32(column, capacity);
            case I32 -> FieldFillers.signed32(column, capacity);
            case U16 -> FieldFillers.unsigned16(column, capacity);
            case I16 -> FieldFillers.signed16(column, capacity);
            case U8 -> FieldFillers.unsigned8(column, capacity);
            case I8 -> FieldFillers.signed8(column, capacity);
            case LETTER -> FieldFillers.letter(column, capacity);
            case TEXT -> FieldFillers.text(column, capacity);
            case NO_BIGINT, NO_INT, NO_LETTER -> RowFillers.constant(column, capacity, null);
            case FILE -> RowFillers.constant(column, capacity, path);
            case RECORD_INDEX -> RowFillers.recordIndex(column, capacity);
            case OFFSET -> RowFillers.offset(column, capacity);
            case PROBLEM -> RowFillers.problem(capacity);
        };
    }

    /** The batch with the rows of the block; the same object every time. */
    ColumnarBatch fill(RecordBlock block) {
        for (ColumnFiller filler : fillers) {
            filler.fill(block);
        }
        batch.setNumRows(block.rows());
        return batch;
    }

    void close() {
        batch.close();
    }
}
