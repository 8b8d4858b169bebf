package io.tapelake.jobs.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds files that may give the same record: same dataset and schema, a common symbol, and times that touch on a trade
 * date. Errs on the side of finding one: what is found is settled record by record.
 */
final class Overlaps {

    private Overlaps() {}

    /** The files among these, all of one table, that overlap with another on this date. */
    static Set<FileEntry> on(LocalDate date, Collection<FileEntry> files) {
        Map<String, List<FileEntry>> bySeries = new HashMap<>();
        for (FileEntry file : files) {
            for (String symbol : file.symbols()) {
                String series = file.header().dataset() + '\n' + file.header().schema() + '\n' + symbol;
                bySeries.computeIfAbsent(series, s -> new ArrayList<>(1)).add(file);
            }
        }
        Set<FileEntry> overlapping = new LinkedHashSet<>();
        for (List<FileEntry> claimants : bySeries.values()) {
            if (claimants.size() > 1) {
                addTouching(date, claimants, overlapping);
            }
        }
        return overlapping;
    }

    private static void addTouching(LocalDate date, List<FileEntry> claimants, Set<FileEntry> overlapping) {
        List<FileEntry> inOrder = new ArrayList<>(claimants);
        inOrder.sort(Comparator.comparingLong(f -> f.dates().get(date).firstNs()));
        FileEntry reachesFarthest = inOrder.get(0);
        for (FileEntry file : inOrder.subList(1, inOrder.size())) {
            if (file.dates().get(date).firstNs()
                    <= reachesFarthest.dates().get(date).lastNs()) {
                overlapping.add(reachesFarthest);
                overlapping.add(file);
            }
            if (file.dates().get(date).lastNs()
                    > reachesFarthest.dates().get(date).lastNs()) {
                reachesFarthest = file;
            }
        }
    }
}
