package io.tapelake.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.tapelake.jobs.ingest.Inspection.Rejected;
import io.tapelake.jobs.publish.SparkSchemas;
import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.lake.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The changes of one run to {@code quarantine}, written in one commit at the end. */
final class QuarantineTable {

    private final WorkingRun run;
    private final List<Row> added = new ArrayList<>();
    private Column stays = null;

    QuarantineTable(WorkingRun run) {
        this.run = run;
    }

    /** Everything of these files goes. */
    void dropFiles(Set<Long> fileIds) {
        drop(fileIds, null);
    }

    /** The conflicts of these files on these dates go: they are settled anew. */
    void dropConflicts(Set<Long> fileIds, List<LocalDate> dates) {
        if (!dates.isEmpty()) {
            drop(
                    fileIds,
                    col("reason")
                            .equalTo(Settlement.CONFLICT)
                            .and(col("trade_date").isin(DbnRows.sqlDates(dates))));
        }
    }

    private void drop(Set<Long> fileIds, Column also) {
        if (fileIds.isEmpty()) {
            return;
        }
        Column goes = col("file_id").isin(fileIds.toArray());
        goes = also == null ? goes : goes.and(also);
        stays = stays == null ? not(goes) : stays.and(not(goes));
    }

    /** What an inspection rejected or refused. */
    void add(Inspection inspection) {
        for (Rejected rejected : inspection.rejected()) {
            added.add(RowFactory.create(
                    inspection.fileId(),
                    inspection.file().path(),
                    rejected.offset() < 0 ? null : rejected.offset(),
                    rejected.recordIndex() < 0 ? null : rejected.recordIndex(),
                    rejected.records(),
                    rejected.reason(),
                    rejected.detail(),
                    rejected.raw(),
                    inspection.header() == null ? null : inspection.header().dataset(),
                    inspection.header() == null ? null : inspection.header().schema(),
                    rejected.tradeDate() == null ? null : java.sql.Date.valueOf(rejected.tradeDate()),
                    run.runId()));
        }
    }

    /** Records of one file in conflict, each as file_id, trade_date, ordinal. */
    void addConflicts(FileEntry file, List<Row> conflicts) {
        Set<Long> ordinals = conflicts.stream().map(c -> c.getLong(2)).collect(Collectors.toSet());
        Map<Long, RecordsAt.Found> records = RecordsAt.fetch(
                file.file(), ordinals, run.spark().sessionState().newHadoopConf());
        conflicts.forEach(c -> addConflict(file, c, records.get(c.getLong(2))));
    }

    /** One row per date for the conflicts of a file beyond those listed one by one. */
    void addMoreConflicts(FileEntry file, List<LocalDate> dates, List<Row> listed) {
        for (LocalDate date : dates) {
            FileEntry.DateCounts counts = file.dates().get(date);
            if (counts == null || counts.conflict() == 0) {
                continue;
            }
            long more = counts.conflict()
                    - listed.stream()
                            .filter(c -> c.getLong(0) == file.fileId()
                                    && c.getDate(1).toLocalDate().equals(date))
                            .count();
            if (more > 0) {
                add(file, null, null, more, "more of the same, beyond those listed one by one", null, date);
            }
        }
    }

    private void addConflict(FileEntry file, Row conflict, RecordsAt.Found record) {
        add(
                file,
                record == null ? null : record.offset(),
                conflict.getLong(2) < 0 ? null : conflict.getLong(2),
                1,
                "a file that goes before gives other values for this record",
                record == null ? null : record.bytes(),
                conflict.getDate(1).toLocalDate());
    }

    private void add(
            FileEntry file, Long offset, Long recordIndex, long records, String detail, byte[] raw, LocalDate date) {
        added.add(RowFactory.create(
                file.fileId(),
                file.file().path(),
                offset,
                recordIndex,
                records,
                Settlement.CONFLICT,
                detail,
                raw,
                file.header().dataset(),
                file.header().schema(),
                java.sql.Date.valueOf(date),
                run.runId()));
    }

    /** Writes the table if anything changes. */
    void write() {
        if (added.isEmpty()
                && (stays == null
                        || run.read(Tables.QUARANTINE).where(not(stays)).isEmpty())) {
            run.ensure(Tables.QUARANTINE);
            return;
        }
        Dataset<Row> before = run.read(Tables.QUARANTINE);
        Dataset<Row> kept = stays == null ? before : before.where(stays);
        Dataset<Row> rows = kept.unionByName(run.spark().createDataFrame(added, SparkSchemas.of(Tables.QUARANTINE)));
        run.replace(Tables.QUARANTINE, rows.repartition(1).sortWithinPartitions("file_id", "record_index"), "true", 3);
    }
}
