package io.tapelake.index;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import java.util.HashMap;
import java.util.Map;

/**
 * A file that rows of a day came from.
 *
 * @param fileId its number in {@code ingested_files}
 * @param path where it was read
 * @param schema its schema, such as trades
 */
public record RawFile(long fileId, String path, String schema) {

    /** The files of a run by number. */
    static Map<Long, RawFile> of(LakeRun run) {
        if (!run.has(Tables.INGESTED_FILES)) {
            throw new LakeException("run '" + run.id() + "' of the lake at " + run.root()
                    + " does not say which files were taken in: it has no table ingested_files");
        }
        Map<Long, RawFile> files = new HashMap<>();
        try (RowCursor row = TableScan.of(run.table(Tables.INGESTED_FILES))
                .columns("file_id", "path", "schema", "outcome")
                .open()) {
            while (row.next()) {
                if ("taken".equals(row.textAt(3))) {
                    files.put(row.longAt(0), new RawFile(row.longAt(0), row.textAt(1), row.textAt(2)));
                }
            }
        }
        return files;
    }
}
