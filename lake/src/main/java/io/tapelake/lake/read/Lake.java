package io.tapelake.lake.read;

import io.delta.kernel.exceptions.TableNotFoundException;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.NearMisses;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.files.TableSnapshot;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;

/**
 * A lake of published runs. The door to everything that reads.
 *
 * <p>Stateless and thread-safe: every question asks the {@code runs} table anew, so that a new run is seen by the next
 * question and never by a {@link LakeRun} already held.
 */
public final class Lake {

    /** Stands for the newest run that is not withdrawn. */
    public static final String LATEST = "latest";

    private static final int OFFERED = 5;

    private final String root;
    private final LakeStorage storage;

    private Lake(String root, LakeStorage storage) {
        this.root = root;
        this.storage = storage;
    }

    /**
     * A lake in a local folder, or on another file system with Hadoop's settings on the class path. Nothing is read yet.
     */
    public static Lake open(String root) {
        return new Lake(root, LakeStorage.isLocal(root) ? LakeStorage.local() : LakeStorage.of(new Configuration()));
    }

    /**
     * A lake in a local folder, or on another file system with Hadoop's settings on the class path and these over them, such
     * as {@link io.tapelake.lake.files.ObjectStoreSettings} gives. Nothing is read yet.
     */
    public static Lake open(String root, Map<String, String> settings) {
        return new Lake(root, LakeStorage.isLocal(root) ? LakeStorage.local() : LakeStorage.of(settings));
    }

    /** A lake in a local folder or on any file system these settings know. Nothing is read yet. */
    public static Lake open(String root, Configuration configuration) {
        return new Lake(root, LakeStorage.of(configuration));
    }

    /** Folder or URI of the lake. */
    public String root() {
        return root;
    }

    /** How its files are reached. */
    public LakeStorage storage() {
        return storage;
    }

    /**
     * All published runs, newest first, withdrawn ones among them.
     *
     * @throws LakeException if nothing was published yet
     */
    public List<PublishedRun> runs() {
        List<PublishedRun> runs = new ArrayList<>();
        try (RowCursor rows = TableScan.of(runsTable()).open()) {
            while (rows.next()) {
                runs.add(PublishedRun.at(rows));
            }
        }
        if (runs.isEmpty()) {
            throw new LakeException(nothingPublished());
        }
        runs.sort(Comparator.comparingLong(PublishedRun::sequence).reversed());
        return runs;
    }

    /**
     * The table {@code runs} as it is now. It belongs to no run.
     *
     * @throws LakeException if nothing was published yet
     */
    public TableSnapshot runsTable() {
        try {
            return TableSnapshot.open(storage, root, Tables.RUNS, OptionalLong.empty());
        } catch (LakeException e) {
            throw e.getCause() instanceof TableNotFoundException ? new LakeException(nothingPublished(), e) : e;
        }
    }

    /**
     * What the table {@code runs} says of a run, withdrawn or not.
     *
     * @param id its id, or {@link #LATEST} for the newest that is not withdrawn
     * @throws LakeException if nothing was published yet, there is no such run, or all are withdrawn and the latest is asked
     *     for; the message names near ones
     */
    public PublishedRun published(String id) {
        List<PublishedRun> runs = runs();
        if (id.equals(LATEST)) {
            return runs.stream()
                    .filter(PublishedRun::isUsable)
                    .findFirst()
                    .orElseThrow(() -> new LakeException("every run of the lake at " + root
                            + " that is kept is withdrawn; name one, undo a withdrawal, or publish a new one"));
        }
        return runs.stream()
                .filter(run -> run.runId().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new LakeException("the lake at " + root + " has no run '" + id + "'. " + hint(id, runs)));
    }

    /**
     * A run by its id, or the newest that is not withdrawn for {@link #LATEST}. A withdrawn run can be read when it is named:
     * {@link LakeRun#withdrawn()} says so.
     *
     * @throws LakeException as {@link #published} does, and if the run was let go
     */
    public LakeRun run(String id) {
        PublishedRun found = published(id);
        if (found.letGoAtNs().isPresent()) {
            throw new LakeException(letGo(found));
        }
        return new LakeRun(root, storage, found.runId(), found.tableVersions(), found.withdrawn(), found.openDays());
    }

    /** The newest run that is not withdrawn. */
    public LakeRun latest() {
        return run(LATEST);
    }

    /**
     * A set of table versions that is not published: for a job that reads what it just wrote.
     *
     * @param id what messages call it
     * @param versions table name to Delta version
     */
    public LakeRun unpublished(String id, Map<String, Long> versions) {
        return new LakeRun(root, storage, id, versions, false, OpenDays.none());
    }

    private String letGo(PublishedRun run) {
        List<String> kept = runs().stream()
                .filter(other -> other.letGoAtNs().isEmpty())
                .map(PublishedRun::runId)
                .toList();
        String more = kept.size() > OFFERED ? ", and " + (kept.size() - OFFERED) + " older" : "";
        return "run '" + run.runId() + "' of the lake at " + root + " was let go on "
                + Instant.ofEpochSecond(0, run.letGoAtNs().getAsLong())
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                + " by maintain; its files are gone. Kept are "
                + String.join(", ", kept.subList(0, Math.min(OFFERED, kept.size()))) + more + ".";
    }

    /** Run ids are times: those that begin as asked for are nearer than any with a similar spelling. */
    private static String hint(String asked, List<PublishedRun> runs) {
        List<String> ids = runs.stream().map(PublishedRun::runId).toList();
        List<String> near =
                ids.stream().filter(id -> id.startsWith(asked)).limit(OFFERED).toList();
        near = near.isEmpty() ? NearMisses.of(asked, ids) : near;
        if (!near.isEmpty()) {
            return "Did you mean " + String.join(" or ", near) + "?";
        }
        String more = ids.size() > OFFERED ? ", and " + (ids.size() - OFFERED) + " older" : "";
        return "Allowed: " + LATEST + ", " + String.join(", ", ids.subList(0, Math.min(OFFERED, ids.size()))) + more
                + ".";
    }

    private String nothingPublished() {
        return "no published run in the lake at " + root
                + ". Check the path, or take files in first: tapelake ingest --input DIR --lake " + root;
    }
}
