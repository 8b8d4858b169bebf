package io.tapelake.cli.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.lake.read.PublishedRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is shown of a run in a list. */
final class RunRow {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COUNTS =
            List.of("stored", "quarantined", "symbol_days", "momentum_days", "reset_points");

    private RunRow() {}

    static List<ShownColumn> columns() {
        List<ShownColumn> columns = new ArrayList<>();
        columns.add(text("run_id"));
        columns.add(text("created_at"));
        columns.add(text("job"));
        columns.add(text("dates"));
        COUNTS.forEach(name -> columns.add(new ShownColumn(name, name, true, CellText::pretty)));
        columns.add(flag("pinned"));
        columns.add(flag("withdrawn"));
        columns.add(text("let_go_at"));
        columns.add(text("code_version"));
        return columns;
    }

    static List<Object> values(PublishedRun run) {
        List<Object> values = new ArrayList<>();
        values.add(run.runId());
        values.add(createdAt(run));
        values.add(run.job());
        values.add(dates(run));
        JsonNode counts = json(run.counts());
        COUNTS.forEach(name -> values.add(counts.has(name) ? counts.get(name).longValue() : null));
        values.add(run.pinned());
        values.add(run.withdrawn());
        values.add(letGoAt(run));
        values.add(run.codeVersion());
        return values;
    }

    static Instant createdAt(PublishedRun run) {
        return Instant.ofEpochSecond(0, run.createdAtNs());
    }

    /** When it was let go; null while it is kept. */
    static Instant letGoAt(PublishedRun run) {
        return run.letGoAtNs().isEmpty()
                ? null
                : Instant.ofEpochSecond(0, run.letGoAtNs().getAsLong());
    }

    /** The first and last of the dates that a run touched, and how many; null if it says of none. */
    private static String dates(PublishedRun run) {
        SortedMap<String, JsonNode> dates = fields(run.dates());
        // Open dates that the run did not touch are named too.
        dates.values().removeIf(date -> !date.path("changed").asBoolean(true));
        return dates.isEmpty()
                ? null
                : dates.size() == 1
                        ? dates.firstKey()
                        : dates.firstKey() + " to " + dates.lastKey() + " (" + dates.size() + ")";
    }

    /** The fields of a JSON object, by name. */
    static SortedMap<String, JsonNode> fields(Optional<String> json) {
        SortedMap<String, JsonNode> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : json(json).properties()) {
            fields.put(field.getKey(), field.getValue());
        }
        return fields;
    }

    private static JsonNode json(Optional<String> text) {
        try {
            return text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text.get());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the table runs holds a text that is no JSON: " + text.get(), e);
        }
    }

    private static ShownColumn text(String name) {
        return new ShownColumn(name, name, false, CellText::pretty);
    }

    private static ShownColumn flag(String name) {
        return new ShownColumn(name, name, false, value -> (Boolean) value ? "yes" : "");
    }
}
