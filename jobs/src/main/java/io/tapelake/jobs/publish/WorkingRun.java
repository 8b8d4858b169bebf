package io.tapelake.jobs.publish;

import io.tapelake.jobs.log.LogFields;
import io.tapelake.jobs.publish.lease.LeaseTerms;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One run while it is being made: starts from the newest published run that is not withdrawn, collects the versions of the tables it writes, and
 * publishes them together as the last act. Whoever reads the lake sees nothing of it before.
 *
 * <p>What came after that run is undone at the start: what an interrupted run left behind (table versions that no run
 * names), and what withdrawn runs wrote. Close it when it is published, or to abandon it; until then no other job can write to
 * the lake. Not thread-safe.
 */
public final class WorkingRun implements TableSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkingRun.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final LakeWriter writer;
    private final RunStamp stamp;
    private final String runId;
    private final Instant begun;
    private final Steps steps;
    private final List<PublishedRun> published;
    private final Map<String, Long> versions = new TreeMap<>();
    private final Map<String, Long> lastRowsWritten = new HashMap<>();
    private final Map<String, Collected> collected = new HashMap<>();
    private RunState state = RunState.BEGUN;

    /** The rows of a table at a version. */
    private record Collected(long version, List<Row> rows) {}

    private WorkingRun(LakeWriter writer, RunStamp stamp, Clock clock, List<PublishedRun> published) {
        this.writer = writer;
        this.stamp = stamp;
        this.begun = clock.instant();
        this.steps = Steps.from(clock, "begin");
        this.runId = STAMP.format(begun);
        this.published = published;
        base().ifPresent(run -> versions.putAll(run.tableVersions()));
    }

    /**
     * Begins a run on a lake, which may be empty or not exist yet.
     *
     * @param root folder or URI of the lake
     * @param terms how long the lease lasts, and how long to wait for another job
     * @throws io.tapelake.jobs.publish.lease.LeaseException if another job is writing
     */
    public static WorkingRun begin(SparkSession spark, String root, RunStamp stamp, LeaseTerms terms, Clock clock) {
        LakeWriter writer = LakeWriter.open(spark, root, stamp.job(), terms, clock);
        try {
            List<PublishedRun> published =
                    PublishedRun.newestFirst(writer.folder(Tables.RUNS).read(writer.latest(Tables.RUNS)));
            WorkingRun run = new WorkingRun(writer, stamp, clock, published);
            MDC.put(LogFields.RUN, run.runId);
            run.undoUnpublished();
            return run;
        } catch (RuntimeException | Error e) {
            writer.close();
            throw e;
        }
    }

    private void undoUnpublished() {
        for (LakeTable table : Tables.all()) {
            if (table.equals(Tables.RUNS)) {
                continue;
            }
            long latest = writer.latest(table);
            // Version 0 is the empty table as it was made: the state of a table that no run has named yet.
            long wanted = latest == DeltaFolder.ABSENT ? latest : versions.getOrDefault(table.name(), 0L);
            if (latest < versions.getOrDefault(table.name(), latest)) {
                throw new IllegalStateException("table " + table.name() + " of the lake at " + root() + " has "
                        + (latest == DeltaFolder.ABSENT ? "no version" : "no version after " + latest) + ", but run "
                        + base().orElseThrow().runId() + " needs version " + versions.get(table.name())
                        + ": files of the lake are missing. Restore them, or withdraw that run");
            }
            if (latest > wanted) {
                LOG.warn(
                        "table {} is at version {}, the run to start from at {}: what a withdrawn run or an unfinished job"
                                + " wrote is undone",
                        table.name(),
                        latest,
                        wanted);
                writer.commit("restore", table, () -> writer.folder(table).restore(wanted));
                versions.put(table.name(), writer.latest(table));
            }
        }
    }

    /** The name of the run, from the time it began (UTC). */
    @Override
    public String runId() {
        return runId;
    }

    /** When it began. */
    public Instant begun() {
        return begun;
    }

    /** How long its steps took. */
    public Steps steps() {
        return steps;
    }

    /** Hash of the configuration it is made with. */
    public String configHash() {
        return stamp.configHash();
    }

    /** The folder of the lake, without a slash at the end. */
    @Override
    public String root() {
        return writer.root();
    }

    /** The Spark session of this run. */
    @Override
    public SparkSession spark() {
        return writer.spark();
    }

    /**
     * Makes sure that this run may still write to the lake. Every commit asks by itself; ask before any other change of its
     * files.
     *
     * @throws io.tapelake.jobs.publish.lease.LeaseException if another job has taken the lake over
     */
    public void check() {
        writer.check();
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
        return state == RunState.WRITING || state == RunState.PUBLISHED;
    }

    /** The rows of a table as this run sees them now. */
    @Override
    public Dataset<Row> read(LakeTable table) {
        return writer.folder(table).read(versions.getOrDefault(table.name(), DeltaFolder.ABSENT));
    }

    /** All rows of a small table as this run sees them now; read again only where the table has changed. */
    @Override
    public List<Row> collect(LakeTable table) {
        long version = versions.getOrDefault(table.name(), DeltaFolder.ABSENT);
        Collected known = collected.get(table.name());
        if (known == null || known.version() != version) {
            known = new Collected(version, List.copyOf(read(table).collectAsList()));
            collected.put(table.name(), known);
        }
        return known.rows();
    }

    /** The rows of a table at an older version; none for a negative one. */
    public Dataset<Row> readAt(LakeTable table, long version) {
        return writer.folder(table).read(version);
    }

    /** How many rows the last write to a table put into its files. */
    public long lastRowsWritten(LakeTable table) {
        return lastRowsWritten.getOrDefault(table.name(), 0L);
    }

    /** Puts rows in the place of all that a predicate names; {@code true} names everything. */
    public void replace(LakeTable table, Dataset<Row> rows, String predicate, int zstdLevel) {
        state = state.to(RunState.WRITING);
        writer.create(table);
        boolean empty = writer.latest(table) == 0;
        Optional<CommitFile> commit =
                writer.commit("write", table, () -> writer.folder(table).replace(rows, predicate, zstdLevel, empty));
        lastRowsWritten.put(table.name(), commit.map(CommitFile::rowsWritten).orElse(0L));
        versions.put(table.name(), writer.latest(table));
    }

    /** Makes an empty table if it is not there, so that readers find it in the run. */
    public void ensure(LakeTable table) {
        if (!versions.containsKey(table.name())) {
            state = state.to(RunState.WRITING);
            writer.create(table);
            versions.put(table.name(), writer.latest(table));
        }
    }

    /**
     * Makes the run visible. Nothing may be written with it afterwards, and only a run that wrote something can be published.
     *
     * @param datesJson trade date to what is known of it
     * @param countsJson counts of the report
     * @param durationsJson step to seconds
     */
    public PublishedRun publish(String datesJson, String countsJson, String durationsJson) {
        RunState after = state.to(RunState.PUBLISHED);
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
        writer.create(Tables.RUNS);
        Dataset<Row> rows = spark().createDataFrame(List.of(row), SparkSchemas.of(Tables.RUNS))
                .coalesce(1);
        writer.commitFenced("publish", () -> writer.folder(Tables.RUNS).append(rows));
        state = after;
        return run;
    }

    /** Ends the run and lets other jobs write. What was not published is undone by the next one. */
    @Override
    public void close() {
        if (state.isOpen()) {
            state = state.to(RunState.ABANDONED);
        }
        MDC.remove(LogFields.RUN);
        writer.close();
    }
}
