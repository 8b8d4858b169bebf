package io.tapelake.jobs.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.jobs.publish.PublishedRun;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** Which dates a scan has to fold: those that changed since the last scan, or all of them if it was made otherwise. */
final class PendingDates {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PendingDates() {}

    /**
     * @param lineage the runs whose work is in the tables, newest first
     * @param configHash hash of the configuration now
     * @param all every date of the lake
     * @param changedNow dates changed by the run that this scan is part of
     */
    static Set<LocalDate> of(
            Iterable<PublishedRun> lineage, String configHash, Set<LocalDate> all, Set<LocalDate> changedNow) {
        Set<LocalDate> pending = new TreeSet<>(changedNow);
        for (PublishedRun run : lineage) {
            if (run.scanned()) {
                return run.configHash().equals(configHash) ? pending : all;
            }
            pending.addAll(dates(run));
        }
        return all;
    }

    private static Set<LocalDate> dates(PublishedRun run) {
        Set<LocalDate> dates = new TreeSet<>();
        try {
            JSON.readTree(run.datesJson()).properties().forEach(date -> {
                // A run names open dates that it did not touch, too.
                if (date.getValue().path("changed").asBoolean(true)) {
                    dates.add(LocalDate.parse(date.getKey()));
                }
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "run " + run.runId() + " has dates that are no JSON: " + run.datesJson(), e);
        }
        return dates;
    }
}
