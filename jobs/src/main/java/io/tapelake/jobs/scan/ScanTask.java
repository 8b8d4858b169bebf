package io.tapelake.jobs.scan;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What one Spark task scans: a stretch of neighbouring symbols of one dataset on one trade date.
 *
 * @param date trade date
 * @param dataset the dataset
 * @param symbols symbols in order; every symbol that the tables hold between the first and the last is among them
 */
record ScanTask(LocalDate date, String dataset, List<String> symbols) implements Serializable {

    /** More symbols of one task only cost memory: a few kilobytes each, some megabytes where quotes are wild. */
    static final int SYMBOLS_PER_TASK = 64;

    /** Cuts the symbols of dates into tasks. */
    static List<ScanTask> of(Map<LocalDate, ? extends Map<String, ? extends SortedSet<String>>> symbolsByDay) {
        List<ScanTask> tasks = new ArrayList<>();
        new TreeMap<>(symbolsByDay).forEach((date, datasets) -> new TreeMap<>(datasets).forEach((dataset, symbols) -> {
            List<String> inOrder = List.copyOf(symbols);
            for (int from = 0; from < inOrder.size(); from += SYMBOLS_PER_TASK) {
                int to = Math.min(inOrder.size(), from + SYMBOLS_PER_TASK);
                tasks.add(new ScanTask(date, dataset, List.copyOf(inOrder.subList(from, to))));
            }
        }));
        return tasks;
    }
}
