package io.tapelake.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Writes the checkpoint of a hand-made log: its actions as they stand at a version, as snappy Parquet. */
final class TestCheckpoint {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType(
            """
            message checkpoint {
              optional group protocol { required int32 minReaderVersion; required int32 minWriterVersion; }
              optional group metaData {
                optional binary id (STRING);
                optional group format {
                  optional binary provider (STRING);
                  optional group options (MAP) {
                    repeated group key_value { required binary key (STRING); optional binary value (STRING); }
                  }
                }
                optional binary schemaString (STRING);
                optional group partitionColumns (LIST) {
                  repeated group list { optional binary element (STRING); }
                }
                optional group configuration (MAP) {
                  repeated group key_value { required binary key (STRING); optional binary value (STRING); }
                }
                optional int64 createdTime;
              }
              optional group add {
                optional binary path (STRING);
                optional group partitionValues (MAP) {
                  repeated group key_value { required binary key (STRING); optional binary value (STRING); }
                }
                required int64 size;
                required int64 modificationTime;
                required boolean dataChange;
                optional binary stats (STRING);
              }
              optional group remove { optional binary path (STRING); optional int64 deletionTimestamp; }
            }
            """);

    private TestCheckpoint() {}

    static void write(Path log, long version) throws IOException {
        Map<String, JsonNode> standing = new LinkedHashMap<>();
        for (long v = 0; v <= version; v++) {
            for (String line : Files.readAllLines(log.resolve(String.format("%020d.json", v)))) {
                JsonNode action = JSON.readTree(line);
                String kind = action.fieldNames().next();
                String key = kind.equals("add") || kind.equals("remove")
                        ? action.get(kind).get("path").asText()
                        : kind;
                standing.remove(key);
                if (!kind.equals("remove")) {
                    standing.put(key, action);
                }
            }
        }
        String name = String.format("%020d.checkpoint.parquet", version);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(log.resolve(name)))
                .withConf(new PlainParquetConfiguration())
                .withType(SCHEMA)
                .withCodecFactory(new ParquetRows.Compressors())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build()) {
            for (JsonNode action : standing.values()) {
                SimpleGroup row = new SimpleGroup(SCHEMA);
                fill(row, SCHEMA, action);
                writer.write(row);
            }
        }
        Files.writeString(
                log.resolve("_last_checkpoint"), "{\"version\":" + version + ",\"size\":" + standing.size() + "}");
    }

    private static void fill(Group group, GroupType type, JsonNode from) {
        for (Type field : type.getFields()) {
            JsonNode value = from.get(field.getName());
            if (value == null || value.isNull()) {
                continue;
            }
            if (field.isPrimitive()) {
                add(group, field, value);
            } else if (field.asGroupType().containsField("key_value")) {
                Group map = group.addGroup(field.getName());
                value.properties().forEach(entry -> map.addGroup("key_value")
                        .append("key", entry.getKey())
                        .append("value", entry.getValue().asText()));
            } else if (field.asGroupType().containsField("list")) {
                Group list = group.addGroup(field.getName());
                List<JsonNode> elements = new ArrayList<>();
                value.forEach(elements::add);
                elements.forEach(e -> list.addGroup("list").append("element", e.asText()));
            } else {
                fill(group.addGroup(field.getName()), field.asGroupType(), value);
            }
        }
    }

    private static void add(Group group, Type field, JsonNode value) {
        PrimitiveTypeName name = field.asPrimitiveType().getPrimitiveTypeName();
        switch (name) {
            case INT32 -> group.append(field.getName(), value.intValue());
            case INT64 -> group.append(field.getName(), value.longValue());
            case BOOLEAN -> group.append(field.getName(), value.booleanValue());
            default -> group.append(field.getName(), value.asText());
        }
    }
}
