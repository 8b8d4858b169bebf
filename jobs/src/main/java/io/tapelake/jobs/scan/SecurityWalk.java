package io.tapelake.jobs.scan;

import io.tapelake.model.CorporateAction;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.ScannedDay;
import io.tapelake.scanner.SecurityHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The second pass: the days of one security in date order, each against those before it. Pure. */
final class SecurityWalk {

    private SecurityWalk() {}

    /**
     * A day that was walked over.
     *
     * @param folded what came in
     * @param scanned the day with its lookback; null when it failed
     * @param failure what went wrong; null when nothing did
     */
    record Day(FoldedRow folded, ScannedDay scanned, String failure) {}

    /**
     * Walks.
     *
     * @param splits the security's splits
     * @param before days scanned before, in any order; none of them among those folded now
     * @param folded the days to be scanned, in any order
     */
    static List<Day> of(
            DayScanner scanner, List<CorporateAction> splits, Iterable<DayStats> before, Iterable<FoldedRow> folded) {
        TreeMap<java.time.LocalDate, Object> days = new TreeMap<>();
        before.forEach(day -> days.put(day.tradeDate(), day));
        // A security has one name on a date, so that a date comes once.
        folded.forEach(day -> days.put(day.tradeDate(), day));
        SecurityHistory history = scanner.history(splits);
        List<Day> walked = new ArrayList<>();
        for (Object day : days.values()) {
            if (day instanceof DayStats known) {
                history.seed(known);
            } else {
                walked.add(next(history, (FoldedRow) day));
            }
        }
        return walked;
    }

    private static Day next(SecurityHistory history, FoldedRow row) {
        if (row.failure() != null) {
            return new Day(row, null, "fold: " + row.failure());
        }
        try {
            return new Day(row, history.next(row.stats()), null);
        } catch (RuntimeException e) {
            return new Day(row, null, "lookback: " + FoldedRow.text(e));
        }
    }
}
