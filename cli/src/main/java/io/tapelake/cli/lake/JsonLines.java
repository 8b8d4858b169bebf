package io.tapelake.cli.lake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** Rows as JSON objects, one per line. */
final class JsonLines implements RowOutput {

    private static final JsonFactory JSON = new JsonFactory();

    private final Lines out;
    private final List<ShownColumn> columns;

    JsonLines(PrintWriter out, List<ShownColumn> columns) {
        this.out = new Lines(out);
        this.columns = columns;
    }

    @Override
    public boolean row(List<Object> values) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            for (int i = 0; i < values.size(); i++) {
                json.writeFieldName(columns.get(i).name());
                write(json, values.get(i));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.add(line.append('\n').getBuffer());
    }

    @Override
    public void end() {
        out.flush();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof BigDecimal) {
            json.writeRawValue(CellText.exact(value));
        } else if (value instanceof Double ratio) {
            // JSON has no NaN; Jackson writes it as a text.
            json.writeNumber(ratio);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof JsonText nested) {
            json.writeRawValue(nested.text());
        } else {
            json.writeString(value.toString());
        }
    }
}
