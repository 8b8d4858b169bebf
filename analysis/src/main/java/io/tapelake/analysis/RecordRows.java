package io.tapelake.analysis;

import io.tapelake.lake.read.RowCursor;
import io.tapelake.scanner.RecordColumns;

/** The scanner's records out of rows of the lake. Not thread-safe. */
final class RecordRows<R extends Record> {

    private final RecordColumns<R> shape;

    RecordRows(Class<R> type) {
        this.shape = RecordColumns.of(type);
    }

    /** Names of the columns to ask for. */
    String[] columns() {
        return shape.columns().stream().map(RecordColumns.Column::name).toArray(String[]::new);
    }

    /** The record of the current row, whose first columns are those of {@link #columns()}. */
    R at(RowCursor row) {
        Object[] cells = new Object[shape.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.valueAt(i);
        }
        return shape.fromRow(cells);
    }
}
