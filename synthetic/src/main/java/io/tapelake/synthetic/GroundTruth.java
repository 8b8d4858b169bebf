package io.tapelake.synthetic;

import io.tapelake.synthetic.market.DayCategory;
import io.tapelake.synthetic.market.DayLabel;
import io.tapelake.synthetic.market.PlantedEvent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes what was planted, one JSON object per line: the planted things of a symbol-day, then the day itself. */
final class GroundTruth {
    static final String FILE = "ground-truth.jsonl";

    private GroundTruth() {}

    /** Writes both lists, which are in the same order of dates and symbols. */
    static void write(Path folder, List<PlantedEvent> planted, List<DayLabel> days) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(FILE), StandardCharsets.UTF_8)) {
            Iterator<PlantedEvent> events = planted.iterator();
            PlantedEvent next = events.hasNext() ? events.next() : null;
            for (DayLabel day : days) {
                while (next != null
                        && next.symbol().equals(day.symbol())
                        && next.tradeDate().equals(day.tradeDate())) {
                    out.write(line(next));
                    out.write('\n');
                    next = events.hasNext() ? events.next() : null;
                }
                out.write(line(day));
                out.write('\n');
            }
        }
    }

    private static String line(PlantedEvent event) {
        StringBuilder text =
                head(event.symbol(), event.tradeDate(), event.kind().text());
        text.append(",\"decoy\":").append(event.decoy());
        span(text, event.startNs(), event.endNs(), event.amplitude());
        return parameters(text, event.parameters());
    }

    private static String line(DayLabel day) {
        StringBuilder text = head(day.symbol(), day.tradeDate(), DayLabel.KIND);
        text.append(",\"decoy\":false");
        span(text, day.startNs(), day.endNs(), day.dayReturn());
        text.append(",\"expected\":[");
        String separator = "";
        for (DayCategory category : day.expected()) {
            text.append(separator).append(JsonText.quote(category.name()));
            separator = ",";
        }
        return parameters(text.append(']'), day.parameters());
    }

    private static StringBuilder head(String symbol, LocalDate tradeDate, String kind) {
        return new StringBuilder(300)
                .append("{\"symbol\":")
                .append(JsonText.quote(symbol))
                .append(",\"trade_date\":")
                .append(JsonText.quote(tradeDate.toString()))
                .append(",\"kind\":")
                .append(JsonText.quote(kind));
    }

    private static void span(StringBuilder text, long startNs, long endNs, double amplitude) {
        text.append(",\"start_ns\":").append(startNs);
        text.append(",\"end_ns\":").append(endNs);
        text.append(",\"amplitude\":").append(JsonText.number(amplitude));
    }

    private static String parameters(StringBuilder text, Map<String, Double> parameters) {
        text.append(",\"parameters\":{");
        String separator = "";
        for (Map.Entry<String, Double> parameter : parameters.entrySet()) {
            text.append(separator).append(JsonText.quote(parameter.getKey())).append(':');
            text.append(JsonText.number(parameter.getValue()));
            separator = ",";
        }
        return text.append("}}").toString();
    }
}
