package io.tapelake.jobs.verify;

import io.tapelake.jobs.ingest.FileRules;
import io.tapelake.jobs.ingest.SourceSchema;
import io.tapelake.jobs.publish.PinnedRun;
import io.tapelake.jobs.verify.Finding.Kind;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.read.LakeRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Proves all files of a request, table by table. One use; not thread-safe. */
final class FileProofs {

    /** Conflicts beyond these are not kept one by one when files are taken in. */
    private static final long CONFLICTS_KEPT = 10_000;

    private final PinnedRun run;
    private final VerifyRequest request;
    private final List<LedgerFile> ledger;
    private final Map<String, Set<String>> broken;
    private final FileRules rules;

    private final Map<LedgerFile, FileProof> proofs = new LinkedHashMap<>();
    private final Map<Long, FileReading> contents = new HashMap<>();
    private final List<Finding> others = new ArrayList<>();
    private final Set<LedgerFile> partly = new HashSet<>();
    private final Set<LocalDate> unreadableDates = new TreeSet<>();
    private long records;
    private long rows;

    /** @param broken table to the partitions whose data files are not as the log has them */
    FileProofs(
            PinnedRun run,
            VerifyRequest request,
            List<LedgerFile> ledger,
            Map<String, Set<String>> broken,
            FileRules rules) {
        this.run = run;
        this.request = request;
        this.ledger = ledger;
        this.broken = broken;
        this.rules = rules;
        for (LedgerFile file : ledger) {
            boolean dated = file.dates().keySet().stream().anyMatch(request::wants);
            boolean wholeRange = request.from().isEmpty() && request.to().isEmpty();
            if (request.wants(file.path()) && (dated || wholeRange)) {
                proofs.put(file, new FileProof(file));
            }
        }
    }

    /**
     * What was done.
     *
     * @param proved files with nothing to say against
     * @param records records read
     * @param rows rows compared
     */
    record Totals(long proved, long records, long rows) {}

    long files() {
        return proofs.size();
    }

    /** Trade dates on which rows of some table cannot be read. */
    Set<LocalDate> unreadableDates() {
        return unreadableDates;
    }

    Totals totals() {
        long proved = proofs.entrySet().stream()
                .filter(p -> p.getValue().findings().isEmpty() && !partly.contains(p.getKey()))
                .count();
        return new Totals(proved, records, rows);
    }

    List<Finding> prove(LakeRun lakeRun) {
        read();
        Map<SourceSchema, List<LedgerFile>> bySchema = new TreeMap<>(Comparator.comparing(SourceSchema::name));
        for (LedgerFile file : ledger) {
            if (!file.isTaken()) {
                continue;
            }
            Optional<SourceSchema> schema = SourceSchema.named(String.valueOf(file.schema()));
            if (schema.isPresent()) {
                bySchema.computeIfAbsent(schema.get(), s -> new ArrayList<>()).add(file);
            } else if (proofs.containsKey(file)) {
                others.add(Finding.of(
                        Kind.NOT_PROVABLE,
                        file.path(),
                        "cannot be proved: files of schema " + file.schema() + " are not read here"));
            }
        }
        Map<LakeTable, List<SourceSchema>> byTable = bySchema.keySet().stream()
                .collect(Collectors.groupingBy(
                        SourceSchema::table,
                        () -> new TreeMap<>(Comparator.comparing(LakeTable::name)),
                        Collectors.toList()));
        byTable.forEach((table, schemas) -> {
            if (lakeRun.has(table)) {
                table(lakeRun, table, schemas, bySchema);
            } else {
                schemas.forEach(
                        s -> bySchema.get(s).forEach(file -> compare(file, s, Map.of(), Map.of(), Map.of(), Set.of())));
            }
        });
        List<Finding> findings = new ArrayList<>(others);
        proofs.values().forEach(proof -> findings.addAll(proof.findings()));
        others.clear();
        return findings;
    }

    /** Reads every file once, and says of each whether it is the one that was taken in. */
    private void read() {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(run.spark().sparkContext());
        Broadcast<SerializableConfiguration> hadoop = context.broadcast(
                new SerializableConfiguration(run.spark().sessionState().newHadoopConf()));
        Set<String> paths = new TreeSet<>(Comparator.naturalOrder());
        Map<String, Long> sizes = new HashMap<>();
        for (LedgerFile file : proofs.keySet()) {
            if (paths.add(file.path())) {
                sizes.put(file.path(), file.size());
            }
        }
        // Large files first, or the last one keeps a single core busy.
        List<String> largestFirst = new ArrayList<>(paths);
        largestFirst.sort(Comparator.comparing((String path) -> sizes.get(path)).reversed());
        FileRules said = rules;
        Map<String, FileReading> readings = new HashMap<>();
        if (!largestFirst.isEmpty()) {
            context.setJobDescription("read " + largestFirst.size() + " files again");
            context.parallelize(largestFirst, largestFirst.size())
                    .map(path -> FileRecords.sums(path, said, hadoop.value().value()))
                    .collect()
                    .forEach(reading -> readings.put(reading.path(), reading));
            context.setJobDescription(null);
        }
        proofs.forEach((file, proof) -> {
            FileReading own = readings.get(file.path());
            if (isContentOf(file, own)) {
                contents.putIfAbsent(file.fileId(), own);
            }
        });
        proofs.forEach((file, proof) -> {
            FileReading own = readings.get(file.path());
            proof.ledger();
            FileReading content = file.isTaken() ? contents.get(file.fileId()) : null;
            proof.content(own, content == null || content.path().equals(file.path()) ? null : content.path());
            records += own.records();
        });
    }

    private static boolean isContentOf(LedgerFile file, FileReading reading) {
        return file.contentHash() != null
                && reading.state() == FileReading.State.WHOLE
                && reading.contentHash().equals(file.contentHash());
    }

    private void table(
            LakeRun lakeRun,
            LakeTable table,
            List<SourceSchema> schemas,
            Map<SourceSchema, List<LedgerFile>> bySchema) {
        Set<String> brokenDates = broken.getOrDefault(table.name(), Set.of());
        List<LocalDate> dates = lakeRun.table(table).tradeDates().stream()
                .filter(request::wants)
                .filter(date -> !brokenDates.contains(date.toString()))
                .toList();
        Set<Long> wanted = null;
        if (request.files().isPresent()) {
            wanted = proofs.keySet().stream().map(LedgerFile::fileId).collect(Collectors.toSet());
        }
        // Sums are told apart by column, not by schema: any key that the table's rows have will do.
        StoredSums sums = new StoredSums(run, table, schemas.get(0).key());
        Map<StoredSums.Part, ColumnSums> stored = sums.of(dates, wanted);
        stored.values().forEach(s -> rows += s.rows());
        Map<Long, List<LocalDate>> datesOfFile = new HashMap<>();
        stored.keySet().forEach(p -> datesOfFile
                .computeIfAbsent(p.fileId(), f -> new ArrayList<>())
                .add(p.date()));
        sums.unreadable()
                .forEach((date, why) -> others.add(Finding.of(
                        Kind.DATA_FILE,
                        table.name(),
                        table.name(),
                        date,
                        "the rows of this date cannot be read: " + why)));
        Set<LocalDate> unreadable = new TreeSet<>(sums.unreadable().keySet());
        brokenDates.forEach(date -> unreadable.add(LocalDate.parse(date)));
        unreadableDates.addAll(unreadable);
        Set<Long> taken = new HashSet<>();
        for (SourceSchema schema : schemas) {
            List<LedgerFile> files = bySchema.get(schema);
            files.forEach(f -> taken.add(f.fileId()));
            Map<StoredSums.Part, SettledRecords.Fate> settled = settle(schema, files, sums, unreadable);
            files.stream()
                    .filter(proofs::containsKey)
                    .forEach(file -> compare(file, schema, stored, datesOfFile, settled, unreadable));
        }
        stored.forEach((part, s) -> {
            if (!taken.contains(part.fileId())) {
                others.add(Finding.of(
                        Kind.NO_FILE,
                        "file_id " + part.fileId(),
                        table.name(),
                        part.date(),
                        s.rows() + " rows of a file that ingested_files does not have as taken"));
            }
        });
    }

    private Map<StoredSums.Part, SettledRecords.Fate> settle(
            SourceSchema schema, List<LedgerFile> files, StoredSums sums, Set<LocalDate> unreadable) {
        Set<LocalDate> dates = new TreeSet<>();
        Set<LocalDate> ofProofs = new TreeSet<>();
        for (LedgerFile file : files) {
            file.dates().forEach((date, fates) -> {
                if (fates.merged() + fates.conflict() > 0 && request.wants(date) && !unreadable.contains(date)) {
                    dates.add(date);
                }
            });
            if (proofs.containsKey(file)) {
                ofProofs.addAll(file.dates().keySet());
            }
        }
        dates.retainAll(ofProofs);
        if (dates.isEmpty()) {
            return Map.of();
        }
        List<LedgerFile> concerned = files.stream()
                .filter(f -> f.dates().keySet().stream().anyMatch(dates::contains))
                .toList();
        Map<Long, String> paths = new HashMap<>();
        for (LedgerFile file : concerned) {
            FileReading content = contents.containsKey(file.fileId()) ? contents.get(file.fileId()) : readAlone(file);
            if (content != null) {
                paths.put(file.fileId(), content.path());
            }
        }
        return SettledRecords.settle(run.spark(), schema, dates, concerned, paths, sums, rules);
    }

    /** A file that was not asked for and overlaps with one that was. */
    private FileReading readAlone(LedgerFile file) {
        if (proofs.containsKey(file)) {
            return null;
        }
        FileReading reading =
                FileRecords.sums(file.path(), rules, run.spark().sessionState().newHadoopConf());
        return isContentOf(file, reading) ? reading : null;
    }

    private void compare(
            LedgerFile file,
            SourceSchema schema,
            Map<StoredSums.Part, ColumnSums> stored,
            Map<Long, List<LocalDate>> datesOfFile,
            Map<StoredSums.Part, SettledRecords.Fate> settled,
            Set<LocalDate> unreadable) {
        FileProof proof = proofs.get(file);
        FileReading content = contents.get(file.fileId());
        if (proof == null || content == null) {
            return;
        }
        Set<LocalDate> dates = new TreeSet<>(content.dates().keySet());
        dates.addAll(file.dates().keySet());
        dates.addAll(datesOfFile.getOrDefault(file.fileId(), List.of()));
        for (LocalDate date : dates) {
            if (!request.wants(date)) {
                continue;
            }
            if (unreadable.contains(date)) {
                partly.add(file);
                continue;
            }
            StoredSums.Part part = new StoredSums.Part(file.fileId(), date);
            SettledRecords.Fate fate = settled.get(part);
            if (fate != null) {
                proof.fates(date, fate);
            }
            proof.rows(date, schema, fate == null ? content.dates().get(date) : fate.stored(), stored.get(part));
        }
    }

    /**
     * Holds what quarantine has against the ledger.
     *
     * @param quarantined file id to records without a place in a table, and records in conflict
     */
    List<Finding> quarantine(Map<Long, long[]> quarantined) {
        List<Finding> findings = new ArrayList<>();
        long conflicts = quarantined.values().stream().mapToLong(c -> c[1]).sum();
        Set<Long> known = new HashSet<>();
        for (LedgerFile file : ledger) {
            known.add(file.fileId());
            FileProof proof = proofs.get(file);
            if (proof == null || file.outcome().equals("duplicate")) {
                continue;
            }
            FileProof ofQuarantine = new FileProof(file);
            long[] counts = quarantined.getOrDefault(file.fileId(), new long[2]);
            ofQuarantine.quarantine(counts[0], counts[1], conflicts < CONFLICTS_KEPT);
            findings.addAll(ofQuarantine.findings());
            if (!ofQuarantine.findings().isEmpty()) {
                partly.add(file);
            }
        }
        if (request.files().isEmpty()) {
            quarantined.forEach((id, counts) -> {
                if (!known.contains(id)) {
                    findings.add(Finding.of(
                            Kind.QUARANTINE,
                            "file_id " + id,
                            counts[0] + counts[1] + " records of a file that ingested_files does not have"));
                }
            });
        }
        return findings;
    }
}
