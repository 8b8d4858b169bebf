package io.tapelake.jobs.ingest;

import io.tapelake.jobs.publish.TableSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The trade dates of which the lake has taken in records, by dataset and schema.
 *
 * @param dates expectation to its dates
 */
public record DeliveredDates(Map<ExpectedInput.Expectation, NavigableSet<LocalDate>> dates) {

    /** What a run has taken in. */
    public static DeliveredDates of(TableSource run) {
        return of(LedgerTable.read(run));
    }

    static DeliveredDates of(FileLedger ledger) {
        Map<ExpectedInput.Expectation, NavigableSet<LocalDate>> dates = new TreeMap<>();
        for (FileEntry file : ledger.entries()) {
            if (file.isTaken()) {
                dates.computeIfAbsent(
                                new ExpectedInput.Expectation(
                                        file.header().dataset(), file.header().schema()),
                                e -> new TreeSet<>())
                        .addAll(file.dates().keySet());
            }
        }
        return new DeliveredDates(dates);
    }

    /** True if any schema of the dataset has records of the date. */
    boolean hasAny(String dataset, LocalDate date) {
        return dates.entrySet().stream()
                .anyMatch(e ->
                        e.getKey().dataset().equals(dataset) && e.getValue().contains(date));
    }
}
