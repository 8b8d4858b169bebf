package io.tapelake.jobs.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.delta.tables.DeltaTable;
import io.tapelake.jobs.publish.lease.LeaseTerms;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.PublishedRun;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * Marks published runs as pinned or withdrawn. Each change is one commit of the table {@code runs}; a run that is marked so
 * already is left alone. No other table is touched: the next job starts from the newest run that is not withdrawn.
 *
 * <p>A change takes the lease of the lake for its time, and fails with
 * {@link io.tapelake.jobs.publish.lease.LeaseException} while a job is writing. Not thread-safe.
 */
public final class RunMarks {

    private final SparkSession spark;
    private final String root;
    private final Lake lake;
    private final LeaseTerms terms;
    private final Clock clock;

    private RunMarks(SparkSession spark, String root, LeaseTerms terms, Clock clock) {
        this.spark = spark;
        this.root = LakeWriter.absolute(spark, root);
        this.lake = Lake.open(root, spark.sessionState().newHadoopConf());
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * The marks of a lake's runs.
     *
     * @param root folder or URI of the lake
     * @param terms how long the lease lasts, and how long to wait for another job
     */
    public static RunMarks of(SparkSession spark, String root, LeaseTerms terms, Clock clock) {
        return new RunMarks(spark, root, terms, clock);
    }

    /**
     * What became of a run.
     *
     * @param run as it is now
     * @param changed false if it was marked so already
     */
    public record Marked(PublishedRun run, boolean changed) {}

    /**
     * Keeps a run and the files it needs until it is unpinned.
     *
     * @param id its id, or {@code latest}
     * @throws io.tapelake.lake.LakeException if there is no such run
     */
    public Marked pin(String id) {
        return mark(lake.published(id), "pinned", true, run -> {});
    }

    /**
     * Lets a run go when its time comes.
     *
     * @param id its id, or {@code latest}
     * @throws io.tapelake.lake.LakeException if there is no such run
     */
    public Marked unpin(String id) {
        return mark(lake.published(id), "pinned", false, run -> {});
    }

    /**
     * Takes a run out of what readers get as the latest and of what jobs start from. It can still be read by its id.
     *
     * @param id its id, or {@code latest}
     * @param evenTheLast also when no other run would be left to read
     * @throws io.tapelake.lake.LakeException if there is no such run
     * @throws IllegalArgumentException if it is pinned, or the last that is not withdrawn; nothing was changed
     */
    public Marked withdraw(String id, boolean evenTheLast) {
        return mark(lake.published(id), "withdrawn", true, run -> requireCanGo(run, evenTheLast));
    }

    private void requireCanGo(PublishedRun run, boolean evenTheLast) {
        if (run.pinned()) {
            throw new IllegalArgumentException(
                    "run '" + run.runId() + "' is pinned; somebody counts on it. Unpin it first: tapelake runs unpin "
                            + run.runId() + " --lake " + lake.root());
        }
        long left = lake.runs().stream().filter(PublishedRun::isUsable).count();
        if (left == 1 && !evenTheLast) {
            throw new IllegalArgumentException("run '" + run.runId() + "' is the only one of the lake at " + lake.root()
                    + " that is not withdrawn: readers would find nothing, and the next job would take every file in"
                    + " again. With --force it is withdrawn all the same");
        }
    }

    /**
     * Undoes a withdrawal.
     *
     * @param id the id of the run
     * @throws io.tapelake.lake.LakeException if there is no such run
     */
    public Marked undoWithdrawal(String id) {
        return mark(lake.published(id), "withdrawn", false, run -> {});
    }

    /** A mistake is told without the lease; with it, nobody else can change what was looked at. */
    private Marked mark(PublishedRun run, String column, boolean value, Consumer<PublishedRun> rule) {
        requireKept(run);
        if (isMarked(run, column) == value) {
            return new Marked(run, false);
        }
        rule.accept(run);
        try (LakeWriter writer = LakeWriter.open(spark, root, "runs: " + column + " = " + value, terms, clock)) {
            PublishedRun now = lake.published(run.runId());
            requireKept(now);
            if (isMarked(now, column) == value) {
                return new Marked(now, false);
            }
            rule.accept(now);
            writer.commitFenced("mark", () -> DeltaTable.forPath(spark, root + "/" + Tables.RUNS.name())
                    .update(col("run_id").equalTo(lit(run.runId())), Map.of(column, lit(value))));
            return new Marked(lake.published(run.runId()), true);
        }
    }

    private static void requireKept(PublishedRun run) {
        if (run.letGoAtNs().isPresent()) {
            throw new IllegalArgumentException("run '" + run.runId()
                    + "' was let go by maintain and its files are gone; it can be neither pinned nor read again");
        }
    }

    private static boolean isMarked(PublishedRun run, String column) {
        return column.equals("pinned") ? run.pinned() : run.withdrawn();
    }
}
