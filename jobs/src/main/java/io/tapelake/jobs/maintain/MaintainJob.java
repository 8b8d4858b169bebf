package io.tapelake.jobs.maintain;

import io.tapelake.jobs.publish.LetGo;
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
    private final Clock clock;
    private final Runnable fence;

    private MaintainJob(SparkSession spark, String root, Clock clock, Runnable fence) {
        this.spark = spark;
        this.root = root;
        this.clock = clock;
        this.fence = fence;
    }

    /**
     * A job on a lake.
     *
     * @param root folder or URI of the lake
     * @param fence asked before runs are marked and before files go; throws when this job may not write any more
     */
    public static MaintainJob of(SparkSession spark, String root, Clock clock, Runnable fence) {
        return new MaintainJob(spark, root, clock, fence);
    }

    /** Says what would be let go and removed. Changes nothing, and needs no lease. */
    public MaintainReport plan(int keepRuns, Duration minAge) {
        return cleanUp(keepRuns, minAge, true);
    }

    /**
     * Lets runs go and removes files.
     *
     * @param keepRuns newest runs that stay, beside those pinned, at least 1
     * @param minAge files younger than this stay, needed or not
     * @throws io.tapelake.lake.LakeException if the lake has no runs
     * @throws IllegalStateException if it cannot be told for sure what is needed; nothing was removed
     */
    public MaintainReport maintain(int keepRuns, Duration minAge) {
        return cleanUp(keepRuns, minAge, false);
    }

    private MaintainReport cleanUp(int keepRuns, Duration minAge, boolean dryRun) {
        Configuration hadoop = spark.sessionState().newHadoopConf();
        Lake lake = Lake.open(root, hadoop);
        Retention retention = Retention.of(lake.runs(), keepRuns);
        Instant now = clock.instant();
        long olderThanMs = now.minus(minAge).toEpochMilli();
        // Every table is looked at before anything changes: if one of them cannot be understood, nothing goes.
        List<TableCleanUp> tables = look(retention, olderThanMs, hadoop);
        List<String> letGo = retention.letGo().stream().map(PublishedRun::runId).toList();
        MaintainReport report = new MaintainReport(
                dryRun,
                letGo,
                holds(retention.retained(), tables),
                tables.stream().map(TableCleanUp::space).toList());
        if (dryRun) {
            return report;
        }
        long runFiles = lake.runsTable().files().size();
        if (!letGo.isEmpty() || runFiles > MOST_RUN_FILES) {
            fence.run();
            LetGo.mark(spark, root, letGo, now);
            checkMarked(lake, letGo);
        }
        for (TableCleanUp table : tables) {
            table.remove(hadoop, fence);
        }
        return report;
    }

    /** What stays was decided before the mark: a run that was pinned in between must not lose its files. */
    private static void checkMarked(Lake lake, List<String> letGo) {
        List<String> kept = lake.runs().stream()
                .filter(run -> run.letGoAtNs().isEmpty())
                .map(PublishedRun::runId)
                .filter(letGo::contains)
                .toList();
        if (!kept.isEmpty()) {
            throw new IllegalStateException("run " + String.join(", ", kept)
                    + " was pinned in this moment; no file was removed. Run maintain again");
        }
    }

    private List<TableCleanUp> look(Retention retention, long olderThanMs, Configuration hadoop) {
        List<TableCleanUp> tables = new ArrayList<>();
        for (LakeTable table : Tables.all()) {
            TableCleanUp.of(root, table, retention.retained(), olderThanMs, hadoop)
                    .ifPresent(tables::add);
        }
        return tables;
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
