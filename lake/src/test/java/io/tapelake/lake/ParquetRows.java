package io.tapelake.lake;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.xerial.snappy.Snappy;

/** Writes rows of a table as the jobs' writer lays them out: version 2 pages, no dictionary, zstd, bounded pages. */
final class ParquetRows {

    private ParquetRows() {}

    /** One row group takes at most {@code groupRows} rows. Rows are maps from column to value; missing is null. */
    static void write(Path file, LakeTable table, Iterable<Map<String, Object>> rows, int pageRows, int groupRows) {
        MessageType schema = schema(table);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withWriterVersion(WriterVersion.PARQUET_2_0)
                .withDictionaryEncoding(false)
                .withPageRowCountLimit(pageRows)
                .withRowGroupRowCountLimit(groupRows)
                .withCodecFactory(new Compressors())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .build()) {
            for (Map<String, Object> row : rows) {
                writer.write(group(schema, table, row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageType schema(LakeTable table) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (LakeColumn column : table.columns()) {
            if (table.partitionColumn().filter(column.name()::equals).isEmpty()) {
                schema.addField(type(column));
            }
        }
        return schema.named("spark_schema");
    }

    private static Type type(LakeColumn column) {
        Type.Repetition repetition = column.nullable() ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED;
        return switch (column.type()) {
            case MAP_STRING_BIGINT ->
                Types.map(repetition)
                        .key(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .optionalValue(PrimitiveTypeName.INT64)
                        .named(column.name());
            case ARRAY_BIGINT ->
                Types.list(repetition).optionalElement(PrimitiveTypeName.INT64).named(column.name());
            case ARRAY_STRING ->
                Types.list(repetition)
                        .optionalElement(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case ARRAY_DATE ->
                Types.list(repetition)
                        .optionalElement(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
            default ->
                Types.primitive(primitive(column.type()), repetition)
                        .as(meaning(column.type()))
                        .named(column.name());
        };
    }

    private static PrimitiveTypeName primitive(LakeType type) {
        return switch (type) {
            case INT, DATE -> PrimitiveTypeName.INT32;
            case BIGINT, TIMESTAMP, PRICE -> PrimitiveTypeName.INT64;
            case DOUBLE -> PrimitiveTypeName.DOUBLE;
            case FLOAT -> PrimitiveTypeName.FLOAT;
            case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
            default -> PrimitiveTypeName.BINARY;
        };
    }

    private static LogicalTypeAnnotation meaning(LakeType type) {
        return switch (type) {
            case STRING -> LogicalTypeAnnotation.stringType();
            case DATE -> LogicalTypeAnnotation.dateType();
            case TIMESTAMP -> LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS);
            case PRICE -> LogicalTypeAnnotation.decimalType(9, 18);
            default -> null;
        };
    }

    private static Group group(MessageType schema, LakeTable table, Map<String, Object> row) {
        SimpleGroup group = new SimpleGroup(schema);
        for (LakeColumn column : table.columns()) {
            if (!column.nullable() && row.get(column.name()) == null && schema.containsField(column.name())) {
                throw new IllegalArgumentException(table.name() + "." + column.name() + " may not be null: " + row);
            }
        }
        row.forEach((name, value) -> {
            table.column(name);
            if (value != null && schema.containsField(name)) {
                add(group, name, value);
            }
        });
        return group;
    }

    private static void add(Group group, String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            Group added = group.addGroup(name);
            map.forEach((key, of) -> {
                Group entry = added.addGroup(0);
                add(entry, "key", key);
                add(entry, "value", of);
            });
        } else if (value instanceof List<?> list) {
            Group added = group.addGroup(name);
            for (Object element : list) {
                Group entry = added.addGroup(0);
                if (element != null) {
                    add(entry, "element", element);
                }
            }
        } else if (value instanceof Integer number) {
            group.add(name, number);
        } else if (value instanceof Long number) {
            group.add(name, number);
        } else if (value instanceof Double number
                && group.getType().getType(name).asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.FLOAT) {
            group.add(name, number.floatValue());
        } else if (value instanceof Double number) {
            group.add(name, number);
        } else if (value instanceof Boolean truth) {
            group.add(name, truth);
        } else if (value instanceof LocalDate date) {
            group.add(name, (int) date.toEpochDay());
        } else if (value instanceof Instant instant) {
            group.add(name, ChronoUnit.MICROS.between(Instant.EPOCH, instant));
        } else if (value instanceof BigDecimal price) {
            group.add(name, price.setScale(9).unscaledValue().longValueExact());
        } else if (value instanceof byte[] bytes) {
            group.add(name, Binary.fromConstantByteArray(bytes));
        } else {
            group.add(name, (String) value);
        }
    }

    static final class Compressors implements CompressionCodecFactory {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            return new BytesInputCompressor() {
                @Override
                public BytesInput compress(BytesInput bytes) throws IOException {
                    byte[] page = bytes.toInputStream().readAllBytes();
                    return BytesInput.from(
                            codec == CompressionCodecName.SNAPPY ? Snappy.compress(page) : Zstd.compress(page, 3));
                }

                @Override
                public CompressionCodecName getCodecName() {
                    return codec;
                }

                @Override
                public void release() {}
            };
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release() {}
    }
}
