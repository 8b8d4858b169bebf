package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.layout.Field;
import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.RecordLayout;
import io.tapelake.spark.dbn.Column.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The columns of each DBN schema, in order: the leading columns that every schema has, then the fields of the record.
 * Every time is a BIGINT of nanoseconds with {@code _ns} in its name, followed by a TIMESTAMP without.
 */
final class Columns {
    static final String TRADE_DATE = "trade_date";
    static final String SYMBOL = "symbol";
    static final String BAR_START = "bar_start";
    static final String TS_RECV = "ts_recv";
    static final int VERSION = RecordLayout.MAX_VERSION;

    private final List<Column> columns = new ArrayList<>();

    private Columns() {}

    /** The columns of a schema, metadata columns left out. */
    static List<Column> of(Schema schema) {
        RecordLayout layout = layout(schema);
        Columns made = new Columns();
        made.leading(
                hasUtcDates(schema) ? Kind.UTC_TRADE_DATE : Kind.TRADE_DATE,
                RecordLayout.indexTsOffset(layout.rtype()));
        if (isBar(schema)) {
            made.time(BAR_START, HeaderLayout.TS_EVENT, true);
            layout.flatFields().forEach(field -> made.field(field, true));
        } else {
            made.time("ts_event", HeaderLayout.TS_EVENT, false);
            if (isQuote(schema)) {
                made.quote(layout);
            } else {
                layout.flatFields().forEach(field -> made.field(field, schema == Schema.TRADES));
            }
        }
        return List.copyOf(made.columns);
    }

    /** Columns that are there for every schema but only when asked for by name. */
    static List<Column> metadata() {
        return List.of(
                Column.of("_file", Kind.FILE),
                Column.of("_record_index", Kind.RECORD_INDEX),
                Column.of("_offset", Kind.OFFSET),
                Column.of("_problem", Kind.PROBLEM));
    }

    /** All columns of a schema by name. */
    static Map<String, Column> byName(Schema schema) {
        Map<String, Column> byName = new LinkedHashMap<>();
        Stream.concat(of(schema).stream(), metadata().stream()).forEach(column -> byName.put(column.name(), column));
        return byName;
    }

    /** The name of the TIMESTAMP column of the index time. */
    static String indexTime(Schema schema) {
        return isBar(schema) ? BAR_START : TS_RECV;
    }

    static RecordLayout layout(Schema schema) {
        return RecordLayout.of(schema.rtype(), VERSION).orElseThrow();
    }

    /** Daily bars are of UTC dates: they begin at UTC midnight, in New York the evening of the day before. */
    static boolean hasUtcDates(Schema schema) {
        return schema == Schema.OHLCV_1D;
    }

    private static boolean isBar(Schema schema) {
        return switch (schema) {
            case OHLCV_1S, OHLCV_1M, OHLCV_1H, OHLCV_1D, OHLCV_EOD -> true;
            default -> false;
        };
    }

    private static boolean isQuote(Schema schema) {
        return switch (schema) {
            case MBP_1, TBBO, BBO_1S, BBO_1M, CMBP_1, TCBBO, CBBO_1S, CBBO_1M -> true;
            default -> false;
        };
    }

    private void leading(Kind tradeDate, int indexTimeOffset) {
        columns.add(Column.at(TRADE_DATE, tradeDate, indexTimeOffset).asRequired());
        columns.add(Column.of("dataset", Kind.DATASET));
        columns.add(Column.at("publisher", Kind.U16, HeaderLayout.PUBLISHER_ID));
        columns.add(Column.at("instrument_id", Kind.U32, HeaderLayout.INSTRUMENT_ID));
        columns.add(Column.at(SYMBOL, Kind.SYMBOL, HeaderLayout.INSTRUMENT_ID));
    }

    private void time(String name, int offset, boolean index) {
        for (Column column :
                List.of(Column.at(name + "_ns", Kind.NANOS, offset), Column.at(name, Kind.MICROS, offset))) {
            columns.add(index ? column.asRequired() : column);
        }
    }

    private void field(Field field, boolean pricesRequired) {
        if (field.name().equals(TS_RECV)) {
            time(field.name(), field.offset(), true);
            return;
        }
        int at = field.offset();
        switch (field.type()) {
            case TIMESTAMP -> time(field.name(), at, false);
            case PRICE -> {
                Column price = Column.at(field.name(), Kind.PRICE, at);
                columns.add(pricesRequired ? price.asRequired() : price);
            }
            case TEXT -> columns.add(new Column(field.name(), Kind.TEXT, at, field.bytes(), false));
            default -> columns.add(Column.at(field.name(), kind(field), at));
        }
    }

    private static Kind kind(Field field) {
        return switch (field.type()) {
            case U8 -> Kind.U8;
            case I8 -> Kind.I8;
            case U16 -> Kind.U16;
            case I16 -> Kind.I16;
            case U32 -> Kind.U32;
            case I32 -> Kind.I32;
            case CHAR -> Kind.LETTER;
            case U64 -> field.name().equals("volume") ? Kind.VOLUME : Kind.BITS64;
            case I64 -> field.name().equals("quantity") ? Kind.QUANTITY : Kind.BITS64;
            default -> throw new IllegalStateException("no column for a field of type " + field.type());
        };
    }

    /** All quote schemas have the same columns, so that they can be one table; what a schema lacks is null. */
    private void quote(RecordLayout layout) {
        Map<String, Field> fields = new LinkedHashMap<>();
        layout.flatFields().forEach(field -> fields.put(field.name(), field));
        field(fields.get(TS_RECV), false);
        for (String[] column : QUOTE) {
            Field field = fields.get(column[1]);
            if (field != null) {
                field(new Field(column[0], field.offset(), field.bytes(), field.type()), false);
            } else if (column[0].equals("condition")) {
                columns.add(Column.at("condition", Kind.CONDITION, layout.levelOffset()));
            } else {
                columns.add(Column.of(column[0], Kind.valueOf(column[2])));
            }
        }
        columns.add(Column.of("source_schema", Kind.SOURCE_SCHEMA));
    }

    /** Name of the column, name of the field, and what it is where there is no such field. */
    private static final String[][] QUOTE = {
        {"bid", "bid_px_00", ""},
        {"ask", "ask_px_00", ""},
        {"bid_size", "bid_sz_00", ""},
        {"ask_size", "ask_sz_00", ""},
        {"bid_count", "bid_ct_00", "NO_BIGINT"},
        {"ask_count", "ask_ct_00", "NO_BIGINT"},
        {"bid_publisher", "bid_pb_00", "NO_INT"},
        {"ask_publisher", "ask_pb_00", "NO_INT"},
        {"condition", "", ""},
        {"action", "action", "NO_LETTER"},
        {"side", "side", "NO_LETTER"},
        {"price", "price", ""},
        {"size", "size", ""},
        {"flags", "flags", ""},
        {"sequence", "sequence", "NO_BIGINT"},
        {"depth", "depth", "NO_INT"},
        {"ts_in_delta", "ts_in_delta", "NO_INT"},
    };
}
