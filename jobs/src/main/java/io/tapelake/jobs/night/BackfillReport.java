package io.tapelake.jobs.night;

import io.tapelake.jobs.ingest.InputSelection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a backfill did, summed over its runs.
 *
 * @param from first trade date asked for
 * @param to last trade date asked for
 * @param selection what was to be taken in, and what was known or outside
 * @param runs the published runs, in order
 * @param counts counts of all runs together
 * @param scanned dates that were scanned
 * @param dates state of the dates after the last run; empty without a run
 * @param seconds step to seconds
 * @param verdict how it ended
 */
public record BackfillReport(
        LocalDate from,
        LocalDate to,
        InputSelection selection,
        List<String> runs,
        Map<String, Long> counts,
        SortedSet<LocalDate> scanned,
        Optional<LakeDates> dates,
        Map<String, Double> seconds,
        NightReport.Verdict verdict) {

    /** Nothing done yet. */
    public static BackfillReport begin(LocalDate from, LocalDate to, InputSelection selection) {
        return new BackfillReport(
                from,
                to,
                selection,
                List.of(),
                Map.of(),
                Collections.emptySortedSet(),
                Optional.empty(),
                Map.of(),
                selection.undated().isEmpty() && selection.listing().refused().isEmpty()
                        ? NightReport.Verdict.OK
                        : NightReport.Verdict.QUARANTINED);
    }

    /** With one more run. */
    public BackfillReport plus(NightReport run) {
        List<String> allRuns = new ArrayList<>(runs);
        if (run.published()) {
            allRuns.add(run.runId());
        }
        Map<String, Long> allCounts = new TreeMap<>(counts);
        run.counts().forEach((name, count) -> allCounts.merge(name, count, Long::sum));
        // Of these, the last says how things are, or the sum of sets is not their number.
        allCounts.put("dates_open", run.counts().get("dates_open"));
        SortedSet<LocalDate> allScanned = new TreeSet<>(scanned);
        allScanned.addAll(run.scan().dates());
        allCounts.put("dates_scanned", (long) allScanned.size());
        allCounts.remove("symbols");
        Map<String, Double> allSeconds = new LinkedHashMap<>(seconds);
        run.seconds().forEach((step, time) -> allSeconds.merge(step, time, Double::sum));
        return new BackfillReport(
                from,
                to,
                selection,
                allRuns,
                allCounts,
                allScanned,
                Optional.of(run.dates()),
                allSeconds,
                run.verdict() == NightReport.Verdict.OK ? verdict : run.verdict());
    }
}
