package io.tapelake.lake.read;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeType;
import io.tapelake.lake.ShortDecimal;
import java.util.function.Function;
import org.apache.parquet.column.ColumnReader;

/**
 * Fills vectors from one flat Parquet column, front to back.
 *
 * <p>Values of rows that are not kept are skipped, which saves decoding for text and most of the work for the rest.
 */
final class VectorReader implements ColumnFiller {

    private final LakeType type;
    private final ColumnReader from;
    private final int definedAt;
    private final TextCache texts = new TextCache();

    VectorReader(LakeColumn column, ColumnReader from) {
        this.type = column.type();
        this.from = from;
        this.definedAt = from.getDescriptor().getMaxDefinitionLevel();
    }

    @Override
    public void fill(Vector into, int rows, boolean[] keep) {
        switch (type) {
            case INT, DATE -> fill(into, rows, keep, (v, i) -> v.longs[i] = from.getInteger());
            case BIGINT, TIMESTAMP, PRICE -> fill(into, rows, keep, (v, i) -> v.longs[i] = from.getLong());
            case BOOLEAN -> fill(into, rows, keep, (v, i) -> v.longs[i] = from.getBoolean() ? 1 : 0);
            case DOUBLE -> fill(into, rows, keep, (v, i) -> v.doubles[i] = from.getDouble());
            case FLOAT -> fill(into, rows, keep, (v, i) -> v.doubles[i] = ShortDecimal.of(from.getFloat()));
            case STRING -> fill(into, rows, keep, (v, i) -> v.objects[i] = texts.text(from.getBinary()));
            case BINARY ->
                fill(into, rows, keep, (v, i) -> v.objects[i] = from.getBinary().getBytes());
            default -> throw new IllegalStateException(type + " is not flat");
        }
    }

    private void fill(Vector into, int rows, boolean[] keep, Take take) {
        int row = 0;
        for (int i = 0; i < rows; i++) {
            boolean defined = from.getCurrentDefinitionLevel() == definedAt;
            if (keep == null || keep[i]) {
                if (defined) {
                    into.nulls[row] = false;
                    take.value(into, row);
                } else {
                    into.setNull(row);
                }
                row++;
            } else if (defined) {
                from.skip();
            }
            from.consume();
        }
    }

    /** Moves the current value of the column into a row. */
    private interface Take {
        void value(Vector into, int row);
    }

    /** Values of an element of a list or map. */
    static Function<ColumnReader, Object> element(LakeType type) {
        return switch (type) {
            case BIGINT -> ColumnReader::getLong;
            case DATE -> reader -> java.time.LocalDate.ofEpochDay(reader.getInteger());
            case STRING -> reader -> reader.getBinary().toStringUsingUTF8();
            default -> throw new IllegalStateException(type + " is not an element of a list");
        };
    }
}
