package io.tapelake.index;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.PublishedRun;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * What tells one run's day index and reset points from another's, and what may have caused it. Immutable.
 *
 * @param before the run compared with
 * @param after the other run
 * @param files files that only one of them has taken in, by path
 * @param otherCorporateActions whether their splits and dividends, or the names of securities, differ
 * @param dates trade dates on which a day of the index or a reset point differs
 * @param days symbol-days by what happened to them
 * @param otherCategory of the changed days, those of another category
 * @param otherQuality of the changed days, those of another quality
 * @param resetPoints reset points that differ
 * @param causes symbol-days by what may have caused the change; one may count under several causes
 * @param first the first symbol-days that differ, by date, symbol and dataset
 */
public record RunDiff(
        PublishedRun before,
        PublishedRun after,
        List<FileChange> files,
        boolean otherCorporateActions,
        SortedSet<LocalDate> dates,
        Map<DayChange.Kind, Long> days,
        long otherCategory,
        long otherQuality,
        ResetPointCounts resetPoints,
        Map<DayChange.Cause, Long> causes,
        List<DayChange> first) {

    /** Copies the collections. */
    public RunDiff {
        files = List.copyOf(files);
        dates = Collections.unmodifiableSortedSet(new java.util.TreeSet<>(dates));
        days = Collections.unmodifiableMap(new java.util.TreeMap<>(days));
        causes = Collections.unmodifiableMap(new java.util.TreeMap<>(causes));
        first = List.copyOf(first);
    }

    /**
     * Compares two runs of a lake. Files of tables that both runs have are not opened.
     *
     * @param before id of a run, or {@code latest}
     * @param after id of another, or {@code latest}
     * @param limit most symbol-days to name; all are counted
     * @throws LakeException if there is no such run
     */
    public static RunDiff between(Lake lake, String before, String after, int limit) {
        return RunComparison.of(lake, before, after, limit).diff();
    }

    /** Symbol-days that differ. */
    public long changedDays() {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether the configuration differs. */
    public boolean otherConfiguration() {
        return !before.configHash().equals(after.configHash());
    }

    /** Whether the code differs. */
    public boolean otherCode() {
        return !before.codeVersion().equals(after.codeVersion());
    }
}
