package io.tapelake.lake.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.kernel.Snapshot;
import io.delta.kernel.SnapshotBuilder;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.KernelEngineException;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads the file list of a table from its Delta log. */
final class DeltaLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DeltaLog() {}

    static TableSnapshot open(LakeStorage storage, String root, LakeTable table, OptionalLong version) {
        String path = (root.endsWith("/") ? root : root + "/") + table.name();
        Engine engine = storage.engine(path);
        try {
            SnapshotBuilder wanted = TableManager.loadSnapshot(path);
            Snapshot snapshot = (version.isPresent() ? wanted.atVersion(version.getAsLong()) : wanted).build(engine);
            String mapping = snapshot.getTableProperties().getOrDefault("delta.columnMapping.mode", "none");
            if (!mapping.equals("none")) {
                throw new LakeException(
                        "table '" + table.name() + "' in " + root + " has delta.columnMapping.mode=" + mapping
                                + "; readers take column names as they are. Set it to none and write the table anew.");
            }
            return new TableSnapshot(table, snapshot.getVersion(), storage, files(snapshot, engine, table));
        } catch (TableNotFoundException e) {
            throw new LakeException("no table '" + table.name() + "' at " + path, e);
        } catch (KernelException | KernelEngineException | IOException | UncheckedIOException e) {
            throw new LakeException(
                    "cannot read table '" + table.name() + "'"
                            + (version.isPresent() ? " at version " + version.getAsLong() : "") + " from " + path + ": "
                            + reason(e),
                    e);
        }
    }

    /** The engine's errors name everything they were doing; what went wrong is at the bottom. */
    private static String reason(Exception error) {
        Throwable bottom = error;
        while (error instanceof KernelEngineException && bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        return bottom.getMessage() == null ? bottom.toString() : bottom.getMessage();
    }

    private static List<DataFile> files(Snapshot snapshot, Engine engine, LakeTable table) throws IOException {
        List<DataFile> files = new ArrayList<>();
        try (CloseableIterator<FilteredColumnarBatch> batches =
                snapshot.getScanBuilder().build().getScanFiles(engine, true)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> rows = batches.next().getRows()) {
                    while (rows.hasNext()) {
                        files.add(file(rows.next(), table));
                    }
                }
            }
        }
        return files;
    }

    private static DataFile file(Row row, LakeTable table) throws JsonProcessingException {
        FileStatus status = InternalScanFileUtils.getAddFileStatus(row);
        if (InternalScanFileUtils.getDeletionVectorDescriptorFromRow(row) != null) {
            throw new LakeException("file " + status.getPath() + " of table '" + table.name()
                    + "' has a deletion vector, which readers do not apply. Set delta.enableDeletionVectors=false and"
                    + " rewrite the file.");
        }
        String column = table.partitionColumn().orElse("");
        String partition = column.isEmpty()
                ? ""
                : InternalScanFileUtils.getPartitionValues(row).get(column);
        if (partition == null) {
            throw new LakeException("file " + status.getPath() + " of table '" + table.name() + "' has no value of "
                    + column + "; it must be written with one");
        }
        Row add = row.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL);
        int statsAt = InternalScanFileUtils.ADD_FILE_STATS_ORDINAL;
        JsonNode stats = add.isNullAt(statsAt) ? JSON.createObjectNode() : JSON.readTree(add.getString(statsAt));
        return new DataFile(
                status.getPath(),
                column,
                partition,
                status.getSize(),
                stats.path("numRecords").asLong(-1),
                bounds(stats.path("minValues"), table),
                bounds(stats.path("maxValues"), table));
    }

    private static Map<String, String> bounds(JsonNode values, LakeTable table) {
        Map<String, String> bounds = new HashMap<>();
        for (String column : table.sortColumns()) {
            JsonNode value = values.path(column);
            if (value.isValueNode() && !value.isNull()) {
                bounds.put(column, value.asText());
            }
        }
        return bounds;
    }
}
