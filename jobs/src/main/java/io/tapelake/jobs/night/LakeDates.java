package io.tapelake.jobs.night;

import io.tapelake.jobs.ingest.DatesInLake;
import io.tapelake.jobs.ingest.DatesInLake.Coverage;
import io.tapelake.lake.read.OpenDays;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The state of the dates of a lake after a run.
 *
 * @param newest the newest date with a row; empty in an empty lake
 * @param newestComplete the newest date that is complete for every dataset it has
 * @param coverage date to dataset to how far it is covered
 * @param open the open dates
 * @param closed dates that were open before the run and are complete for a dataset now, ascending
 */
public record LakeDates(
        Optional<LocalDate> newest,
        Optional<LocalDate> newestComplete,
        SortedMap<LocalDate, SortedMap<String, Coverage>> coverage,
        OpenDays open,
        List<LocalDate> closed) {

    /**
     * The state.
     *
     * @param before the dates that were open before
     */
    public static LakeDates of(DatesInLake lake, OpenDays before) {
        SortedMap<LocalDate, SortedMap<String, Coverage>> coverage = lake.coverage();
        SortedMap<LocalDate, SortedSet<String>> open = new TreeMap<>();
        LocalDate newestComplete = null;
        for (var date : coverage.entrySet()) {
            SortedSet<String> datasets = new TreeSet<>();
            date.getValue().forEach((dataset, covered) -> {
                if (!covered.isComplete()) {
                    datasets.add(dataset);
                }
            });
            if (datasets.isEmpty()) {
                newestComplete = date.getKey();
            } else {
                open.put(date.getKey(), datasets);
            }
        }
        OpenDays now = new OpenDays(open);
        List<LocalDate> closed = before.byDate().entrySet().stream()
                .filter(date -> coverage.containsKey(date.getKey()))
                .filter(date -> date.getValue().stream().anyMatch(dataset -> !now.isOpen(date.getKey(), dataset)))
                .map(Map.Entry::getKey)
                .toList();
        return new LakeDates(
                coverage.isEmpty() ? Optional.empty() : Optional.of(coverage.lastKey()),
                Optional.ofNullable(newestComplete),
                coverage,
                now,
                closed);
    }

    /** What the row of {@code runs} says of dates: those that changed, and those that are open all the same. */
    public Map<String, Map<String, Object>> forRun(Collection<LocalDate> changed) {
        return withOpenOnes(changed, Map.of());
    }

    /** The same where nothing of the dates changed but what they look back at, so that nothing follows for later dates. */
    public Map<String, Map<String, Object>> forRunOfLookbacks(Collection<LocalDate> dates) {
        return withOpenOnes(dates, Map.of("lookback_only", true));
    }

    private Map<String, Map<String, Object>> withOpenOnes(Collection<LocalDate> changed, Map<String, Object> more) {
        Map<String, Map<String, Object>> dates = new TreeMap<>();
        changed.forEach(date -> {
            Map<String, Object> state = state(date);
            state.putAll(more);
            dates.put(date.toString(), state);
        });
        open.byDate()
                .keySet()
                .forEach(date -> dates.computeIfAbsent(date.toString(), d -> {
                    Map<String, Object> state = state(date);
                    state.put("changed", false);
                    return state;
                }));
        return dates;
    }

    /** Where the data of a date ends, of the dataset that decides; empty for a date without rows. */
    public Optional<Coverage> on(LocalDate date) {
        return coverage.containsKey(date)
                ? coverage.get(date).values().stream().reduce(Coverage::and)
                : Optional.empty();
    }

    private Map<String, Object> state(LocalDate date) {
        Map<String, Object> state = new LinkedHashMap<>();
        Optional<Coverage> covered = on(date);
        state.put("state", covered.map(Coverage::state).orElse("empty"));
        covered.ifPresent(c -> state.put("covered_until_ns", c.untilNs()));
        if (open.byDate().containsKey(date)) {
            state.put("open_datasets", open.byDate().get(date));
        }
        return state;
    }
}
