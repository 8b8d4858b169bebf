package io.tapelake.jobs.verify;

import io.tapelake.databento.dbn.RecordCheck;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.Undefined;
import io.tapelake.databento.dbn.layout.Field;
import io.tapelake.databento.dbn.layout.FieldType;
import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.RecordLayout;
import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.LakeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The values that a record has in its table, read by the layout of the format and what the table says of its columns.
 * Written apart from the data source that fills the tables, so that a mistake there shows. Not thread-safe.
 */
final class RecordValues implements RowValues {

    private static final long NS_PER_MICRO = 1_000;

    private enum Kind {
        DATE,
        DATASET,
        PUBLISHER,
        SYMBOL,
        SOURCE_SCHEMA,
        RECORD_INDEX,
        CONDITION,
        ABSENT,
        FIELD
    }

    private record Cell(Kind kind, LakeType type, Field field) {}

    private final Cell[] cells;
    private final UTF8String dataset;
    private final UTF8String schema;
    private final int bidOffset;
    private final int askOffset;
    private RecordView record;
    private int epochDay;
    private UTF8String symbol;
    private long recordIndex;

    /**
     * @param table where records of the schema become rows
     * @param dataset the dataset of the file
     */
    RecordValues(LakeTable table, Schema schema, String dataset) {
        this.dataset = UTF8String.fromString(dataset);
        this.schema = UTF8String.fromString(schema.text());
        Map<String, Field> fields = new HashMap<>();
        RecordLayout.headerFields().forEach(field -> fields.put(field.name(), field));
        RecordLayout.of(schema.rtype(), RecordLayout.MAX_VERSION)
                .orElseThrow()
                .flatFields()
                .forEach(field -> fields.put(field.name(), field));
        this.bidOffset = offset(fields, "bid_px_00");
        this.askOffset = offset(fields, "ask_px_00");
        boolean quotes = table.hasColumn("condition");
        List<LakeColumn> columns = table.columns();
        this.cells = new Cell[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(columns.get(i), quotes, fields);
        }
    }

    private static int offset(Map<String, Field> fields, String name) {
        return fields.containsKey(name) ? fields.get(name).offset() : -1;
    }

    private static Cell cell(LakeColumn column, boolean quotes, Map<String, Field> fields) {
        Kind kind =
                switch (column.name()) {
                    case "trade_date" -> Kind.DATE;
                    case "dataset" -> Kind.DATASET;
                    case "publisher" -> Kind.PUBLISHER;
                    case "symbol" -> Kind.SYMBOL;
                    case "source_schema" -> Kind.SOURCE_SCHEMA;
                    case "record_index" -> Kind.RECORD_INDEX;
                    case "condition" -> Kind.CONDITION;
                    case "file_id" -> Kind.ABSENT;
                    default -> Kind.FIELD;
                };
        if (kind != Kind.FIELD) {
            return new Cell(kind, column.type(), null);
        }
        Field field = fields.get(fieldName(column.name(), quotes));
        if (field != null) {
            return new Cell(Kind.FIELD, column.type(), field);
        }
        if (!quotes || !column.nullable()) {
            throw new IllegalStateException("no field of the record gives the column '" + column.name() + "'");
        }
        return new Cell(Kind.ABSENT, column.type(), null);
    }

    private static String fieldName(String column, boolean quotes) {
        String name = column.endsWith("_ns") ? column.substring(0, column.length() - "_ns".length()) : column;
        if (name.equals("bar_start")) {
            return "ts_event";
        }
        return !quotes
                ? name
                : switch (name) {
                    case "bid" -> "bid_px_00";
                    case "ask" -> "ask_px_00";
                    case "bid_size" -> "bid_sz_00";
                    case "ask_size" -> "ask_sz_00";
                    case "bid_count" -> "bid_ct_00";
                    case "ask_count" -> "ask_ct_00";
                    case "bid_publisher" -> "bid_pb_00";
                    case "ask_publisher" -> "ask_pb_00";
                    default -> name;
                };
    }

    RecordValues at(RecordView now, int tradeDate, UTF8String ofSymbol, long index) {
        record = now;
        epochDay = tradeDate;
        symbol = ofSymbol;
        recordIndex = index;
        return this;
    }

    @Override
    public boolean isNull(int column) {
        Cell cell = cells[column];
        if (cell.kind != Kind.FIELD) {
            return cell.kind == Kind.ABSENT;
        }
        Field field = cell.field;
        return switch (field.type()) {
            case PRICE -> !RecordCheck.isPriceInRange(record.i64(field.offset()));
            case TIMESTAMP -> record.i64(field.offset()) < 0;
            case CHAR -> record.u8(field.offset()) == 0;
            case I64 -> field.name().equals("quantity") && record.i64(field.offset()) == Undefined.STAT_QUANTITY;
            default -> false;
        };
    }

    @Override
    public long number(int column) {
        Cell cell = cells[column];
        return switch (cell.kind) {
            case DATE -> epochDay;
            case PUBLISHER -> record.u16(HeaderLayout.PUBLISHER_ID);
            case RECORD_INDEX -> recordIndex;
            case FIELD -> number(cell);
            default -> throw new IllegalStateException("column " + column + " is no number");
        };
    }

    private long number(Cell cell) {
        int at = cell.field.offset();
        return switch (cell.field.type()) {
            case U8 -> record.u8(at);
            case I8 -> record.i8(at);
            case U16 -> record.u16(at);
            case I16 -> record.i16(at);
            case U32 -> record.u32(at);
            case I32 -> record.i32(at);
            case TIMESTAMP -> cell.type == LakeType.TIMESTAMP ? record.i64(at) / NS_PER_MICRO : record.i64(at);
            case U64, I64, PRICE -> record.i64(at);
            case CHAR, TEXT -> throw new IllegalStateException(cell.field.name() + " is no number");
        };
    }

    @Override
    public UTF8String text(int column) {
        Cell cell = cells[column];
        return switch (cell.kind) {
            case DATASET -> dataset;
            case SYMBOL -> symbol;
            case SOURCE_SCHEMA -> schema;
            case CONDITION -> condition();
            default ->
                UTF8String.fromString(
                        cell.field.type() == FieldType.CHAR
                                ? String.valueOf((char) record.u8(cell.field.offset()))
                                : record.text(cell.field.offset(), cell.field.bytes()));
        };
    }

    private UTF8String condition() {
        long bid = record.i64(bidOffset);
        long ask = record.i64(askOffset);
        boolean noBid = !RecordCheck.isPriceInRange(bid);
        boolean noAsk = !RecordCheck.isPriceInRange(ask);
        String condition = noBid && noAsk
                ? "empty"
                : noBid || noAsk ? "one-sided" : ask > bid ? "normal" : ask == bid ? "locked" : "crossed";
        return UTF8String.fromString(condition);
    }
}
