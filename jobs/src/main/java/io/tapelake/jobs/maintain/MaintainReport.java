package io.tapelake.jobs.maintain;

import java.util.List;

/**
 * What a clean-up removed, or would.
 *
 * @param dryRun true if nothing was changed
 * @param letGo ids of the runs that are let go, newest first
 * @param holds the retained runs and what they hold, newest first
 * @param tables the tables and what goes of each
 */
public record MaintainReport(boolean dryRun, List<String> letGo, List<RunHold> holds, List<TableSpace> tables) {

    /** Copies the lists. */
    public MaintainReport {
        letGo = List.copyOf(letGo);
        holds = List.copyOf(holds);
        tables = List.copyOf(tables);
    }

    /** Files that go. */
    public long files() {
        return tables.stream().mapToLong(TableSpace::goes).sum();
    }

    /** Bytes that are given back. */
    public long bytes() {
        return tables.stream().mapToLong(TableSpace::bytesGo).sum();
    }
}
