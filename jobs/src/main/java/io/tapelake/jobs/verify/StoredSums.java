package io.tapelake.jobs.verify;

import static org.apache.spark.sql.functions.col;

import io.tapelake.jobs.publish.TableSource;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/** Sums up the rows of a table by the file they were taken from and their trade date. */
final class StoredSums {

    private final TableSource run;
    private final LakeTable table;
    private final List<String> key;

    /** Trade dates whose data files cannot be read, with the reason. */
    private final Map<LocalDate, String> unreadable = new HashMap<>();

    /** @param key columns that name a record where files overlap */
    StoredSums(TableSource run, LakeTable table, List<String> key) {
        this.run = run;
        this.table = table;
        this.key = List.copyOf(key);
    }

    /** Rows of one file on one date. */
    record Part(long fileId, LocalDate date) implements Serializable {}

    /**
     * The sums of some dates. A date that cannot be read is left out and named by {@link #unreadable}.
     *
     * @param files ids of the files wanted; null for all
     */
    Map<Part, ColumnSums> of(List<LocalDate> dates, Set<Long> files) {
        if (dates.isEmpty()) {
            return Map.of();
        }
        try {
            return sums(dates, files);
        } catch (Exception e) {
            // Spark throws checked exceptions without saying so: a RuntimeException is not all that comes.
            if (!cannotRead(e)) {
                throw e instanceof RuntimeException known
                        ? known
                        : new IllegalStateException("rows of " + table.name() + " cannot be summed up", e);
            }
            if (dates.size() == 1) {
                unreadable.put(dates.get(0), reason(e));
                return Map.of();
            }
            int half = dates.size() / 2;
            Map<Part, ColumnSums> both = new HashMap<>(of(dates.subList(0, half), files));
            both.putAll(of(dates.subList(half, dates.size()), files));
            return both;
        }
    }

    Map<LocalDate, String> unreadable() {
        return unreadable;
    }

    /** True if a task failed, and not the making of it. */
    private static boolean cannotRead(Throwable e) {
        boolean task = false;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotSerializableException) {
                return false;
            }
            task |= cause instanceof SparkException || cause instanceof IOException;
        }
        return task;
    }

    private static String reason(Throwable e) {
        Throwable bottom = e;
        while (bottom.getCause() != null && bottom.getCause() != bottom) {
            bottom = bottom.getCause();
        }
        String text = String.valueOf(bottom.getMessage());
        return text.lines().findFirst().orElse(text);
    }

    private Map<Part, ColumnSums> sums(List<LocalDate> dates, Set<Long> files) {
        String name = table.name();
        List<String> settlingKey = key;
        return new HashMap<>(rows(dates, files)
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitionsToPair(
                        rows -> sums(Tables.named(name), settlingKey, rows).iterator())
                .reduceByKey(ColumnSums::plus)
                .collectAsMap());
    }

    private Dataset<Row> rows(List<LocalDate> dates, Set<Long> files) {
        Dataset<Row> rows = run.read(table)
                .where(col("trade_date")
                        .isin(dates.stream().map(java.sql.Date::valueOf).toArray()));
        if (files != null) {
            rows = rows.where(col("file_id").isin(files.toArray()));
        }
        return rows.select(table.columnNames().stream().map(c -> col(c)).toArray(Column[]::new));
    }

    private static List<Tuple2<Part, ColumnSums>> sums(LakeTable table, List<String> key, Iterator<InternalRow> rows) {
        RowHash hash = new RowHash(table, key);
        StoredValues values = new StoredValues(table);
        int fileId = table.columnNames().indexOf("file_id");
        int date = table.columnNames().indexOf("trade_date");
        Map<Part, ColumnSums> sums = new HashMap<>();
        Part part = new Part(0, LocalDate.EPOCH);
        ColumnSums ofPart = null;
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            if (ofPart == null || part.fileId != row.getLong(fileId) || part.date.toEpochDay() != row.getInt(date)) {
                part = new Part(row.getLong(fileId), LocalDate.ofEpochDay(row.getInt(date)));
                ofPart = sums.computeIfAbsent(part, p -> new ColumnSums(hash.length()));
            }
            ofPart.add(hash.of(values.at(row)), 0);
        }
        List<Tuple2<Part, ColumnSums>> pairs = new ArrayList<>();
        sums.forEach((p, s) -> pairs.add(new Tuple2<>(p, s)));
        return pairs;
    }

    /** Of rows of some files: the file, the date, and the hashes that settle overlaps. */
    static List<Tuple2<SettledRecords.Key, long[]>> claims(
            LakeTable table, List<String> key, Map<Long, Integer> ranks, Iterator<InternalRow> rows) {
        RowHash hash = new RowHash(table, key);
        StoredValues values = new StoredValues(table);
        int fileId = table.columnNames().indexOf("file_id");
        int date = table.columnNames().indexOf("trade_date");
        List<Tuple2<SettledRecords.Key, long[]>> claims = new ArrayList<>();
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            values.at(row);
            claims.add(new Tuple2<>(
                    new SettledRecords.Key(row.getInt(date), hash.settlingKey(values)),
                    new long[] {ranks.get(row.getLong(fileId)), hash.values(values)}));
        }
        return claims;
    }

    /** The rows themselves of some files on some dates, with the hashes that settle overlaps. */
    org.apache.spark.api.java.JavaPairRDD<SettledRecords.Key, long[]> claims(
            List<LocalDate> dates, Map<Long, Integer> ranks) {
        String name = table.name();
        List<String> settlingKey = key;
        return rows(dates, ranks.keySet()).queryExecution().toRdd().toJavaRDD().mapPartitionsToPair(rows -> claims(
                        Tables.named(name), settlingKey, ranks, rows)
                .iterator());
    }
}
