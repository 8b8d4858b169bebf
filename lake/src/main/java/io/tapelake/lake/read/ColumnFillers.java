package io.tapelake.lake.read;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeType;
import io.tapelake.lake.files.DataFile;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.DummyRecordConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Makes the column readers of one row group, after checking that the file holds what the registry says. */
final class ColumnFillers {

    private static final int PRICE_SCALE = 9;

    private ColumnFillers() {}

    /** One filler per column of the plan; null for columns that are not in the file. */
    static ColumnFiller[] of(
            ScanPlan plan, DataFile file, PageReadStore pages, MessageType requested, String createdBy) {
        ColumnReadStoreImpl store = new ColumnReadStoreImpl(
                pages, new DummyRecordConverter(requested).getRootConverter(), requested, createdBy);
        List<ColumnDescriptor> leaves = requested.getColumns();
        ColumnFiller[] fillers = new ColumnFiller[plan.columns().size()];
        for (int i = 0; i < fillers.length; i++) {
            LakeColumn column = plan.columns().get(i);
            if (!requested.containsField(column.name())) {
                continue;
            }
            List<ColumnReader> readers = leaves.stream()
                    .filter(leaf -> leaf.getPath()[0].equals(column.name()))
                    .map(store::getColumnReader)
                    .toList();
            Type type = requested.getType(column.name());
            if (!fits(column.type(), type, readers.size())) {
                throw new LakeException("column '" + column.name() + "' of " + file.path() + " is '" + type
                        + "' where " + column.type().sql() + " was expected; the table was written by something that"
                        + " does not follow the registry");
            }
            fillers[i] = column.type().isNested()
                    ? NestedReader.of(column.type(), type.isRepetition(Type.Repetition.OPTIONAL), readers)
                    : new VectorReader(column, readers.get(0));
        }
        return fillers;
    }

    private static boolean fits(LakeType type, Type found, int leaves) {
        if (type.isNested()) {
            return !found.isPrimitive() && leaves == (type == LakeType.MAP_STRING_BIGINT ? 2 : 1);
        }
        if (!found.isPrimitive()) {
            return false;
        }
        PrimitiveType primitive = found.asPrimitiveType();
        PrimitiveTypeName name = primitive.getPrimitiveTypeName();
        LogicalTypeAnnotation meaning = primitive.getLogicalTypeAnnotation();
        return switch (type) {
            case INT, DATE -> name == PrimitiveTypeName.INT32;
            case BIGINT -> name == PrimitiveTypeName.INT64;
            case TIMESTAMP ->
                name == PrimitiveTypeName.INT64
                        && meaning instanceof TimestampLogicalTypeAnnotation stamp
                        && stamp.getUnit() == TimeUnit.MICROS;
            case PRICE ->
                name == PrimitiveTypeName.INT64
                        && meaning instanceof DecimalLogicalTypeAnnotation decimal
                        && decimal.getScale() == PRICE_SCALE;
            case BOOLEAN -> name == PrimitiveTypeName.BOOLEAN;
            case DOUBLE -> name == PrimitiveTypeName.DOUBLE;
            case FLOAT -> name == PrimitiveTypeName.FLOAT;
            default -> name == PrimitiveTypeName.BINARY;
        };
    }
}
