package io.tapelake.jobs.maintain;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.files.TableSnapshot;
import io.tapelake.lake.read.PublishedRun;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** What is there of one table, what of it is needed, and the removal of the rest. */
final class TableCleanUp {

    /** Files removed between two looks at the fence. */
    private static final int BATCH = 100;

    private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");

    private final LakeTable table;
    private final Inventory inventory;
    private final NeededFiles needed;
    private final List<FileStatus> goes = new ArrayList<>();
    private long young;
    private long bytesYoung;

    private TableCleanUp(LakeTable table, Inventory inventory, NeededFiles needed, long olderThanMs) {
        this.table = table;
        this.inventory = inventory;
        this.needed = needed;
        inventory.files().forEach((path, file) -> {
            if (needed.has(path)) {
                return;
            }
            if (file.getModificationTime() < olderThanMs) {
                goes.add(file);
            } else {
                young++;
                bytesYoung += file.getLen();
            }
        });
    }

    /**
     * Looks at a table; empty if it is not there.
     *
     * @param runs the retained runs
     * @param olderThanMs files changed at this time or later stay, ms UTC
     * @throws IllegalStateException if a file that is needed is not where it should be: then it is not known what is needed
     */
    static Optional<TableCleanUp> of(
            String root, LakeTable table, List<PublishedRun> runs, long olderThanMs, Configuration hadoop) {
        String path = root + "/" + table.name();
        List<FileStatus> commits = commits(path, hadoop);
        if (commits.isEmpty()) {
            return Optional.empty();
        }
        LakeStorage storage = LakeStorage.of(hadoop);
        Set<Long> always = new HashSet<>();
        always.add(
                TableSnapshot.open(storage, root, table, OptionalLong.empty()).version());
        if (table.equals(Tables.RUNS)) {
            // Who asks which runs there are reads what is newest in that moment, and may still be at it.
            always.addAll(recent(commits, olderThanMs));
        }
        NeededFiles needed = NeededFiles.of(storage, root, table, runs, always);
        // The files are listed last: what a file is needed for is known before it is seen.
        Inventory inventory = Inventory.of(path, hadoop);
        for (String file : needed.all()) {
            if (!inventory.files().containsKey(file)) {
                throw new IllegalStateException("file " + file + " of table " + table.name()
                        + " is needed by a retained run and is not there. Nothing was removed; find out what else is"
                        + " missing: tapelake verify --lake " + root);
            }
        }
        return Optional.of(new TableCleanUp(table, inventory, needed, olderThanMs));
    }

    private static List<FileStatus> commits(String tablePath, Configuration hadoop) {
        Path log = new Path(tablePath, "_delta_log");
        List<FileStatus> commits = new ArrayList<>();
        try {
            for (FileStatus status : log.getFileSystem(hadoop).listStatus(log)) {
                if (COMMIT.matcher(status.getPath().getName()).matches()) {
                    commits.add(status);
                }
            }
        } catch (FileNotFoundException absent) {
            return commits;
        } catch (IOException e) {
            throw new UncheckedIOException("log " + log + " cannot be listed: " + e.getMessage(), e);
        }
        return commits;
    }

    /** The versions that were the newest at some time since then. */
    private static Set<Long> recent(List<FileStatus> commits, long sinceMs) {
        Set<Long> versions = new HashSet<>();
        for (FileStatus commit : commits) {
            if (commit.getModificationTime() >= sinceMs) {
                Matcher name = COMMIT.matcher(commit.getPath().getName());
                long version = name.matches() ? Long.parseLong(name.group(1)) : 0;
                versions.add(version);
                versions.add(Math.max(0, version - 1));
            }
        }
        return versions;
    }

    TableSpace space() {
        return new TableSpace(
                table.name(),
                inventory.files().size(),
                inventory.files().values().stream()
                        .mapToLong(FileStatus::getLen)
                        .sum(),
                goes.size(),
                goes.stream().mapToLong(FileStatus::getLen).sum(),
                young,
                bytesYoung);
    }

    /** Adds to a run's sums what it holds of this table: files, bytes, files alone, bytes alone. */
    void addHold(PublishedRun run, int place, long[] sums) {
        for (String path : needed.of(run)) {
            long bytes = inventory.files().get(path).getLen();
            sums[0]++;
            sums[1] += bytes;
            if (needed.aloneBy(path, place)) {
                sums[2]++;
                sums[3] += bytes;
            }
        }
    }

    /**
     * Removes what goes. A file that is gone already is no mistake: an earlier clean-up was interrupted.
     *
     * @param fence asked before every batch; throws when this job may not write any more
     */
    void remove(Configuration hadoop, Runnable fence) {
        try {
            FileSystem fs = inventory.folder().getFileSystem(hadoop);
            for (int i = 0; i < goes.size(); i++) {
                if (i % BATCH == 0) {
                    fence.run();
                }
                Path file = goes.get(i).getPath();
                if (!fs.delete(file, false) && fs.exists(file)) {
                    throw new IOException("the file system did not remove " + file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "clean-up of table " + table.name() + " stopped: " + e.getMessage()
                            + ". What is needed is untouched; run it again",
                    e);
        }
    }
}
