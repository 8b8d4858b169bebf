package io.tapelake.jobs.scan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Cuts dates into batches of whole months, so that a scan of years needs no more memory than one of some weeks. */
final class ScanBatches {

    /** Two months of trading days at most, or one month of whatever length. */
    private static final int MOST_DATES = 46;

    private ScanBatches() {}

    /** The batches, in order. A month is never cut, so that its files are written once. */
    static List<SortedSet<LocalDate>> of(SortedSet<LocalDate> dates) {
        List<SortedSet<LocalDate>> months = new ArrayList<>();
        for (LocalDate date : dates) {
            if (months.isEmpty() || !month(months.get(months.size() - 1).last()).equals(month(date))) {
                months.add(new TreeSet<>());
            }
            months.get(months.size() - 1).add(date);
        }
        List<SortedSet<LocalDate>> batches = new ArrayList<>();
        for (SortedSet<LocalDate> month : months) {
            SortedSet<LocalDate> last = batches.isEmpty() ? null : batches.get(batches.size() - 1);
            if (last == null || last.size() + month.size() > MOST_DATES) {
                batches.add(month);
            } else {
                last.addAll(month);
            }
        }
        return batches;
    }

    /** The value of {@code trade_month}, such as 2025-11. */
    static String month(LocalDate date) {
        return date.toString().substring(0, "2025-11".length());
    }
}
