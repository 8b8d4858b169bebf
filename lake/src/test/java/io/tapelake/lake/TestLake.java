package io.tapelake.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A lake written by hand for tests: Parquet files, and a Delta log of one JSON file per version. Tables are created on first
 * use; every change is a version.
 */
public final class TestLake {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;
    private final Map<String, Long> versions = new HashMap<>();
    private int pageRows = 100;
    private int groupRows = 1000;
    private int sortColumnsWithBounds = Integer.MAX_VALUE;
    private long runs;

    private TestLake(Path root) {
        this.root = root;
    }

    public static TestLake in(Path root) {
        return new TestLake(root);
    }

    public TestLake pages(int rowsPerPage, int rowsPerGroup) {
        this.pageRows = rowsPerPage;
        this.groupRows = rowsPerGroup;
        return this;
    }

    /** Lets the log keep bounds of the first few sort columns only. */
    public TestLake boundsOf(int sortColumns) {
        this.sortColumnsWithBounds = sortColumns;
        return this;
    }

    public Path root() {
        return root;
    }

    public long version(LakeTable table) {
        return versions.get(table.name());
    }

    /** Adds a file of rows to one partition; the partition is an empty text for a table in one folder. */
    public String add(LakeTable table, String partition, List<Map<String, Object>> rows) {
        return change(table, partition, rows, List.of());
    }

    /** Adds a file and removes others from the log, leaving their bytes where they are. */
    public String change(LakeTable table, String partition, List<Map<String, Object>> rows, List<String> removed) {
        long version = versions.merge(table.name(), 0L, (known, zero) -> known + 1);
        String folder =
                table.partitionColumn().map(c -> c + "=" + partition + "/").orElse("");
        String name = folder + "part-" + version + ".snappy.parquet";
        Path file = root.resolve(table.name()).resolve(name);
        try {
            Files.createDirectories(file.getParent());
            ParquetRows.write(file, table, rows, pageRows, groupRows);
            List<ObjectNode> actions = new ArrayList<>();
            if (version == 0) {
                actions.add(JSON.createObjectNode().set("protocol", protocol()));
                actions.add(JSON.createObjectNode().set("metaData", metaData(table)));
            }
            for (String path : removed) {
                ObjectNode remove = JSON.createObjectNode();
                remove.put("path", path).put("deletionTimestamp", 1).put("dataChange", true);
                actions.add(JSON.createObjectNode().set("remove", remove));
            }
            actions.add(JSON.createObjectNode().set("add", added(table, partition, name, file, rows)));
            commit(table, version, actions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name;
    }

    /** Replaces the log of a table up to its version by a checkpoint, as Delta and its clean-up do in time. */
    public TestLake checkpoint(LakeTable table) {
        Path log = root.resolve(table.name()).resolve("_delta_log");
        try {
            TestCheckpoint.write(log, version(table));
            for (long old = 0; old < version(table); old++) {
                Files.delete(log.resolve(String.format("%020d.json", old)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Publishes a run of every table as it is now. */
    public TestLake publish(String runId) {
        return publish(runId, versions, false);
    }

    public TestLake publish(String runId, Map<String, Long> tableVersions, boolean withdrawn) {
        Map<String, Object> row = new HashMap<>();
        row.put("run_id", runId);
        row.put("sequence", ++runs);
        row.put("created_at_ns", 1_000_000_000L * runs);
        row.put("job", "ingest");
        row.put("code_version", "test");
        row.put("config_hash", "0");
        row.put("table_versions", new HashMap<>(tableVersions));
        row.put("pinned", false);
        row.put("withdrawn", withdrawn);
        add(Tables.RUNS, "", List.of(TestRows.complete(Tables.RUNS, row)));
        return this;
    }

    /** Publishes a run that was let go since. */
    public TestLake publishLetGo(String runId, long letGoAtNs) {
        Map<String, Object> row = new HashMap<>();
        row.put("run_id", runId);
        row.put("sequence", ++runs);
        row.put("created_at_ns", 1_000_000_000L * runs);
        row.put("table_versions", new HashMap<>(versions));
        row.put("pinned", false);
        row.put("withdrawn", false);
        row.put("let_go_at_ns", letGoAtNs);
        add(Tables.RUNS, "", List.of(TestRows.complete(Tables.RUNS, row)));
        return this;
    }

    private void commit(LakeTable table, long version, List<ObjectNode> actions) throws IOException {
        Path log = root.resolve(table.name()).resolve("_delta_log");
        Files.createDirectories(log);
        List<String> lines = actions.stream().map(ObjectNode::toString).toList();
        Files.write(log.resolve(String.format("%020d.json", version)), lines);
    }

    private static ObjectNode protocol() {
        return JSON.createObjectNode().put("minReaderVersion", 1).put("minWriterVersion", 2);
    }

    private static ObjectNode metaData(LakeTable table) {
        ObjectNode schema = JSON.createObjectNode().put("type", "struct");
        ArrayNode fields = schema.putArray("fields");
        for (LakeColumn column : table.columns()) {
            ObjectNode field = fields.addObject().put("name", column.name());
            field.set("type", deltaType(column.type()));
            field.put("nullable", column.nullable());
            field.putObject("metadata");
        }
        ObjectNode metaData = JSON.createObjectNode().put("id", table.name());
        metaData.putObject("format").put("provider", "parquet").putObject("options");
        metaData.put("schemaString", schema.toString());
        ArrayNode partitions = metaData.putArray("partitionColumns");
        table.partitionColumn().ifPresent(partitions::add);
        ObjectNode properties = metaData.putObject("configuration");
        table.properties().forEach(properties::put);
        return metaData.put("createdTime", 1);
    }

    private static com.fasterxml.jackson.databind.JsonNode deltaType(LakeType type) {
        String element =
                switch (type) {
                    case ARRAY_BIGINT, MAP_STRING_BIGINT -> "long";
                    case ARRAY_STRING -> "string";
                    case ARRAY_DATE -> "date";
                    default -> "";
                };
        if (type == LakeType.MAP_STRING_BIGINT) {
            return JSON.createObjectNode()
                    .put("type", "map")
                    .put("keyType", "string")
                    .put("valueType", element)
                    .put("valueContainsNull", true);
        }
        if (!element.isEmpty()) {
            return JSON.createObjectNode()
                    .put("type", "array")
                    .put("elementType", element)
                    .put("containsNull", true);
        }
        return JSON.getNodeFactory()
                .textNode(
                        switch (type) {
                            case BIGINT -> "long";
                            case INT -> "integer";
                            case PRICE -> "decimal(18,9)";
                            default -> type.name().toLowerCase(java.util.Locale.ROOT);
                        });
    }

    private ObjectNode added(LakeTable table, String partition, String name, Path file, List<Map<String, Object>> rows)
            throws IOException {
        ObjectNode add = JSON.createObjectNode().put("path", name);
        ObjectNode values = add.putObject("partitionValues");
        table.partitionColumn().ifPresent(column -> values.put(column, partition));
        add.put("size", Files.size(file)).put("modificationTime", 1).put("dataChange", true);
        ObjectNode stats = JSON.createObjectNode().put("numRecords", rows.size());
        ObjectNode smallest = stats.putObject("minValues");
        ObjectNode largest = stats.putObject("maxValues");
        for (String column :
                table.sortColumns().stream().limit(sortColumnsWithBounds).toList()) {
            if (!rows.isEmpty() && rows.stream().allMatch(row -> row.get(column) != null)) {
                bounds(column, table.column(column).type(), rows, smallest, largest);
            }
        }
        return add.put("stats", stats.toString());
    }

    private static void bounds(
            String column, LakeType type, List<Map<String, Object>> rows, ObjectNode smallest, ObjectNode largest) {
        if (type == LakeType.STRING) {
            smallest.put(
                    column,
                    rows.stream()
                            .map(r -> (String) r.get(column))
                            .min(String::compareTo)
                            .orElseThrow());
            largest.put(
                    column,
                    rows.stream()
                            .map(r -> (String) r.get(column))
                            .max(String::compareTo)
                            .orElseThrow());
        } else if (type == LakeType.BIGINT || type == LakeType.INT) {
            smallest.put(
                    column,
                    rows.stream()
                            .mapToLong(r -> ((Number) r.get(column)).longValue())
                            .min()
                            .orElseThrow());
            largest.put(
                    column,
                    rows.stream()
                            .mapToLong(r -> ((Number) r.get(column)).longValue())
                            .max()
                            .orElseThrow());
        }
    }
}
