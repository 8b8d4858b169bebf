package io.tapelake.jobs.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.tapelake.jobs.ingest.FileEntry.DateCounts;
import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.lake.LakeTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Writes some trade dates of one table anew, each from every file that has a part in it. Rows of files that overlap with
 * no other are taken over from the table, which spares reading their files again; files that overlap are read again, and
 * their records settled.
 */
final class TableRebuild {

    private final WorkingRun run;
    private final LakeTable table;
    private final FileLedger ledger;
    private final Map<Long, Inspection> inspections;
    private final Set<Long> dropped;
    private final IngestSettings settings;

    /**
     * @param ledger files as they are to be after the run; their counts are brought up to date
     * @param inspections the files whose rows are not in the table yet, by file id
     * @param dropped ids of content that is to go
     */
    TableRebuild(
            WorkingRun run,
            LakeTable table,
            FileLedger ledger,
            Map<Long, Inspection> inspections,
            Set<Long> dropped,
            IngestSettings settings) {
        this.run = run;
        this.table = table;
        this.ledger = ledger;
        this.inspections = inspections;
        this.dropped = dropped;
        this.settings = settings;
    }

    /** Writes dates none of whose files overlap. */
    void writePlain(List<LocalDate> dates) {
        Map<String, List<FileEntry>> added = new TreeMap<>();
        Set<FileEntry> all = filesOf(dates);
        for (FileEntry file : all) {
            if (inspections.containsKey(file.fileId())) {
                added.computeIfAbsent(file.header().schema(), s -> new ArrayList<>())
                        .add(file);
            }
        }
        boolean keeps = all.stream().anyMatch(f -> !inspections.containsKey(f.fileId()));
        Dataset<Row> rows = keeps || added.isEmpty() ? kept(dates, dropped) : null;
        for (Map.Entry<String, List<FileEntry>> schema : added.entrySet()) {
            List<FileEntry> files = schema.getValue();
            boolean whole =
                    files.stream().allMatch(f -> dates.containsAll(f.dates().keySet()));
            SourceSchema source = SourceSchema.named(schema.getKey()).orElseThrow();
            Dataset<Row> read = read(source, files, dates, whole, false);
            rows = rows == null ? read : rows.unionByName(read);
        }
        long expected = all.stream()
                .flatMap(f -> f.dates().entrySet().stream())
                .filter(e -> dates.contains(e.getKey()))
                .mapToLong(e -> e.getValue().stored())
                .sum();
        write(rows, dates, all, expected);
    }

    /**
     * Writes dates on which files overlap, settles them and counts anew.
     *
     * @param contested the files that overlap, by schema; those readable are read again
     * @return the records in conflict: file_id, trade_date, ordinal (negative if unknown)
     */
    List<Row> writeContested(List<LocalDate> dates, Map<String, List<FileEntry>> contested) {
        Set<FileEntry> all = filesOf(dates);
        Map<String, List<FileEntry>> toRead = new TreeMap<>(contested);
        for (FileEntry file : all) {
            List<FileEntry> ofSchema = toRead.computeIfAbsent(file.header().schema(), s -> new ArrayList<>());
            if (inspections.containsKey(file.fileId()) && !ofSchema.contains(file)) {
                ofSchema.add(file);
            }
        }
        Set<Long> readAgain = new TreeSet<>();
        toRead.values().forEach(files -> files.forEach(f -> readAgain.add(f.fileId())));
        Set<Long> notKept = new TreeSet<>(dropped);
        notKept.addAll(readAgain);
        Dataset<Row> settled = null;
        for (Map.Entry<String, List<FileEntry>> schema : toRead.entrySet()) {
            SourceSchema source = SourceSchema.named(schema.getKey()).orElseThrow();
            Dataset<Row> rows = keptTraced(dates, notKept, source, all);
            if (!schema.getValue().isEmpty()) {
                rows = rows.unionByName(read(source, schema.getValue(), dates, false, true));
            }
            rows = rows.join(broadcast(ranks(all)), "file_id");
            Dataset<Row> one = Settlement.settle(rows, table, source.key());
            settled = settled == null ? one : settled.unionByName(one);
        }
        Dataset<Row> decided = settled.persist(StorageLevel.DISK_ONLY());
        try {
            Map<Long, Map<LocalDate, DateCounts>> counts = countFates(decided);
            ledger.settle(dates, all, counts, readAgain);
            long expected = counts.values().stream()
                    .flatMap(m -> m.values().stream())
                    .mapToLong(DateCounts::stored)
                    .sum();
            write(
                    decided.where(col(Settlement.FATE).equalTo(Settlement.STORED))
                            .select(tableColumns()),
                    dates,
                    all,
                    expected);
            return decided.where(col(Settlement.FATE).equalTo(Settlement.CONFLICT))
                    .select("file_id", "trade_date", Settlement.ORDINAL)
                    .orderBy("file_id", Settlement.ORDINAL)
                    .limit(settings.maxConflictRows())
                    .collectAsList();
        } finally {
            decided.unpersist();
        }
    }

    private Dataset<Row> read(
            SourceSchema source, List<FileEntry> files, List<LocalDate> dates, boolean whole, boolean traced) {
        Map<Boolean, List<FileEntry>> byFormat =
                files.stream().collect(Collectors.partitioningBy(f -> f.file().isCsv()));
        List<FileEntry> csv = byFormat.get(true);
        List<FileEntry> dbn = byFormat.get(false);
        if (csv.isEmpty()) {
            return DbnRows.read(run.spark(), source, dbn, dates, whole, traced);
        }
        Dataset<Row> bars = CsvRows.read(run.spark(), table, csv, dates, traced, settings.files());
        return dbn.isEmpty() ? bars : bars.unionByName(DbnRows.read(run.spark(), source, dbn, dates, whole, traced));
    }

    private Set<FileEntry> filesOf(List<LocalDate> dates) {
        Map<Long, FileEntry> files = new LinkedHashMap<>();
        for (LocalDate date : dates) {
            ledger.takenFor(table.name(), date).forEach(f -> files.put(f.fileId(), f));
        }
        return new java.util.LinkedHashSet<>(files.values());
    }

    private Dataset<Row> kept(List<LocalDate> dates, Collection<Long> withoutFiles) {
        Dataset<Row> rows = run.read(table).where(DbnRows.predicate(dates));
        return withoutFiles.isEmpty() ? rows : rows.where(not(col("file_id").isin(withoutFiles.toArray())));
    }

    /** Rows of one schema that stay, in the shape of rows read from files; of bars the ordinal is not known any more. */
    private Dataset<Row> keptTraced(
            List<LocalDate> dates, Collection<Long> withoutFiles, SourceSchema source, Collection<FileEntry> files) {
        Object[] ofSchema = files.stream()
                .filter(f -> f.header().schema().equals(source.name()))
                .map(FileEntry::fileId)
                .toArray();
        return kept(dates, withoutFiles)
                .where(col("file_id").isin(ofSchema))
                .withColumn(Settlement.ORDINAL, source.keepsOrder() ? col("record_index") : lit(-1L));
    }

    private Dataset<Row> ranks(Collection<FileEntry> files) {
        List<FileEntry> inOrder = files.stream().sorted(FileLedger.PRECEDENCE).toList();
        List<Row> ranks = new ArrayList<>();
        for (int rank = 0; rank < inOrder.size(); rank++) {
            ranks.add(RowFactory.create(inOrder.get(rank).fileId(), rank));
        }
        return run.spark()
                .createDataFrame(
                        ranks,
                        new StructType()
                                .add("file_id", DataTypes.LongType, false)
                                .add(Settlement.RANK, DataTypes.IntegerType, false));
    }

    private static Map<Long, Map<LocalDate, DateCounts>> countFates(Dataset<Row> decided) {
        Map<Long, Map<LocalDate, DateCounts>> counts = new HashMap<>();
        Dataset<Row> grouped =
                decided.groupBy("file_id", "trade_date", Settlement.FATE).count();
        for (Row row : grouped.collectAsList()) {
            long n = row.getLong(3);
            DateCounts one =
                    switch (row.getString(2)) {
                        case Settlement.STORED -> new DateCounts(0, 0, 0, n, 0, 0);
                        case Settlement.MERGED -> new DateCounts(0, 0, 0, 0, n, 0);
                        default -> new DateCounts(0, 0, 0, 0, 0, n);
                    };
            counts.computeIfAbsent(row.getLong(0), f -> new HashMap<>())
                    .merge(
                            row.getDate(1).toLocalDate(),
                            one,
                            (a, b) -> new DateCounts(
                                    0,
                                    0,
                                    0,
                                    a.stored() + b.stored(),
                                    a.merged() + b.merged(),
                                    a.conflict() + b.conflict()));
        }
        return counts;
    }

    private void write(Dataset<Row> rows, List<LocalDate> dates, Collection<FileEntry> files, long expected) {
        FileLayout layout = FileLayout.of(
                FileLayout.estimate(dates, List.copyOf(files), inspections),
                settings.rowsPerFile(table),
                run.spark().sparkContext().defaultParallelism());
        int pieces = layout.pieces().size();
        Column[] order = table.sortColumns().stream().map(c -> col(c)).toArray(Column[]::new);
        Dataset<Row> placed;
        if (pieces > 1) {
            placed = rows.join(
                            broadcast(CellOrder.places(run.spark(), layout)),
                            CellOrder.place().equalTo(col(CellOrder.PLACE)),
                            "left")
                    .repartitionById(pieces, CellOrder.piece());
            // Which symbols a known file has rows of is not known for sure, and what has no place has no number.
            if (files.stream().allMatch(f -> inspections.containsKey(f.fileId()))) {
                order = CellOrder.by(table);
            }
        } else {
            placed = rows.repartition(1);
        }
        run.replace(
                table,
                placed.sortWithinPartitions(order).select(tableColumns()),
                DbnRows.predicate(dates),
                settings.zstdLevel(table));
        long written = run.lastRowsWritten(table);
        if (written != expected) {
            throw new IllegalStateException("table " + table.name() + ": " + written + " rows were written for dates "
                    + dates.get(0) + " to " + dates.get(dates.size() - 1) + ", but the files hold " + expected
                    + "; a file changed while it was read. Nothing was published: run the job again");
        }
    }

    private Column[] tableColumns() {
        return table.columnNames().stream().map(c -> col(c)).toArray(Column[]::new);
    }
}
