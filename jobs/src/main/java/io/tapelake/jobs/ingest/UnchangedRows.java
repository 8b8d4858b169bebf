package io.tapelake.jobs.ingest;

import static org.apache.spark.sql.functions.col;

import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.lake.LakeTable;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts, of the rows of a re-issued file, those that the old content of its path had given as well. */
final class UnchangedRows {

    private final WorkingRun run;

    UnchangedRows(WorkingRun run) {
        this.run = run;
    }

    /**
     * @param replacements new file id to the old one
     * @param oldVersions old versions of tables, by new file id and table
     */
    void count(Map<Long, Long> replacements, Map<Long, Map<String, Long>> oldVersions, FileLedger ledger) {
        replacements.forEach((now, before) -> {
            FileEntry entry = ledger.takenWith(now).orElse(null);
            if (entry == null) {
                return;
            }
            LakeTable table =
                    SourceSchema.named(entry.header().schema()).orElseThrow().table();
            Column[] values = table.columnNames().stream()
                    .filter(c -> !c.equals("file_id") && !c.equals("record_index"))
                    .map(c -> col(c))
                    .toArray(Column[]::new);
            Dataset<Row> newRows =
                    run.read(table).where(col("file_id").equalTo(now)).select(values);
            Dataset<Row> oldRows = run.readAt(table, oldVersions.get(now).getOrDefault(table.name(), -1L))
                    .where(col("file_id").equalTo(before))
                    .select(values);
            ledger.put(entry.withUnchanged(newRows.intersectAll(oldRows).count()));
        });
    }
}
