package io.tapelake.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.model.NewYork;
import io.tapelake.scanner.event.EventKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A real day as a careful reader labelled it by eye; see the README beside {@code real-days.jsonl}. */
record DayLabels(
        String set,
        String symbol,
        LocalDate date,
        boolean momentum,
        String direction,
        String category,
        boolean categorySure,
        Set<String> accepted,
        List<Event> events) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MINUTE_NS = 60_000_000_000L;

    /**
     * Something that was seen.
     *
     * @param endNs end of its last minute, exclusive
     * @param direction 1 up, -1 down, 0 neither
     * @param failed of a run; null when that is unclear
     */
    record Event(
            EventKind kind, long startNs, long endNs, int direction, Boolean failed, boolean sure, String minutes) {}

    /** Whether a reader would accept this category. */
    boolean accepts(String other) {
        return accepted.contains(other);
    }

    static List<DayLabels> all() {
        try (InputStream in = DayLabels.class.getResourceAsStream("labels/real-days.jsonl");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<DayLabels> all = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.add(of(JSON.readTree(line)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DayLabels of(JsonNode day) {
        LocalDate date = LocalDate.parse(day.get("trade_date").textValue());
        Set<String> accepted = new HashSet<>(Set.of(day.get("category").textValue()));
        day.get("category_also").forEach(also -> accepted.add(also.textValue()));
        List<Event> events = new ArrayList<>();
        day.get("events").forEach(event -> events.add(event(event, date)));
        return new DayLabels(
                day.get("set").textValue(),
                day.get("symbol").textValue(),
                date,
                day.get("momentum").booleanValue(),
                day.get("direction").textValue(),
                day.get("category").textValue(),
                day.get("category_confidence").textValue().equals("sure"),
                Set.copyOf(accepted),
                List.copyOf(events));
    }

    private static Event event(JsonNode event, LocalDate date) {
        String start = event.get("start").textValue();
        String end = event.get("end").textValue();
        String direction = event.path("direction").asText("");
        return new Event(
                EventKind.fromText(event.get("kind").textValue()),
                NewYork.toEpochNs(date, LocalTime.parse(start)),
                NewYork.toEpochNs(date, LocalTime.parse(end)) + MINUTE_NS,
                direction.equals("up") ? 1 : direction.equals("down") ? -1 : 0,
                event.has("failed") ? event.get("failed").booleanValue() : null,
                event.get("confidence").textValue().equals("sure"),
                start + "-" + end);
    }
}
