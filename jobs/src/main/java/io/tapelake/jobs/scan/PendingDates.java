package io.tapelake.jobs.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.jobs.publish.PublishedRun;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which dates a scan has to compute for their own sake: those that changed since the last scan, or all of them if it was made
 * otherwise.
 *
 * @param changed dates whose ticks changed: later days that look back at them change too
 * @param lookback dates of which only what they look back at changed: nothing follows for later days
 */
record PendingDates(Set<LocalDate> changed, Set<LocalDate> lookback) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Pending dates.
     *
     * @param lineage the runs whose work is in the tables, newest first
     * @param configHash hash of the configuration now
     * @param all every date of the lake
     * @param changedNow dates changed by the run that this scan is part of
     */
    static PendingDates of(
            Iterable<PublishedRun> lineage, String configHash, Set<LocalDate> all, Set<LocalDate> changedNow) {
        PendingDates pending = new PendingDates(new TreeSet<>(changedNow), new TreeSet<>());
        for (PublishedRun run : lineage) {
            if (run.scanned()) {
                return run.configHash().equals(configHash) ? pending : new PendingDates(all, Set.of());
            }
            pending.add(run);
        }
        return new PendingDates(all, Set.of());
    }

    private void add(PublishedRun run) {
        try {
            for (Map.Entry<String, JsonNode> date :
                    JSON.readTree(run.datesJson()).properties()) {
                // A run names open dates that it did not touch, too.
                if (date.getValue().path("changed").asBoolean(true)) {
                    boolean lookbackOnly = date.getValue().path("lookback_only").asBoolean();
                    (lookbackOnly ? lookback : changed).add(LocalDate.parse(date.getKey()));
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "run " + run.runId() + " has dates that are no JSON: " + run.datesJson(), e);
        }
    }
}
