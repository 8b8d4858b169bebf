package io.tapelake.jobs.scan;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.LakeType;
import io.tapelake.lake.ShortDecimal;
import io.tapelake.scanner.RecordColumns;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.jdk.javaapi.CollectionConverters;

/** Turns the scanner's records into rows of a table and back, by the names of the columns. */
final class DayRows implements Serializable {

    private final List<LakeColumn> columns;

    DayRows(LakeTable table) {
        this.columns = table.columns();
    }

    /** A row of the table; columns that none of the values name are null. */
    Row row(Map<String, Object> values) {
        Object[] row = new Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            Object value = values.get(columns.get(i).name());
            row[i] = columns.get(i).type() == LakeType.FLOAT && value != null ? ((Double) value).floatValue() : value;
        }
        return RowFactory.create(row);
    }

    /** The values of a record by column name, lists as Spark wants them. */
    static <R extends Record> Map<String, Object> values(RecordColumns<R> shape, R record) {
        Map<String, Object> values = new HashMap<>();
        Object[] cells = shape.toRow(record);
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            if (cell instanceof List<?> list) {
                cell = list.toArray();
            } else if (cell instanceof LocalDate date) {
                cell = java.sql.Date.valueOf(date);
            }
            values.put(shape.columns().get(i).name(), cell);
        }
        return values;
    }

    /** The record of a row, which may have other columns beside. */
    static <R extends Record> R record(RecordColumns<R> shape, Row row) {
        Object[] cells = new Object[shape.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            Object cell = row.getAs(shape.columns().get(i).name());
            if (cell instanceof java.sql.Date date) {
                cell = date.toLocalDate();
            } else if (cell instanceof Float ratio) {
                cell = ShortDecimal.of(ratio);
            } else if (cell instanceof BigDecimal price) {
                cell = price.setScale(9);
            } else if (cell instanceof scala.collection.Seq<?> seq) {
                cell = CollectionConverters.asJava(seq);
            } else if (cell instanceof Object[] array) {
                cell = List.of(array);
            }
            cells[i] = cell;
        }
        return shape.fromRow(cells);
    }
}
