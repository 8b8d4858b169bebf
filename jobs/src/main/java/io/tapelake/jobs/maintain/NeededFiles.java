package io.tapelake.jobs.maintain;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.files.TableSnapshot;
import io.tapelake.lake.read.PublishedRun;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.hadoop.fs.Path;

/** Which data files of a table are needed, and by whom. */
final class NeededFiles {

    /** Needed, whoever lets go of it. */
    static final int ALWAYS = -1;

    /** Needed by several runs. */
    static final int SEVERAL = -2;

    private final LakeStorage storage;
    private final String root;
    private final LakeTable table;

    /** Path to the place of the run that alone needs it, or {@link #ALWAYS} or {@link #SEVERAL}. */
    private final Map<String, Integer> owners = new HashMap<>();

    private final Map<Long, Set<String>> byVersion = new HashMap<>();

    private NeededFiles(LakeStorage storage, String root, LakeTable table) {
        this.storage = storage;
        this.root = root;
        this.table = table;
    }

    /**
     * The needed files of a table.
     *
     * @param runs the retained runs
     * @param always versions that are needed without a run
     */
    static NeededFiles of(
            LakeStorage storage, String root, LakeTable table, List<PublishedRun> runs, Set<Long> always) {
        NeededFiles needed = new NeededFiles(storage, root, table);
        for (int i = 0; i < runs.size(); i++) {
            Long version = runs.get(i).tableVersions().get(table.name());
            if (version != null) {
                int run = i;
                needed.at(version, "run " + runs.get(i).runId())
                        .forEach(path -> needed.owners.merge(path, run, (a, b) -> a.equals(b) ? a : SEVERAL));
            }
        }
        always.forEach(version ->
                needed.at(version, "the newest of its kind").forEach(path -> needed.owners.put(path, ALWAYS)));
        return needed;
    }

    private Set<String> at(long version, String who) {
        return byVersion.computeIfAbsent(version, v -> {
            try {
                Set<String> paths = new HashSet<>();
                for (DataFile file : TableSnapshot.open(storage, root, table, OptionalLong.of(v))
                        .files()) {
                    paths.add(Inventory.key(new Path(file.path())));
                }
                return paths;
            } catch (LakeException e) {
                throw new IllegalStateException(
                        "which files of " + table.name() + " version " + v + " needs (" + who
                                + ") cannot be read from its log; nothing was removed: " + e.getMessage(),
                        e);
            }
        });
    }

    /** The files of a run; none if it does not have the table. */
    Set<String> of(PublishedRun run) {
        Long version = run.tableVersions().get(table.name());
        return version == null ? Set.of() : byVersion.getOrDefault(version, Set.of());
    }

    boolean has(String path) {
        return owners.containsKey(path);
    }

    /** True if the run at this place is the only one that needs the file. */
    boolean aloneBy(String path, int run) {
        return owners.getOrDefault(path, ALWAYS) == run;
    }

    /** All files that are needed. */
    Set<String> all() {
        return owners.keySet();
    }
}
