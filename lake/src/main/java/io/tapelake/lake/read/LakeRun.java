package io.tapelake.lake.read;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.files.TableSnapshot;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** A lake as one run left it: every table at the version that belongs to the run. Thread-safe. */
public final class LakeRun {

    private final String root;
    private final LakeStorage storage;
    private final String id;
    private final Map<String, Long> versions;
    private final boolean withdrawn;
    private final OpenDays openDays;
    private final Map<String, TableSnapshot> opened = new ConcurrentHashMap<>();

    LakeRun(
            String root,
            LakeStorage storage,
            String id,
            Map<String, Long> versions,
            boolean withdrawn,
            OpenDays openDays) {
        this.root = root;
        this.storage = storage;
        this.id = id;
        this.versions = Map.copyOf(versions);
        this.withdrawn = withdrawn;
        this.openDays = openDays;
    }

    /** The run's id. */
    public String id() {
        return id;
    }

    /** True if the run was withdrawn, so that it is read only when it is named. */
    public boolean withdrawn() {
        return withdrawn;
    }

    /**
     * The dates of which more data may come. {@link SymbolDayReader} and the day index leave them out unless they are asked
     * for; {@link #table} holds them.
     */
    public OpenDays openDays() {
        return openDays;
    }

    /** Folder or URI of the lake. */
    public String root() {
        return root;
    }

    /** How files are reached. */
    public LakeStorage storage() {
        return storage;
    }

    /** Names of the tables of this run, sorted. */
    public Set<String> tables() {
        return new TreeSet<>(versions.keySet());
    }

    /** Whether this run has the table. */
    public boolean has(LakeTable table) {
        return versions.containsKey(table.name());
    }

    /**
     * The table of this name at the version of the run.
     *
     * @throws LakeException if no such table exists, or the run has none, or its log cannot be read
     */
    public TableSnapshot table(String name) {
        return table(Tables.named(name));
    }

    /**
     * The table at the version of the run. Its log is read once.
     *
     * @throws LakeException if the run has no such table, or its log cannot be read
     */
    public TableSnapshot table(LakeTable table) {
        if (!has(table)) {
            throw new LakeException("run '" + id + "' of the lake at " + root + " has no table '" + table.name()
                    + "'; it has " + String.join(", ", tables()) + ".");
        }
        return opened.computeIfAbsent(
                table.name(), name -> TableSnapshot.open(storage, root, table, OptionalLong.of(versions.get(name))));
    }
}
