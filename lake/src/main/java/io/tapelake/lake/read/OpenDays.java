package io.tapelake.lake.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The dates of a run of which more data may come, by dataset. Readers leave them out unless they are asked for. Immutable.
 *
 * @param byDate trade date to its datasets that are open, ascending
 */
public record OpenDays(SortedMap<LocalDate, SortedSet<String>> byDate) {

    /** What the column {@code state} says of a row of an open day. */
    public static final String STATE = "open";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OpenDays NONE = new OpenDays(new TreeMap<>());

    /** Copies the map. */
    public OpenDays {
        byDate = Collections.unmodifiableSortedMap(new TreeMap<>(byDate));
    }

    /** Nothing is open. */
    public static OpenDays none() {
        return NONE;
    }

    /**
     * What the column {@code dates} of {@code runs} says.
     *
     * @param runId the run that says it, for messages
     * @throws LakeException if it is not JSON
     */
    public static OpenDays parse(String runId, String dates) {
        SortedMap<LocalDate, SortedSet<String>> open = new TreeMap<>();
        try {
            for (Map.Entry<String, JsonNode> date : JSON.readTree(dates).properties()) {
                for (JsonNode dataset : date.getValue().path("open_datasets")) {
                    open.computeIfAbsent(LocalDate.parse(date.getKey()), d -> new TreeSet<>())
                            .add(dataset.asText());
                }
            }
        } catch (JsonProcessingException e) {
            throw new LakeException("run '" + runId + "' says of its dates what is no JSON: " + dates, e);
        }
        return open.isEmpty() ? NONE : new OpenDays(open);
    }

    /** True if the date of this dataset is open. */
    public boolean isOpen(LocalDate tradeDate, String dataset) {
        SortedSet<String> datasets = byDate.get(tradeDate);
        return datasets != null && datasets.contains(dataset);
    }

    /** True if no date is open. */
    public boolean isEmpty() {
        return byDate.isEmpty();
    }

    /** True for a table whose rows belong to a trade date of a dataset, so that open ones can be left out. */
    public static boolean concerns(LakeTable table) {
        return table.partitionColumn().isPresent();
    }
}
