package io.tapelake.jobs.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.delta.tables.DeltaTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.PublishedRun;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;

/**
 * Marks published runs as pinned or withdrawn. Each change is one commit of the table {@code runs}; a run that is marked so
 * already is left alone. No other table is touched: the next job starts from the newest run that is not withdrawn.
 *
 * <p>One writer per lake; not thread-safe.
 */
public final class RunMarks {

    private final SparkSession spark;
    private final String root;
    private final Lake lake;

    private RunMarks(SparkSession spark, String root) {
        this.spark = spark;
        this.root = WorkingRun.absolute(spark, root);
        this.lake = Lake.open(root, spark.sessionState().newHadoopConf());
    }

    /**
     * The marks of a lake's runs.
     *
     * @param root folder or URI of the lake
     */
    public static RunMarks of(SparkSession spark, String root) {
        return new RunMarks(spark, root);
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
        return mark(lake.published(id), "pinned", true, lit(true));
    }

    /**
     * Lets a run go when its time comes.
     *
     * @param id its id, or {@code latest}
     * @throws io.tapelake.lake.LakeException if there is no such run
     */
    public Marked unpin(String id) {
        return mark(lake.published(id), "pinned", false, lit(true));
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
        PublishedRun run = lake.published(id);
        if (run.withdrawn()) {
            return new Marked(run, false);
        }
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
        return mark(run, "withdrawn", true, col("pinned").equalTo(lit(false)));
    }

    /**
     * Undoes a withdrawal.
     *
     * @param id the id of the run
     * @throws io.tapelake.lake.LakeException if there is no such run
     */
    public Marked undoWithdrawal(String id) {
        return mark(lake.published(id), "withdrawn", false, lit(true));
    }

    private Marked mark(PublishedRun run, String column, boolean value, Column only) {
        if (run.letGoAtNs().isPresent()) {
            throw new IllegalArgumentException("run '" + run.runId()
                    + "' was let go by maintain and its files are gone; it can be neither pinned nor read again");
        }
        boolean before = column.equals("pinned") ? run.pinned() : run.withdrawn();
        if (before == value) {
            return new Marked(run, false);
        }
        DeltaTable.forPath(spark, root + "/" + Tables.RUNS.name())
                .update(col("run_id").equalTo(lit(run.runId())).and(only), Map.of(column, lit(value)));
        PublishedRun now = lake.published(run.runId());
        if ((column.equals("pinned") ? now.pinned() : now.withdrawn()) != value) {
            throw new IllegalStateException(
                    "run '" + run.runId() + "' was changed by somebody else in this moment, and is "
                            + (now.pinned() ? "pinned" : "not pinned") + "; look at it and try again");
        }
        return new Marked(now, true);
    }
}
