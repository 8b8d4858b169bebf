package io.tapelake.jobs.publish;

import io.tapelake.jobs.publish.lease.Lease;
import io.tapelake.jobs.publish.lease.LeaseException;
import io.tapelake.jobs.publish.lease.LeaseTerms;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.StorageCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The one writer of a lake. It holds the lease, asks it before every commit, and looks after every commit whether the table
 * is at the very version it has to be at: if anybody else's commit is there, the job stops and publishes nothing.
 *
 * <p>Close it to give the lease back. Not thread-safe.
 */
public final class LakeWriter implements AutoCloseable {

    private static final String STAMP = "spark.databricks.delta.commitInfo.userMetadata";
    private static final String APP_ID = "spark.databricks.delta.write.txnAppId";
    private static final String APP_VERSION = "spark.databricks.delta.write.txnVersion";

    private final SparkSession spark;
    private final String root;
    private final Lease lease;
    private final Map<String, DeltaFolder> folders = new HashMap<>();
    private final Map<String, Long> latest = new HashMap<>();
    private int commits;

    private LakeWriter(SparkSession spark, String root, Lease lease) {
        this.spark = spark;
        this.root = root;
        this.lease = lease;
    }

    /**
     * Becomes the writer of a lake, which may be empty or not exist yet.
     *
     * @param root folder or URI of the lake
     * @param job what it is called in messages to other jobs
     * @throws LeaseException if another job is writing
     */
    public static LakeWriter open(SparkSession spark, String root, String job, LeaseTerms terms, Clock clock) {
        String absolute = absolute(spark, root);
        Lease lease = Lease.take(
                absolute,
                spark.sessionState().newHadoopConf(),
                job,
                terms,
                clock,
                () -> new DeltaFolder(spark, absolute, Tables.RUNS).transaction(Fence.APP_ID) / Fence.PER_TOKEN);
        LakeWriter writer = new LakeWriter(spark, absolute, lease);
        try {
            FailPoint.reach("lease.taken");
            if (lease.tookOver()) {
                writer.shutTheDoor();
            }
        } catch (RuntimeException | Error e) {
            // Not closed: the next one would believe that the door is shut.
            lease.abandon();
            throw e;
        }
        return writer;
    }

    /** With scheme, without a slash at the end. Delta takes a relative folder for the name of a table. */
    static String absolute(SparkSession spark, String root) {
        Path path = new Path(root);
        Configuration hadoop = spark.sessionState().newHadoopConf();
        StorageCheck.reach(root, hadoop);
        try {
            return path.getFileSystem(hadoop).makeQualified(path).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("lake '" + root + "' is on a file system that cannot be reached", e);
        }
    }

    /** What the transactions of Delta are called and numbered that keep former holders out of the table {@code runs}. */
    private static final class Fence {
        static final String APP_ID = "tapelake.lease";
        /** A holder shuts the door with its first number and publishes with its second. */
        static final long PER_TOKEN = 2;
    }

    /**
     * Keeps a holder that was stopped in the middle of a write out of the table {@code runs}: Delta refuses a transaction
     * whose number is not larger than the last one's, even where it began before.
     */
    private void shutTheDoor() {
        create(Tables.RUNS);
        fenced("fence", 0, () -> folder(Tables.RUNS)
                .append(spark.createDataFrame(List.of(), SparkSchemas.of(Tables.RUNS))));
    }

    /**
     * Makes sure that this job is still the writer. Every commit asks by itself; others ask before they change or remove a
     * file of the lake.
     *
     * @throws LeaseException if it is not
     */
    public void check() {
        lease.check();
    }

    /** The folder of the lake, without a slash at the end. */
    public String root() {
        return root;
    }

    SparkSession spark() {
        return spark;
    }

    DeltaFolder folder(LakeTable table) {
        return folders.computeIfAbsent(table.name(), name -> new DeltaFolder(spark, root, table));
    }

    /** The newest version of a table, published or not; {@link DeltaFolder#ABSENT} without a table. */
    long latest(LakeTable table) {
        return latest.computeIfAbsent(table.name(), name -> folder(table).latestVersion());
    }

    /** Makes the table if it is not there. Version 0 is an empty table. */
    void create(LakeTable table) {
        if (latest(table) == DeltaFolder.ABSENT) {
            written("create", table, commit("create", table, folder(table)::create));
        }
    }

    /**
     * Changes a table. Whatever the commit was to do, it is either there under the next version, or there was nothing to
     * change.
     *
     * @param step what is done, for fail points
     * @return the commit; empty if the table is as it was
     * @throws LeaseException if this job is not the writer any more, or somebody else wrote too
     */
    Optional<CommitFile> commit(String step, LakeTable table, Runnable write) {
        String at = step + "." + table.name();
        long before = latest(table);
        String stamp = "tapelake token " + lease.token() + " holder " + lease.holder() + " commit " + ++commits;
        lease.check();
        FailPoint.reach(at + ".before");
        spark.conf().set(STAMP, stamp);
        try {
            write.run();
        } catch (RuntimeException | Error e) {
            throw explained(e);
        } finally {
            spark.conf().unset(STAMP);
        }
        Optional<CommitFile> made = commitAt(table, before + 1);
        boolean mine = made.map(commit -> commit.stamp().equals(stamp)).orElse(true);
        if (!mine || (made.isPresent() && commitAt(table, before + 2).isPresent())) {
            // Most likely the job that took the lake over, and then that is what to say.
            lease.check();
            throw new LeaseException("table " + table.name() + " of the lake at " + root + " was at version " + before
                    + ", and while this job wrote version " + (before + 1)
                    + " somebody else wrote to it too. Nothing of"
                    + " this job is published. Find out who writes to the lake without its lease, then run the job again;"
                    + " it puts the tables back first");
        }
        if (made.isPresent()) {
            latest.put(table.name(), before + 1);
        }
        FailPoint.reach(at + ".after");
        return made;
    }

    /**
     * Changes the table {@code runs}. Not even a holder stopped between its last check and the commit gets through once another
     * one has the lease.
     */
    void commitFenced(String step, Runnable write) {
        fenced(step, 1, write);
    }

    private void fenced(String step, long number, Runnable write) {
        spark.conf().set(APP_ID, Fence.APP_ID);
        spark.conf().set(APP_VERSION, Long.toString(lease.token() * Fence.PER_TOKEN + number));
        try {
            written(step, Tables.RUNS, commit(step, Tables.RUNS, write));
        } finally {
            spark.conf().unset(APP_ID);
            spark.conf().unset(APP_VERSION);
        }
    }

    private void written(String step, LakeTable table, Optional<CommitFile> commit) {
        if (commit.isEmpty()) {
            lease.check();
            throw new LeaseException("Delta did not take the commit '" + step + "' of this job in table " + table.name()
                    + " of the lake at " + root + ": a job that took the lake over was there first. Nothing of this job"
                    + " is published; run it again");
        }
    }

    private Optional<CommitFile> commitAt(LakeTable table, long version) {
        try {
            return CommitFile.read(
                    root + "/" + table.name(), version, spark.sessionState().newHadoopConf());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the log of table " + table.name() + " at " + root + " cannot be read at version " + version
                            + "; run the job again",
                    e);
        }
    }

    /** What went wrong; if the lease is lost, that is why. */
    private RuntimeException explained(Throwable failure) {
        try {
            lease.check();
        } catch (LeaseException lost) {
            lost.addSuppressed(failure);
            return lost;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    @Override
    public void close() {
        FailPoint.reach("lease.release.before");
        lease.close();
        FailPoint.reach("lease.release.after");
    }
}
