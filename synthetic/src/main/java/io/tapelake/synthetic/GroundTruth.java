package io.tapelake.synthetic;

import io.tapelake.synthetic.market.PlantedEvent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes what was planted, one JSON object per line. */
final class GroundTruth {
    static final String FILE = "ground-truth.jsonl";

    private GroundTruth() {}

    static void write(Path folder, List<PlantedEvent> planted) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(FILE), StandardCharsets.UTF_8)) {
            for (PlantedEvent event : planted) {
                out.write(line(event));
                out.write('\n');
            }
        }
    }

    private static String line(PlantedEvent event) {
        StringBuilder text = new StringBuilder(300);
        text.append("{\"symbol\":").append(JsonText.quote(event.symbol()));
        text.append(",\"trade_date\":").append(JsonText.quote(event.tradeDate().toString()));
        text.append(",\"kind\":").append(JsonText.quote(event.kind().text()));
        text.append(",\"start_ns\":").append(event.startNs());
        text.append(",\"end_ns\":").append(event.endNs());
        text.append(",\"amplitude\":").append(JsonText.number(event.amplitude()));
        text.append(",\"parameters\":{");
        String separator = "";
        for (Map.Entry<String, Double> parameter : event.parameters().entrySet()) {
            text.append(separator).append(JsonText.quote(parameter.getKey())).append(':');
            text.append(JsonText.number(parameter.getValue()));
            separator = ",";
        }
        return text.append("}}").toString();
    }
}
