package io.tapelake.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.config.CodeVersion;
import io.tapelake.config.ConfigHash;
import io.tapelake.config.IngestConfig;
import io.tapelake.config.ScanConfig;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.ingest.DatesInLake;
import io.tapelake.jobs.ingest.DeliveredDates;
import io.tapelake.jobs.ingest.ExpectedInput;
import io.tapelake.jobs.ingest.FileRules;
import io.tapelake.jobs.ingest.IngestJob;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.jobs.ingest.IngestSettings;
import io.tapelake.jobs.ingest.InputSelection;
import io.tapelake.jobs.night.BackfillListener;
import io.tapelake.jobs.night.BackfillReport;
import io.tapelake.jobs.night.LakeDates;
import io.tapelake.jobs.night.NightNumbers;
import io.tapelake.jobs.night.NightReport;
import io.tapelake.jobs.night.PeakMemory;
import io.tapelake.jobs.publish.PinnedRun;
import io.tapelake.jobs.publish.PublishedRun;
import io.tapelake.jobs.publish.RunStamp;
import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.jobs.publish.lease.LeaseTerms;
import io.tapelake.jobs.reference.ReferenceJob;
import io.tapelake.jobs.reference.ReferenceReport;
import io.tapelake.jobs.scan.ConfiguredScan;
import io.tapelake.jobs.scan.ScanJob;
import io.tapelake.jobs.scan.ScanReport;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.OpenDays;
import io.tapelake.model.SessionCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs as one calls them: each begins a run on a lake, does its work, and publishes the run if anything changed. While
 * another job writes to the lake they throw {@link io.tapelake.jobs.publish.lease.LeaseException}. Not thread-safe.
 */
public final class LakeJobs {

    private static final Logger LOG = LoggerFactory.getLogger(LakeJobs.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Tables that a scan writes. */
    private static final Set<String> OF_A_SCAN =
            Set.of(Tables.DAY_STATS.name(), Tables.DAY_INDEX.name(), Tables.RESET_POINTS.name());

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
            publish(run, datesOf(report), NightReport.fileCounts(report));
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
            publishIfChanged(run, dates -> dates.forRunOfLookbacks(report.affectedDates()), report.counts());
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
            if (out.root().equals(in.root())
                    || !OF_A_SCAN.containsAll(out.tableVersions().keySet())) {
                throw new IllegalArgumentException(
                        "'" + scratch + "' is a lake with data of its own, not a place for a what-if"
                                + " scan; give a folder that does not exist yet");
            }
            ScanReport report = ScanJob.whatIf(in, out, ConfiguredScan.settings(config.scan()))
                    .scan(from, to);
            LakeDates dates = LakeDates.of(DatesInLake.of(in), OpenDays.none());
            out.publish(
                    json(dates.forRun(report.dates())),
                    json(report.counts()),
                    json(out.steps().seconds()));
            return report;
        }
    }

    /**
     * Takes in what is new or changed, scans the dates that are affected, and publishes both as one run. Files that are known
     * and unchanged are not opened.
     *
     * @param inputs paths or URIs; folders are searched to any depth
     * @return what it did; also when nothing had to be done and nothing was published
     * @throws io.tapelake.jobs.ingest.MissingInputException if an input does not exist
     */
    public NightReport nightly(List<String> inputs) {
        try (WorkingRun run = begin("nightly")) {
            IngestJob ingest = IngestJob.of(run, IngestSettings.of(config.ingest()), clock);
            IngestReport report = ingest.ingest(inputs);
            List<ExpectedInput.Missing> missing = ExpectedInput.of(config.nightly(), SessionCalendar.usEquities())
                    .missing(DeliveredDates.of(run), report.vendorDays(), clock.instant());
            return night("nightly", run, report, missing);
        }
    }

    /**
     * Takes in the files of a range of trade dates in date order, some at a time, scans what is affected, and publishes a run
     * for each. Started again it goes on where it stopped: files that are known are not opened, dates that are scanned are
     * not scanned again.
     *
     * @param inputs paths or URIs; folders are searched to any depth
     * @param from first trade date
     * @param to last trade date, inclusive
     * @throws io.tapelake.jobs.ingest.MissingInputException if an input does not exist
     */
    public BackfillReport backfill(List<String> inputs, LocalDate from, LocalDate to, BackfillListener listener) {
        InputSelection selection = InputSelection.of(
                spark.sessionState().newHadoopConf(), inputs, latest(), from, to, FileRules.of(config.ingest()));
        List<List<InputSelection.Dated>> parts = selection.parts(
                config.backfill().chunkFiles(), (long) config.backfill().chunkMb() << 20);
        listener.planned(selection, parts);
        BackfillReport report = BackfillReport.begin(from, to, selection);
        for (List<InputSelection.Dated> part : parts) {
            try (WorkingRun run = begin("backfill")) {
                IngestJob ingest = IngestJob.of(run, IngestSettings.of(config.ingest()), clock);
                NightReport done = night("backfill", run, ingest.ingest(selection, part), List.of());
                report = report.plus(done);
                listener.done(part, done);
            }
        }
        return report;
    }

    private Optional<PinnedRun> latest() {
        Lake readable = Lake.open(lake, spark.sessionState().newHadoopConf());
        try {
            return Optional.of(PinnedRun.of(spark, readable.latest()));
        } catch (LakeException nothingPublished) {
            return Optional.empty();
        }
    }

    private NightReport night(String job, WorkingRun run, IngestReport ingest, List<ExpectedInput.Missing> missing) {
        Set<LocalDate> changed = datesOf(ingest);
        ScanReport scan =
                ScanJob.of(run, ConfiguredScan.settings(config.scan())).scan(changed);
        run.steps().enter("count");
        DatesInLake inLake = DatesInLake.of(run);
        LakeDates dates = LakeDates.of(inLake, openBefore(run));
        NightNumbers numbers = run.changed()
                ? NightNumbers.of(tables(run, run.tableVersions()), base(run), scan.dates(), inLake)
                : NightNumbers.none();
        NightReport report = new NightReport(
                job,
                lake,
                run.changed() ? run.runId() : "",
                run.begun(),
                ingest,
                missing,
                scan,
                dates,
                numbers,
                Map.of());
        if (run.changed()) {
            changed.addAll(scan.dates());
            Map<String, Long> counts = report.counts();
            PeakMemory.ofThisProcess().ifPresent(bytes -> counts.put("peak_memory_mb", bytes >> 20));
            publish(run, dates.forRun(changed), counts);
        }
        return new NightReport(
                job,
                lake,
                report.runId(),
                report.began(),
                ingest,
                missing,
                scan,
                dates,
                numbers,
                run.steps().seconds());
    }

    private static OpenDays openBefore(WorkingRun run) {
        return run.base().map(PublishedRun::openDays).orElse(OpenDays.none());
    }

    private static LakeRun base(WorkingRun run) {
        return tables(run, run.base().map(PublishedRun::tableVersions).orElse(Map.of()));
    }

    private static LakeRun tables(WorkingRun run, Map<String, Long> versions) {
        return Lake.open(run.root(), run.spark().sessionState().newHadoopConf()).unpublished(run.runId(), versions);
    }

    private WorkingRun begin(String job) {
        return begin(job, lake);
    }

    private WorkingRun begin(String job, String lake) {
        String hash = ConfigHash.of(new Decisive(config.ingest(), config.scan()));
        return WorkingRun.begin(
                spark,
                lake,
                new RunStamp(job, CodeVersion.current().toString(), hash),
                LeaseTerms.of(config.lake()),
                clock);
    }

    private static void publish(WorkingRun run, Collection<LocalDate> changed, Map<String, Long> counts) {
        publishIfChanged(run, dates -> dates.forRun(changed), counts);
    }

    /** @param said what the row of the run says of dates */
    private static void publishIfChanged(
            WorkingRun run, Function<LakeDates, Map<String, Map<String, Object>>> said, Map<String, Long> counts) {
        if (run.changed()) {
            publish(run, said.apply(LakeDates.of(DatesInLake.of(run), openBefore(run))), counts);
        }
    }

    private static void publish(WorkingRun run, Map<String, Map<String, Object>> dates, Map<String, Long> counts) {
        run.steps().enter("publish");
        run.publish(json(dates), json(counts), json(run.steps().seconds()));
        LOG.info("published: {}", counts);
    }

    private static Set<LocalDate> datesOf(IngestReport report) {
        Set<LocalDate> dates = new TreeSet<>();
        report.changedDates().values().forEach(dates::addAll);
        return dates;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plain map has no JSON: " + value, e);
        }
    }
}
