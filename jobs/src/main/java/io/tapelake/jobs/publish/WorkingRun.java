package io.tapelake.jobs.publish;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run while it is being made: starts from the newest published run that is not withdrawn, collects the versions of the tables it writes, and
 * publishes them together as the last act. Whoever reads the lake sees nothing of it before.
 *
 * <p>What came after that run is undone at the start: what an interrupted run left behind (table versions that no run
 * names), and what withdrawn runs wrote. One writer per lake;
 * not thread-safe.
 */
public final class WorkingRun implements TableSource {

    private static final Logger LOG = LoggerFactory.getLogger(WorkingRun.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final SparkSession spark;
    private final String root;
    private final RunStamp stamp;
    private final String runId;
    private final Instant begun;
    private final List<PublishedRun> published;
    private final Map<String, Long> versions = new TreeMap<>();
    private final Map<String, DeltaFolder> folders = new HashMap<>();
    private boolean changed;

    private WorkingRun(SparkSession spark, String root, RunStamp stamp, Instant begun, List<PublishedRun> published) {
        this.spark = spark;
        this.root = root;
        this.stamp = stamp;
        this.begun = begun;
        this.runId = STAMP.format(begun);
        this.published = published;
        base().ifPresent(run -> versions.putAll(run.tableVersions()));
    }

    /**
     * Begins a run on a lake, which may be empty or not exist yet.
     *
     * @param root folder or URI of the lake
     */
    public static WorkingRun begin(SparkSession spark, String root, RunStamp stamp, Clock clock) {
        String absolute = absolute(spark, root);
        DeltaFolder runs = new DeltaFolder(spark, absolute, Tables.RUNS);
        List<PublishedRun> published = PublishedRun.newestFirst(runs.read(runs.latestVersion()));
        WorkingRun run = new WorkingRun(spark, absolute, stamp, clock.instant(), published);
        run.undoUnpublished();
        return run;
    }

    /** With scheme, without a slash at the end. Delta takes a relative folder for the name of a table. */
    static String absolute(SparkSession spark, String root) {
        Path path = new Path(root);
        try {
            return path.getFileSystem(spark.sessionState().newHadoopConf())
                    .makeQualified(path)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("lake '" + root + "' is on a file system that cannot be reached", e);
        }
    }

    private void undoUnpublished() {
        for (LakeTable table : Tables.all()) {
            if (table.equals(Tables.RUNS)) {
                continue;
            }
            DeltaFolder folder = folder(table);
            long latest = folder.latestVersion();
            // Version 0 is the empty table made by createIfAbsent: the state of a table that no run has named yet.
            long wanted = latest == DeltaFolder.ABSENT ? latest : versions.getOrDefault(table.name(), 0L);
            if (latest > wanted) {
                LOG.warn(
                        "table {} is at version {}, the run to start from at {}: what a withdrawn run or an unfinished job"
                                + " wrote is undone",
                        table.name(),
                        latest,
                        wanted);
                folder.restore(wanted);
                versions.put(table.name(), folder.latestVersion());
            }
        }
    }

    /** The name of the run, from the time it began (UTC). */
    @Override
    public String runId() {
        return runId;
    }

    /** Hash of the configuration it is made with. */
    public String configHash() {
        return stamp.configHash();
    }

    /** The folder of the lake, without a slash at the end. */
    @Override
    public String root() {
        return root;
    }

    /** The Spark session of this run. */
    @Override
    public SparkSession spark() {
        return spark;
    }

    /** The run this one starts from: the newest published one that is not withdrawn. */
    public Optional<PublishedRun> base() {
        return published.stream().filter(run -> !run.withdrawn()).findFirst();
    }

    /**
     * The runs whose work is in the tables, newest first: the one this starts from, the one that started from, and so on. A run
     * withdrawn before its successor began is not among them; one withdrawn later is.
     */
    public List<PublishedRun> lineage() {
        Map<String, PublishedRun> byId = new HashMap<>();
        published.forEach(run -> byId.put(run.runId(), run));
        List<PublishedRun> lineage = new ArrayList<>();
        for (PublishedRun run = base().orElse(null); run != null; run = byId.get(run.baseRunId())) {
            lineage.add(run);
        }
        return lineage;
    }

    /** The versions of the tables as this run sees them now; tables never written are absent. */
    @Override
    public Map<String, Long> tableVersions() {
        return Map.copyOf(versions);
    }

    /** True once a table was written. */
    public boolean changed() {
        return changed;
    }

    /** The rows of a table as this run sees them now. */
    @Override
    public Dataset<Row> read(LakeTable table) {
        return folder(table).read(versions.getOrDefault(table.name(), DeltaFolder.ABSENT));
    }

    /** The rows of a table at an older version; none for a negative one. */
    public Dataset<Row> readAt(LakeTable table, long version) {
        return folder(table).read(version);
    }

    /** How many rows the last write to a table put into its files. */
    public long lastRowsWritten(LakeTable table) {
        return folder(table).lastRowsWritten();
    }

    /** Puts rows in the place of all that a predicate names; {@code true} names everything. */
    public void replace(LakeTable table, Dataset<Row> rows, String predicate, int zstdLevel) {
        DeltaFolder folder = folder(table);
        folder.createIfAbsent();
        folder.replace(rows, predicate, zstdLevel);
        written(table, folder);
    }

    /** Makes an empty table if it is not there, so that readers find it in the run. */
    public void ensure(LakeTable table) {
        if (!versions.containsKey(table.name())) {
            DeltaFolder folder = folder(table);
            folder.createIfAbsent();
            written(table, folder);
        }
    }

    private void written(LakeTable table, DeltaFolder folder) {
        versions.put(table.name(), folder.latestVersion());
        changed = true;
    }

    /**
     * Makes the run visible. Nothing may be written with it afterwards.
     *
     * @param datesJson trade date to what is known of it
     * @param countsJson counts of the report
     * @param durationsJson step to seconds
     */
    public PublishedRun publish(String datesJson, String countsJson, String durationsJson) {
        long sequence = published.isEmpty() ? 1 : published.get(0).sequence() + 1;
        String baseRunId = base().map(PublishedRun::runId).orElse(null);
        long createdAtNs = begun.getEpochSecond() * 1_000_000_000L + begun.getNano();
        PublishedRun run = new PublishedRun(
                runId, sequence, baseRunId, stamp.job(), stamp.configHash(), Map.copyOf(versions), datesJson, false);
        Row row = RowFactory.create(
                runId,
                sequence,
                baseRunId,
                createdAtNs,
                stamp.job(),
                stamp.codeVersion(),
                stamp.configHash(),
                scala.jdk.javaapi.CollectionConverters.asScala(versions),
                datesJson,
                countsJson,
                durationsJson,
                false,
                false,
                null);
        DeltaFolder runs = folder(Tables.RUNS);
        runs.createIfAbsent();
        runs.append(spark.createDataFrame(List.of(row), SparkSchemas.of(Tables.RUNS))
                .coalesce(1));
        return run;
    }

    private DeltaFolder folder(LakeTable table) {
        return folders.computeIfAbsent(table.name(), name -> new DeltaFolder(spark, root, table));
    }
}
