package io.tapelake.jobs.publish;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.LakeType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The tables' columns in Spark's words. */
public final class SparkSchemas {

    private SparkSchemas() {}

    /** The schema of a table, columns in its order, nullability as declared. */
    public static StructType of(LakeTable table) {
        return new StructType(table.columns().stream().map(SparkSchemas::field).toArray(StructField[]::new));
    }

    /** The same with every column nullable, for rows that are not finished yet. */
    public static StructType unfinished(LakeTable table) {
        return new StructType(table.columns().stream()
                .map(c -> DataTypes.createStructField(c.name(), type(c.type()), true))
                .toArray(StructField[]::new));
    }

    private static StructField field(LakeColumn column) {
        return DataTypes.createStructField(column.name(), type(column.type()), column.nullable());
    }

    private static DataType type(LakeType type) {
        return switch (type) {
            case STRING -> DataTypes.StringType;
            case INT -> DataTypes.IntegerType;
            case BIGINT -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
            case FLOAT -> DataTypes.FloatType;
            case BOOLEAN -> DataTypes.BooleanType;
            case DATE -> DataTypes.DateType;
            case TIMESTAMP -> DataTypes.TimestampType;
            case PRICE -> DataTypes.createDecimalType(18, 9);
            case BINARY -> DataTypes.BinaryType;
            case MAP_STRING_BIGINT -> DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType, false);
            case ARRAY_BIGINT -> DataTypes.createArrayType(DataTypes.LongType, false);
            case ARRAY_STRING -> DataTypes.createArrayType(DataTypes.StringType, false);
            case ARRAY_DATE -> DataTypes.createArrayType(DataTypes.DateType, false);
        };
    }
}
