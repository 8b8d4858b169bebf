package io.tapelake.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.config.CodeVersion;
import io.tapelake.config.ConfigHash;
import io.tapelake.config.IngestConfig;
import io.tapelake.config.ScanConfig;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.ingest.DatesInLake;
import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.ingest.IngestJob;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.jobs.ingest.IngestSettings;
import io.tapelake.jobs.ingest.LakeProbe;
import io.tapelake.jobs.publish.PinnedRun;
import io.tapelake.jobs.publish.RunStamp;
import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.jobs.publish.lease.LeaseTerms;
import io.tapelake.jobs.reference.ReferenceJob;
import io.tapelake.jobs.reference.ReferenceReport;
import io.tapelake.jobs.scan.ConfiguredScan;
import io.tapelake.jobs.scan.ScanJob;
import io.tapelake.jobs.scan.ScanReport;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/**
 * The jobs as one calls them: each begins a run on a lake, does its work, and publishes the run if anything changed. While
 * another job writes to the lake they throw {@link io.tapelake.jobs.publish.lease.LeaseException}. Not thread-safe.
 */
public final class LakeJobs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SparkSession spark;
    private final String lake;
    private final TapelakeConfig config;
    private final Clock clock;

    private LakeJobs(SparkSession spark, String lake, TapelakeConfig config, Clock clock) {
        this.spark = spark;
        this.lake = lake;
        this.config = config;
        this.clock = clock;
    }

    /** What decides the content of tables, and so stands in a run. */
    private record Decisive(IngestConfig ingest, ScanConfig scan) {}

    /** What an ingest followed by a scan did. */
    public record NightReport(IngestReport ingest, ScanReport scan) {}

    /**
     * Jobs on one lake.
     *
     * @param lake folder or URI; made if it is not there
     */
    public static LakeJobs on(SparkSession spark, String lake, TapelakeConfig config, Clock clock) {
        return new LakeJobs(spark, lake, config, clock);
    }

    /** Takes files in and publishes them. Day statistics stay as they were until a scan. */
    public IngestReport ingest(List<String> inputs) {
        try (WorkingRun run = begin("ingest")) {
            IngestReport report =
                    IngestJob.of(run, IngestSettings.of(config.ingest()), clock).ingest(inputs);
            publish(run, datesOf(report), counts(report.files()));
            return report;
        }
    }

    /**
     * Takes corporate actions and names of securities from files and publishes them. The next scan looks again at the dates
     * on which this changes what some day looks back at.
     *
     * @param files CSV files with a header, or JSON lines of Databento's reference API
     */
    public ReferenceReport takeReference(List<String> files) {
        try (WorkingRun run = begin("reference")) {
            ReferenceReport report =
                    ReferenceJob.of(run, config.scan().lookbackDays()).take(files);
            publish(run, report.affectedDates(), Map.of("lookback_only", true), report.counts());
            return report;
        }
    }

    /** Computes what is due of the day statistics and publishes it. */
    public ScanReport scan() {
        return scan(false);
    }

    /** Computes the day statistics of every date again, as after a change of the code, and publishes them. */
    public ScanReport scanAgain() {
        return scan(true);
    }

    private ScanReport scan(boolean again) {
        try (WorkingRun run = begin("scan")) {
            Set<LocalDate> changed = again ? DatesInLake.of(run).dates() : Set.of();
            ScanReport report =
                    ScanJob.of(run, ConfiguredScan.settings(config.scan())).scan(changed);
            publish(run, report.dates(), report.counts());
            return report;
        }
    }

    /**
     * Scans dates of a published run with this configuration into a lake-shaped folder of its own, and publishes them there.
     * This lake is not touched.
     *
     * @param runId the run to read, or {@code latest}
     * @param from first trade date
     * @param to last trade date
     * @param scratch folder or URI; what an earlier scan of this kind left there is replaced
     */
    public ScanReport whatIf(String runId, LocalDate from, LocalDate to, String scratch) {
        PinnedRun in = PinnedRun.of(
                spark, Lake.open(lake, spark.sessionState().newHadoopConf()).run(runId));
        try (WorkingRun out = begin("what-if scan of " + in.runId(), scratch)) {
            if (out.root().equals(in.root()) || out.tableVersions().containsKey(Tables.INGESTED_FILES.name())) {
                throw new IllegalArgumentException(
                        "'" + scratch + "' is a lake with data of its own, not a place for a what-if"
                                + " scan; give a folder that does not exist yet");
            }
            ScanReport report = ScanJob.whatIf(in, out, ConfiguredScan.settings(config.scan()))
                    .scan(from, to);
            out.publish(json(Map.of()), json(report.counts()), "{}");
            return report;
        }
    }

    /** Takes files in, scans the dates that changed, and publishes both as one run. */
    public NightReport ingestAndScan(List<String> inputs) {
        try (WorkingRun run = begin("ingest+scan")) {
            IngestReport ingest =
                    IngestJob.of(run, IngestSettings.of(config.ingest()), clock).ingest(inputs);
            Set<LocalDate> dates = datesOf(ingest);
            ScanReport scan =
                    ScanJob.of(run, ConfiguredScan.settings(config.scan())).scan(dates);
            Map<String, Long> counts = counts(ingest.files());
            counts.putAll(scan.counts());
            dates.addAll(scan.dates());
            publish(run, dates, counts);
            return new NightReport(ingest, scan);
        }
    }

    private WorkingRun begin(String job) {
        return begin(job, lake);
    }

    private WorkingRun begin(String job, String lake) {
        LakeProbe.requireWritable(spark.sessionState().newHadoopConf(), lake);
        String hash = ConfigHash.of(new Decisive(config.ingest(), config.scan()));
        return WorkingRun.begin(
                spark,
                lake,
                new RunStamp(job, CodeVersion.current().toString(), hash),
                LeaseTerms.of(config.lake()),
                clock);
    }

    private static void publish(WorkingRun run, Collection<LocalDate> changed, Map<String, Long> counts) {
        publish(run, changed, Map.of(), counts);
    }

    /**
     * Publishes a run that changed something.
     *
     * @param more what else its row says of each date
     */
    private static void publish(
            WorkingRun run, Collection<LocalDate> changed, Map<String, Object> more, Map<String, Long> counts) {
        if (!run.changed()) {
            return;
        }
        Map<LocalDate, DatesInLake.Coverage> coverage = DatesInLake.of(run).coverage();
        Map<String, Map<String, Object>> dates = new TreeMap<>();
        for (LocalDate date : changed) {
            DatesInLake.Coverage covered = coverage.get(date);
            Map<String, Object> known = new TreeMap<>(more);
            known.put("state", covered == null ? "empty" : covered.state());
            if (covered != null) {
                known.put("covered_until_ns", covered.untilNs());
            }
            dates.put(date.toString(), known);
        }
        run.publish(json(dates), json(counts), "{}");
    }

    private static Set<LocalDate> datesOf(IngestReport report) {
        Set<LocalDate> dates = new TreeSet<>();
        report.changedDates().values().forEach(dates::addAll);
        return dates;
    }

    private static Map<String, Long> counts(List<FileReport> files) {
        Map<String, Long> counts = new TreeMap<>();
        for (FileReport file : files) {
            if (!file.opened()) {
                counts.merge("files_" + file.outcome(), 1L, Long::sum);
                continue;
            }
            counts.merge("files_" + file.outcome(), 1L, Long::sum);
            counts.merge("records", file.records(), Long::sum);
            counts.merge("stored", file.stored(), Long::sum);
            counts.merge("unchanged", file.unchanged(), Long::sum);
            counts.merge("merged", file.merged(), Long::sum);
            counts.merge("duplicate", file.duplicate(), Long::sum);
            counts.merge("quarantined", file.quarantined(), Long::sum);
            counts.merge("unsupported", file.unsupported(), Long::sum);
        }
        return counts;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plain map has no JSON: " + value, e);
        }
    }
}
