package io.tapelake.jobs.maintain;

import io.tapelake.jobs.publish.LakeWriter;
import io.tapelake.jobs.publish.LetGo;
import io.tapelake.jobs.publish.lease.LeaseTerms;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.PublishedRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Gives space back: lets go of runs beyond those that are kept, and removes the data files that neither a retained run nor the
 * newest version of a table needs, those of killed jobs among them. Goes by what the logs say and by what lies in the folders,
 * never by Delta's own vacuum, which knows nothing of runs.
 *
 * <p>Runs are marked before the first file goes. Killed anywhere, it leaves runs that are marked and files that nobody needs;
 * the next clean-up removes them. Logs are left alone: they are what older versions are read by. Not thread-safe.
 */
public final class MaintainJob {

    /** With more files than this the table {@code runs} is written anew as one. */
    private static final int MOST_RUN_FILES = 32;

    private final SparkSession spark;
    private final String root;
    private final LeaseTerms terms;
    private final Clock clock;

    private MaintainJob(SparkSession spark, String root, LeaseTerms terms, Clock clock) {
        this.spark = spark;
        this.root = root;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * A job on a lake.
     *
     * @param root folder or URI of the lake
     * @param terms how long the lease lasts, and how long to wait for another job; a plan needs no lease
     */
    public static MaintainJob of(SparkSession spark, String root, LeaseTerms terms, Clock clock) {
        return new MaintainJob(spark, root, terms, clock);
    }

    /** Says what would be let go and removed. Changes nothing, and needs no lease. */
    public MaintainReport plan(int keepRuns, Duration minAge) {
        return look(keepRuns, minAge, true).report();
    }

    /**
     * Lets runs go and removes files, as the writer of the lake.
     *
     * @param keepRuns newest runs that stay, beside those pinned, at least 1
     * @param minAge files younger than this stay, needed or not
     * @throws io.tapelake.lake.LakeException if the lake has no runs
     * @throws io.tapelake.jobs.publish.lease.LeaseException if another job is writing, or took the lake over meanwhile
     * @throws IllegalStateException if it cannot be told for sure what is needed; nothing was removed
     */
    public MaintainReport maintain(int keepRuns, Duration minAge) {
        // A mistake in the name makes no lake.
        lake().runs();
        try (LakeWriter writer = LakeWriter.open(spark, root, "maintain", terms, clock)) {
            Look look = look(keepRuns, minAge, false);
            List<String> letGo = look.report().letGo();
            if (!letGo.isEmpty() || lake().runsTable().files().size() > MOST_RUN_FILES) {
                LetGo.mark(writer, letGo, look.at());
                checkMarked(letGo);
            }
            for (TableCleanUp table : look.tables()) {
                table.remove(spark.sessionState().newHadoopConf(), writer::check);
            }
            return look.report();
        }
    }

    /** What was found before anything changes. */
    private record Look(Instant at, List<TableCleanUp> tables, MaintainReport report) {}

    private Lake lake() {
        return Lake.open(root, spark.sessionState().newHadoopConf());
    }

    /** Looks at every table: if one of them cannot be understood, nothing goes. */
    private Look look(int keepRuns, Duration minAge, boolean dryRun) {
        Configuration hadoop = spark.sessionState().newHadoopConf();
        Retention retention = Retention.of(lake().runs(), keepRuns);
        Instant now = clock.instant();
        List<TableCleanUp> tables = new ArrayList<>();
        for (LakeTable table : Tables.all()) {
            TableCleanUp.of(root, table, retention.retained(), now.minus(minAge).toEpochMilli(), hadoop)
                    .ifPresent(tables::add);
        }
        List<String> letGo = retention.letGo().stream().map(PublishedRun::runId).toList();
        MaintainReport report = new MaintainReport(
                dryRun,
                letGo,
                holds(retention.retained(), tables),
                tables.stream().map(TableCleanUp::space).toList());
        return new Look(now, tables, report);
    }

    /** What stays was decided before the mark: a run that was pinned without the lease must not lose its files. */
    private void checkMarked(List<String> letGo) {
        List<String> kept = lake().runs().stream()
                .filter(run -> run.letGoAtNs().isEmpty())
                .map(PublishedRun::runId)
                .filter(letGo::contains)
                .toList();
        if (!kept.isEmpty()) {
            throw new IllegalStateException("run " + String.join(", ", kept)
                    + " was pinned in this moment; no file was removed. Run maintain again");
        }
    }

    private static List<RunHold> holds(List<PublishedRun> runs, List<TableCleanUp> tables) {
        List<RunHold> holds = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            PublishedRun run = runs.get(i);
            long[] sums = new long[4];
            for (TableCleanUp table : tables) {
                table.addHold(run, i, sums);
            }
            holds.add(new RunHold(run.runId(), run.pinned(), run.withdrawn(), sums[0], sums[1], sums[2], sums[3]));
        }
        return holds;
    }
}
