package io.tapelake.spark.dbn;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * A column of the data frame and where its value comes from. Immutable.
 *
 * @param name as users write it
 * @param kind how the value is made
 * @param offset bytes from the start of the record in version 3; 0 where {@code kind} reads no field
 * @param bytes width of a text field; 0 elsewhere
 * @param required whether an undefined value is a problem: prices of bars and trades, and the index time
 */
record Column(String name, Kind kind, int offset, int bytes, boolean required) {
    /** How the value of a column is made. */
    enum Kind {
        /** New York date of the index time; {@code offset} is that of the time. */
        TRADE_DATE(DataTypes.DateType, true),
        /** UTC date of the index time; {@code offset} is that of the time. */
        UTC_TRADE_DATE(DataTypes.DateType, true),
        /** Dataset of the file; null for a file without metadata. */
        DATASET(DataTypes.StringType, true),
        /** Symbol on the UTC date of the index time; null when there is none. {@code offset} is that of the id. */
        SYMBOL(DataTypes.StringType, true),
        /** Schema of the file. */
        SOURCE_SCHEMA(DataTypes.StringType, false),
        /** State of the book from {@code bid} and {@code ask}; {@code offset} is that of the level. */
        CONDITION(DataTypes.StringType, false),
        /** Time in nanoseconds. */
        NANOS(DataTypes.LongType, true),
        /** Time cut to microseconds. */
        MICROS(DataTypes.TimestampType, true),
        /** Price in 1e-9 units. */
        PRICE(DataTypes.createDecimalType(18, 9), true),
        /** Unsigned 64 bits that are a number and must fit. */
        VOLUME(DataTypes.LongType, true),
        /** 64 bits as they are: signed, or an unsigned id. */
        BITS64(DataTypes.LongType, false),
        /** Signed 64 bits with an undefined value. */
        QUANTITY(DataTypes.LongType, true),
        /** Unsigned 32 bits. */
        U32(DataTypes.LongType, false),
        /** Signed 32 bits. */
        I32(DataTypes.IntegerType, false),
        /** Unsigned 16 bits. */
        U16(DataTypes.IntegerType, false),
        /** Signed 16 bits. */
        I16(DataTypes.IntegerType, false),
        /** Unsigned 8 bits. */
        U8(DataTypes.IntegerType, false),
        /** Signed 8 bits. */
        I8(DataTypes.IntegerType, false),
        /** One letter; null when the byte is 0. */
        LETTER(DataTypes.StringType, true),
        /** Text up to the first NUL. */
        TEXT(DataTypes.StringType, false),
        /** A BIGINT that this schema does not have. */
        NO_BIGINT(DataTypes.LongType, true),
        /** An INT that this schema does not have. */
        NO_INT(DataTypes.IntegerType, true),
        /** A letter that this schema does not have. */
        NO_LETTER(DataTypes.StringType, true),
        /** The file the row is from. */
        FILE(DataTypes.StringType, false),
        /** Ordinal of the record in the file, from 0. */
        RECORD_INDEX(DataTypes.LongType, false),
        /** Byte of the uncompressed stream where the record begins. */
        OFFSET(DataTypes.LongType, false),
        /** Why a value is null that should not be. */
        PROBLEM(DataTypes.StringType, true);

        // Spark's simple types are immutable.
        @SuppressWarnings("ImmutableEnumChecker")
        private final DataType type;

        private final boolean nullable;

        Kind(DataType type, boolean nullable) {
            this.type = type;
            this.nullable = nullable;
        }

        DataType type() {
            return type;
        }

        boolean nullable() {
            return nullable;
        }
    }

    static Column of(String name, Kind kind) {
        return new Column(name, kind, 0, 0, false);
    }

    static Column at(String name, Kind kind, int offset) {
        return new Column(name, kind, offset, 0, false);
    }

    Column asRequired() {
        return new Column(name, kind, offset, bytes, true);
    }

    /** Bytes from the start of the record that the column may read; 0 if it reads none. */
    int end() {
        return switch (kind) {
            case TEXT -> offset + bytes;
            case CONDITION -> offset + 2 * Long.BYTES;
            default -> offset == 0 ? 0 : offset + Long.BYTES;
        };
    }

    StructField field() {
        return DataTypes.createStructField(name, kind.type(), kind.nullable());
    }
}
