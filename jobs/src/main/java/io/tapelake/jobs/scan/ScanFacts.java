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

/**
 * What every task of a scan knows beside its rows; small enough to be sent to each.
 *
 * @param settings the scanner's settings
 * @param securities which security a symbol is on a date, and its splits
 * @param coverage how far each date is covered
 * @param degraded dates with the datasets of which the vendor says that they have gaps or errors there
 * @param runId the run that computes
 */
record ScanFacts(
        ScanSettings settings,
        Securities securities,
        Map<LocalDate, DatesInLake.Coverage> coverage,
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

    /** Where the data of a date ends, for the scanner. */
    long coveredUntilNs(LocalDate date) {
        DatesInLake.Coverage covered = coverage.get(date);
        return covered == null || covered.isComplete() ? Long.MAX_VALUE : covered.untilNs();
    }
}
