package io.tapelake.synthetic;

import io.tapelake.synthetic.WrittenMarket.WrittenFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Writes the JSON files that lie beside the data in a batch download: condition, symbology, manifest and metadata. */
final class SupportFiles {
    private final Path folder;
    private final MarketSpec spec;
    private final LocalDate firstDate;
    private final LocalDate lastDate;

    /** Support files for the UTC dates from the first to the last. */
    SupportFiles(Path folder, MarketSpec spec, LocalDate firstDate, LocalDate lastDate) {
        this.folder = folder;
        this.spec = spec;
        this.firstDate = firstDate;
        this.lastDate = lastDate;
    }

    /** One entry per date: available where there is data, else missing. */
    void condition(SortedSet<LocalDate> datesWithData) throws IOException {
        try (BufferedWriter out = open("condition.json")) {
            String separator = "[\n";
            for (LocalDate date = firstDate; !date.isAfter(lastDate); date = date.plusDays(1)) {
                boolean available = datesWithData.contains(date);
                out.write(separator + "  {\"date\":\"" + date + "\",\"condition\":\""
                        + (available ? "available" : "missing") + "\",\"last_modified_date\":"
                        + (available ? "\"" + date.plusDays(1) + "\"" : "null") + "}");
                separator = ",\n";
            }
            out.write("\n]\n");
        }
    }

    void symbology(SymbolNames names, InstrumentIds ids, SortedSet<LocalDate> datesWithData) throws IOException {
        Map<String, List<String>> mappings = new LinkedHashMap<>();
        for (int index = 0; index < spec.symbols(); index++) {
            for (LocalDate date : datesWithData) {
                String name = names.symbol(index, date);
                if (name != null) {
                    mappings.computeIfAbsent(name, n -> new ArrayList<>())
                            .add("{\"d0\":\"" + date + "\",\"d1\":\"" + date.plusDays(1) + "\",\"s\":\""
                                    + ids.id(index, date) + "\"}");
                }
            }
        }
        try (BufferedWriter out = open("symbology.json")) {
            out.write("{\"result\":{");
            String separator = "\n";
            for (Map.Entry<String, List<String>> mapping : mappings.entrySet()) {
                out.write(separator + "  " + JsonText.quote(mapping.getKey()) + ":["
                        + String.join(",", mapping.getValue()) + "]");
                separator = ",\n";
            }
            out.write("\n},\"stype_in\":\"raw_symbol\",\"stype_out\":\"instrument_id\",\"start_date\":\"" + firstDate
                    + "\",\"end_date\":\"" + lastDate.plusDays(1)
                    + "\",\"partial\":[],\"not_found\":[],\"message\":\"OK\",\"status\":0}\n");
        }
    }

    void manifest(List<WrittenFile> files) throws IOException {
        try (BufferedWriter out = open("manifest.json")) {
            out.write("{\"files\":[");
            String separator = "\n";
            for (WrittenFile file : files) {
                out.write(separator + "  {\"filename\":" + JsonText.quote(file.name()) + ",\"size\":" + file.bytes()
                        + ",\"hash\":\"sha256:" + file.sha256() + "\"}");
                separator = ",\n";
            }
            out.write("\n]}\n");
        }
    }

    /** The request, and the numbers from which the market can be made again. */
    void metadata() throws IOException {
        String schemas = String.join(
                ",", spec.schemas().stream().map(s -> JsonText.quote(s.text())).toList());
        try (BufferedWriter out = open("metadata.json")) {
            out.write("{\n  \"query\":{\"dataset\":\"" + BatchFile.DATASET + "\",\"schemas\":[" + schemas
                    + "],\"symbols\":" + spec.symbols() + ",\"stype_in\":\"raw_symbol\",\"stype_out\":\"instrument_id\""
                    + ",\"start\":\"" + firstDate + "\",\"end\":\"" + lastDate.plusDays(1)
                    + "\",\"encoding\":\"dbn\",\"compression\":\"zstd\",\"split_duration\":\"day\"},\n");
            out.write("  \"made_up_market\":{\"symbols\":" + spec.symbols() + ",\"days\":" + spec.days() + ",\"seed\":"
                    + spec.seed() + ",\"from\":\"" + spec.from() + "\",\"tick_symbols\":"
                    + Math.min(spec.tickSymbols(), spec.symbols()) + ",\"activity\":"
                    + JsonText.number(spec.activity()) + ",\"event_rate\":" + JsonText.number(spec.eventRate())
                    + ",\"split\":" + JsonText.quote(spec.split().name())
                    + (spec.securityEvents() ? ",\"security_events\":true" : "") + "}\n}\n");
        }
    }

    private BufferedWriter open(String name) throws IOException {
        return Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
    }
}
