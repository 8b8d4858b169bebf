package io.tapelake.cli.lake;

import java.io.PrintWriter;
import java.util.List;

/** Rows as comma-separated values. */
final class CsvLines implements RowOutput {

    private static final String END_OF_LINE = "\r\n";

    private final Lines out;

    CsvLines(PrintWriter out, List<ShownColumn> columns) {
        this.out = new Lines(out);
        StringBuilder header = new StringBuilder();
        for (ShownColumn column : columns) {
            header.append(header.isEmpty() ? "" : ",").append(field(column.name()));
        }
        this.out.add(header.append(END_OF_LINE));
    }

    @Override
    public boolean row(List<Object> values) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            line.append(i == 0 ? "" : ",");
            if (values.get(i) != null) {
                line.append(field(CellText.exact(values.get(i))));
            }
        }
        return out.add(line.append(END_OF_LINE));
    }

    @Override
    public void end() {
        out.flush();
    }

    private static String field(String text) {
        boolean quoted = text.isEmpty();
        for (int i = 0; !quoted && i < text.length(); i++) {
            char c = text.charAt(i);
            quoted = c == ',' || c == '"' || c == '\r' || c == '\n';
        }
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
