package io.tapelake.cli.lake;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows as aligned text, in blocks: the width of a column is that of its widest value in the block. */
final class TextTable implements RowOutput {

    private static final int BLOCK_ROWS = 1_000;
    private static final int WIDEST = 200;

    private final Lines out;
    private final List<ShownColumn> columns;
    private final List<List<Object>> block = new ArrayList<>();
    private boolean printed;

    TextTable(PrintWriter out, List<ShownColumn> columns) {
        this.out = new Lines(out);
        this.columns = columns;
    }

    @Override
    public boolean row(List<Object> values) {
        block.add(values);
        return block.size() < BLOCK_ROWS || print();
    }

    /** A result without rows still shows its headings. */
    @Override
    public void end() {
        if (!block.isEmpty() || !printed) {
            print();
        }
        out.flush();
    }

    private boolean print() {
        List<ColumnData<List<Object>>> shown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            ShownColumn column = columns.get(i);
            shown.add(new Column()
                    .header(column.heading())
                    .headerAlign(HorizontalAlign.LEFT)
                    .dataAlign(column.rightAligned() ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
                    .maxWidth(WIDEST)
                    .with(row -> cell(column, row.get(at))));
        }
        String text = AsciiTable.builder()
                .border(AsciiTable.NO_BORDERS)
                .data(block, shown)
                .asString();
        block.clear();
        printed = true;
        return out.add(text.replaceAll("(?m) +$", "").stripTrailing() + System.lineSeparator()) && out.flush();
    }

    private static String cell(ShownColumn column, Object value) {
        return value == null ? "" : column.pretty().apply(value).replaceAll("\\p{Cntrl}", " ");
    }
}
