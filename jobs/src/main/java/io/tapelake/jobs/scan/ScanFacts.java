package io.tapelake.jobs.scan;

import io.tapelake.jobs.ingest.DatesInLake;
import io.tapelake.model.Securities;
import io.tapelake.model.SessionCalendar;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.ScanSettings;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What every task of a scan knows beside its rows; small enough to be sent to each.
 *
 * @param settings the scanner's settings
 * @param securities which security a symbol is on a date, and its splits
 * @param coverage date to dataset to how far it is covered
 * @param degraded dates with the datasets of which the vendor says that they have gaps or errors there
 * @param runId the run that computes
 */
record ScanFacts(
        ScanSettings settings,
        Securities securities,
        Map<LocalDate, SortedMap<String, DatesInLake.Coverage>> coverage,
        Map<LocalDate, Set<String>> degraded,
        String runId)
        implements Serializable {

    DayScanner scanner() {
        return DayScanner.of(SessionCalendar.usEquities(), settings);
    }

    /** Quality flags of all symbols of a dataset on a date. */
    static Set<String> doubts(Map<LocalDate, Set<String>> degraded, LocalDate date, String dataset) {
        return degraded.getOrDefault(date, Set.of()).contains(dataset) ? Set.of("vendor-degraded") : Set.of();
    }

    /** True if there are minutes within the day to be looked at. */
    static boolean hasMinutes(FoldedRow day) {
        return day.tape() != null
                && SessionCalendar.usEquities().findSessions(day.tradeDate()).isPresent();
    }

    /** How far a dataset covers a date; null if no file claims it. */
    DatesInLake.Coverage covered(LocalDate date, String dataset) {
        SortedMap<String, DatesInLake.Coverage> ofDate = coverage.get(date);
        return ofDate == null ? null : ofDate.get(dataset);
    }

    /** Where the data of a date ends, for the scanner. */
    long coveredUntilNs(LocalDate date, String dataset) {
        DatesInLake.Coverage covered = covered(date, dataset);
        return covered == null || covered.isComplete() ? Long.MAX_VALUE : covered.untilNs();
    }
}
