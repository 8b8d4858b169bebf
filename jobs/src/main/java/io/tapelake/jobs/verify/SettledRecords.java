package io.tapelake.jobs.verify;

import io.tapelake.jobs.ingest.FileRules;
import io.tapelake.jobs.ingest.SourceSchema;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/**
 * Settles records of files that overlap once more, by the rule and not by the code that did it before: of the files that have
 * a record of one key the first keeps all of its records; of another file's, as many are merged as equal one of those. A
 * file that cannot be read any more is represented by its rows in the table, as it is when files are taken in.
 *
 * <p>Records of the dates in question are shuffled by their key, some 200 bytes each.
 */
final class SettledRecords {

    private SettledRecords() {}

    /** What names a record. */
    record Key(int epochDay, long hash) implements Serializable {}

    /**
     * What becomes of the records of one file on one date.
     *
     * @param stored the sums of the rows that it should have
     * @param merged how many equal a row of a file that goes before
     * @param conflict how many differ from it
     */
    record Fate(ColumnSums stored, long merged, long conflict) implements Serializable {
        Fate plus(Fate other) {
            return new Fate(stored.plus(other.stored), merged + other.merged, conflict + other.conflict);
        }
    }

    /** The order in which files go before others: changed last by the vendor, claims the longer interval, smaller hash. */
    static List<LedgerFile> inOrder(Collection<LedgerFile> files) {
        return files.stream()
                .sorted(Comparator.comparing(
                                (LedgerFile f) ->
                                        f.vendorLastModified() == null ? LocalDate.MIN : f.vendorLastModified(),
                                Comparator.<LocalDate>reverseOrder())
                        .thenComparing(LedgerFile::coverageNs, Comparator.reverseOrder())
                        .thenComparing(LedgerFile::contentHash))
                .toList();
    }

    /**
     * Settles files of one schema.
     *
     * @param dates the dates on which they overlap
     * @param files all taken files of the schema with records of these dates
     * @param paths file id to where its content can be read; the others are represented by their rows
     */
    static Map<StoredSums.Part, Fate> settle(
            SparkSession spark,
            SourceSchema schema,
            Set<LocalDate> dates,
            Collection<LedgerFile> files,
            Map<Long, String> paths,
            StoredSums stored,
            FileRules rules) {
        List<LedgerFile> inOrder = inOrder(files);
        Set<Integer> days = new HashSet<>();
        dates.forEach(date -> days.add((int) date.toEpochDay()));
        List<Tuple2<Integer, String>> toRead = new ArrayList<>();
        Map<Long, Integer> gone = new TreeMap<>();
        for (int rank = 0; rank < inOrder.size(); rank++) {
            long id = inOrder.get(rank).fileId();
            if (paths.containsKey(id)) {
                toRead.add(new Tuple2<>(rank, paths.get(id)));
            } else {
                gone.put(id, rank);
            }
        }
        if (toRead.isEmpty()) {
            return Map.of();
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> hadoop = context.broadcast(
                new SerializableConfiguration(spark.sessionState().newHadoopConf()));
        int length = new RowHash(schema.table(), schema.key()).length();
        JavaPairRDD<Key, long[]> claims = context.parallelize(toRead, toRead.size())
                .flatMapToPair(file -> claims(
                                file._1(),
                                file._2(),
                                days,
                                rules,
                                hadoop.value().value())
                        .iterator());
        if (!gone.isEmpty()) {
            claims = claims.union(stored.claims(List.copyOf(dates), gone));
        }
        Map<Tuple2<Integer, Integer>, Fate> fates = claims.groupByKey()
                .flatMapToPair(key -> settle(key._1(), key._2(), length).iterator())
                .reduceByKey(Fate::plus)
                .collectAsMap();
        Map<StoredSums.Part, Fate> byFile = new HashMap<>();
        fates.forEach((fileOnDate, fate) -> byFile.put(
                new StoredSums.Part(inOrder.get(fileOnDate._1()).fileId(), LocalDate.ofEpochDay(fileOnDate._2())),
                fate));
        return byFile;
    }

    private static List<Tuple2<Key, long[]>> claims(
            int rank, String path, Set<Integer> days, FileRules rules, Configuration hadoop) {
        List<Tuple2<Key, long[]>> claims = new ArrayList<>();
        FileRecords.each(path, rules, hadoop, (day, schema, hash, row, index) -> {
            if (days.contains(day)) {
                long[] hashes = hash.of(row);
                long[] claim = new long[2 + hashes.length];
                claim[0] = rank;
                claim[1] = hash.values(row);
                System.arraycopy(hashes, 0, claim, 2, hashes.length);
                claims.add(new Tuple2<>(new Key(day, hash.settlingKey(row)), claim));
            }
        });
        return claims;
    }

    private static List<Tuple2<Tuple2<Integer, Integer>, Fate>> settle(Key key, Iterable<long[]> claims, int length) {
        Map<Integer, List<long[]>> byFile = new TreeMap<>();
        claims.forEach(
                c -> byFile.computeIfAbsent((int) c[0], f -> new ArrayList<>()).add(c));
        List<Tuple2<Tuple2<Integer, Integer>, Fate>> fates = new ArrayList<>();
        Map<Long, Long> given = null;
        for (Map.Entry<Integer, List<long[]>> file : byFile.entrySet()) {
            ColumnSums stored = new ColumnSums(length);
            Map<Long, Long> own = new HashMap<>();
            for (long[] claim : file.getValue()) {
                own.merge(claim[1], 1L, Long::sum);
            }
            long merged = 0;
            long conflict = 0;
            if (given == null) {
                given = own;
                // Rows that stand for a file that is gone have no hashes of columns: nothing of it is to be proved.
                file.getValue().stream().filter(c -> c.length > 2).forEach(c -> stored.add(c, 2));
            } else {
                for (Map.Entry<Long, Long> value : own.entrySet()) {
                    merged += Math.min(value.getValue(), given.getOrDefault(value.getKey(), 0L));
                }
                conflict = file.getValue().size() - merged;
            }
            fates.add(new Tuple2<>(new Tuple2<>(file.getKey(), key.epochDay()), new Fate(stored, merged, conflict)));
        }
        return fates;
    }
}
