package io.tapelake.jobs.verify;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.ingest.FileRules;
import io.tapelake.jobs.publish.PinnedRun;
import io.tapelake.jobs.verify.Finding.Kind;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.PublishedRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Proves the tables of a run: reads the files again, makes the rows they should give apart from the code that wrote them, and
 * compares counts and a checksum per file, date and column. Also looks for the data files that the logs name, the versions that
 * runs name, and the counts of {@code day_stats}.
 *
 * <p>Reads only, and needs no lease. Files are read by all executors; the driver holds some numbers per file, date and column.
 * Not thread-safe.
 */
public final class VerifyJob {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SparkSession spark;
    private final String root;
    private final TapelakeConfig config;
    private final List<Finding> findings = new ArrayList<>();

    private VerifyJob(SparkSession spark, String root, TapelakeConfig config) {
        this.spark = spark;
        this.root = root;
        this.config = config;
    }

    /**
     * A job on a lake.
     *
     * @param root folder or URI of the lake
     * @param config for the DBN version of fragments, and the schemas that a scan measures
     */
    public static VerifyJob of(SparkSession spark, String root, TapelakeConfig config) {
        return new VerifyJob(spark, root, config);
    }

    /**
     * Verifies.
     *
     * @throws LakeException if there is no such run, or it was let go
     */
    public VerifyReport verify(VerifyRequest request) {
        findings.clear();
        Configuration hadoop = spark.sessionState().newHadoopConf();
        Lake lake = Lake.open(root, hadoop);
        findings.addAll(RunVersions.check(lake, hadoop));
        LakeRun run = readable(lake, lake.run(request.runId()));
        Map<String, Set<String>> broken = new HashMap<>();
        long dataFiles = dataFiles(run, request, broken);
        PinnedRun tables = PinnedRun.of(spark, run);
        if (!run.has(Tables.INGESTED_FILES) || broken.containsKey(Tables.INGESTED_FILES.name())) {
            findings.add(Finding.of(
                    Kind.NOT_PROVABLE,
                    Tables.INGESTED_FILES.name(),
                    "cannot be read; without it nothing is known of the files, and their rows cannot be proved"));
            return report(run, 0, new FileProofs.Totals(0, 0, 0), dataFiles, 0, 0);
        }
        List<LedgerFile> ledger = LedgerFile.all(tables);
        FileProofs proofs = new FileProofs(tables, request, ledger, broken, FileRules.of(config.ingest()));
        findings.addAll(proofs.prove(run));
        if (run.has(Tables.QUARANTINE) && !broken.containsKey(Tables.QUARANTINE.name())) {
            findings.addAll(proofs.quarantine(quarantined(tables)));
        }
        Set<LocalDate> pending = new TreeSet<>();
        Set<LocalDate> dates = new TreeSet<>();
        ledger.stream()
                .filter(LedgerFile::isTaken)
                .forEach(f -> dates.addAll(f.dates().keySet()));
        dates.removeAll(proofs.unreadableDates());
        long symbolDays = symbolDays(lake, run, tables, request, dates, broken, pending);
        return report(run, proofs.files(), proofs.totals(), dataFiles, symbolDays, pending.size());
    }

    /** The run without the tables whose logs do not give its version; each of those is a finding. */
    private LakeRun readable(Lake lake, LakeRun run) {
        Map<String, Long> versions = new HashMap<>();
        for (String name : run.tables()) {
            try {
                versions.put(name, run.table(name).version());
            } catch (LakeException e) {
                boolean known = findings.stream().anyMatch(f -> f.subject().equals(run.id()) && name.equals(f.table()));
                if (!known) {
                    findings.add(Finding.of(Kind.RUN, run.id(), name, null, e.getMessage()));
                }
            }
        }
        return versions.size() == run.tables().size() ? run : lake.unpublished(run.id(), versions);
    }

    private VerifyReport report(
            LakeRun run, long files, FileProofs.Totals totals, long dataFiles, long symbolDays, long pending) {
        findings.sort(Comparator.comparing(Finding::subject)
                .thenComparing(f -> f.tradeDate() == null ? LocalDate.MIN : f.tradeDate())
                .thenComparing(Finding::kind));
        return new VerifyReport(
                run.id(),
                files,
                totals.proved(),
                totals.records(),
                totals.rows(),
                dataFiles,
                symbolDays,
                pending,
                findings);
    }

    /** @param broken filled with table to the partitions that have a broken file */
    private long dataFiles(LakeRun run, VerifyRequest request, Map<String, Set<String>> broken) {
        DataFileCheck check = new DataFileCheck(spark);
        long looked = 0;
        for (String name : run.tables()) {
            LakeTable table = Tables.named(name);
            List<DataFile> files = run.table(table).files().stream()
                    .filter(f -> f.tradeDate().map(request::wants).orElse(true))
                    .toList();
            looked += files.size();
            for (DataFileCheck.Broken one : check.broken(run, table, files)) {
                broken.computeIfAbsent(name, t -> new HashSet<>())
                        .add(one.file().partitionValue());
                findings.add(Finding.of(
                        Kind.DATA_FILE,
                        one.file().path(),
                        name,
                        one.file().tradeDate().orElse(null),
                        one.detail() + "; the rows of this "
                                + (one.file().tradeDate().isPresent() ? "date" : "part") + " cannot be compared"));
            }
        }
        return looked;
    }

    /** File id to records in quarantine: those without a place in a table, and those in conflict. */
    private static Map<Long, long[]> quarantined(PinnedRun tables) {
        Map<Long, long[]> counts = new HashMap<>();
        for (Row row : tables.read(Tables.QUARANTINE)
                .groupBy(col("file_id"), col("reason").equalTo("conflict"))
                .agg(sum("records"))
                .collectAsList()) {
            counts.computeIfAbsent(row.getLong(0), f -> new long[2])[row.getBoolean(1) ? 1 : 0] = row.getLong(2);
        }
        return counts;
    }

    private long symbolDays(
            Lake lake,
            LakeRun run,
            PinnedRun tables,
            VerifyRequest request,
            Set<LocalDate> dates,
            Map<String, Set<String>> broken,
            Set<LocalDate> pending) {
        if (!run.has(Tables.DAY_STATS) || request.files().isPresent()) {
            return 0;
        }
        dates.removeIf(date -> !request.wants(date));
        pending.addAll(pending(lake, run.id()));
        pending.retainAll(dates);
        dates.removeAll(pending);
        Set<String> months = broken.getOrDefault(Tables.DAY_STATS.name(), Set.of());
        dates.removeIf(date -> months.contains(date.toString().substring(0, "2025-11".length())));
        Set<String> scanned = new TreeSet<>(config.scan().sourceOrder());
        scanned.addAll(config.scan().quoteOrder());
        scanned.add("status");
        SymbolDayCheck check = new SymbolDayCheck(tables, scanned);
        findings.addAll(check.check(dates));
        return check.symbolDays();
    }

    /** The dates whose rows changed since the last scan whose work is in the run; a lookback alone changes no count. */
    private static Set<LocalDate> pending(Lake lake, String runId) {
        Map<String, PublishedRun> byId = new HashMap<>();
        lake.runs().forEach(r -> byId.put(r.runId(), r));
        Set<LocalDate> pending = new TreeSet<>();
        for (PublishedRun run = byId.get(runId);
                run != null;
                run = byId.get(run.baseRunId().orElse(""))) {
            if (fields(run.counts().orElse("{}"), run).has("symbol_days")) {
                return pending;
            }
            fields(run.dates().orElse("{}"), run).properties().forEach(date -> {
                // A run may name dates that it did not touch, because they are open.
                if (date.getValue().path("changed").asBoolean(true)
                        && !date.getValue().path("lookback_only").asBoolean()) {
                    pending.add(LocalDate.parse(date.getKey()));
                }
            });
        }
        return pending;
    }

    private static JsonNode fields(String json, PublishedRun run) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("run " + run.runId() + " holds a text that is no JSON: " + json, e);
        }
    }
}
