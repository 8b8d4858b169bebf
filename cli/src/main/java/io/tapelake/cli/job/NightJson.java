package io.tapelake.cli.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.night.BackfillReport;
import io.tapelake.jobs.night.NightReport;
import java.time.LocalDate;
import java.util.Collection;

/** What a night did as one JSON object. */
final class NightJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NightJson() {}

    static ObjectNode of(NightReport report, int exitCode) {
        ObjectNode json = JSON.createObjectNode();
        json.put("job", report.job());
        json.put("exit_code", exitCode);
        json.put("lake", report.lake());
        json.put("run_id", report.published() ? report.runId() : null);
        json.put("began_at", report.began().toString());
        json.set("seconds", JSON.valueToTree(report.seconds()));
        json.set("counts", JSON.valueToTree(report.counts()));
        texts(json, "dates_scanned", report.scan().dates());
        texts(json, "dates_closed", report.dates().closed());
        ObjectNode open = json.putObject("dates_open");
        report.dates().open().byDate().forEach((date, datasets) -> {
            ArrayNode names = open.putArray(date.toString());
            datasets.forEach(names::add);
        });
        json.put(
                "newest_complete_date",
                report.dates().newestComplete().map(LocalDate::toString).orElse(null));
        ArrayNode files = json.putArray("files_opened");
        report.ingest().files().stream()
                .filter(FileReport::opened)
                .forEach(file -> files.add(JSON.<ObjectNode>valueToTree(file)));
        ArrayNode refused = json.putArray("files_refused_before");
        report.ingest().files().stream()
                .filter(file -> file.outcome().equals("refused") && !file.opened())
                .map(FileReport::path)
                .forEach(refused::add);
        texts(json, "files_ignored", report.ingest().ignored());
        ArrayNode missing = json.putArray("missing_inputs");
        report.missing().forEach(m -> {
            ObjectNode input = missing.addObject();
            input.put("trade_date", m.date().toString());
            input.put("dataset", m.expected().dataset());
            input.put("schema", m.expected().schema());
            input.put("why", m.why());
        });
        ArrayNode vendor = json.putArray("vendor_days");
        report.ingest().vendorDays().forEach(day -> {
            ObjectNode said = vendor.addObject();
            said.put("utc_date", day.date().toString());
            said.put("dataset", day.dataset());
            said.put("condition", day.condition().text());
        });
        ArrayNode failures = json.putArray("symbol_days_failed");
        report.scan().failures().forEach(f -> {
            ObjectNode failure = failures.addObject();
            failure.put("trade_date", f.tradeDate().toString());
            failure.put("dataset", f.dataset());
            failure.put("symbol", f.symbol());
            failure.put("what", f.what());
        });
        return json;
    }

    static ObjectNode of(BackfillReport report, int exitCode) {
        ObjectNode json = JSON.createObjectNode();
        json.put("job", "backfill");
        json.put("exit_code", exitCode);
        json.put("from", report.from().toString());
        json.put("to", report.to().toString());
        texts(json, "run_ids", report.runs());
        json.put("files_known", report.selection().known());
        json.put("files_outside", report.selection().outside());
        texts(json, "files_undated", report.selection().undated());
        texts(json, "files_unfinished", report.selection().listing().unfinished());
        json.set("files_refused", JSON.valueToTree(report.selection().listing().refused()));
        json.set("counts", JSON.valueToTree(report.counts()));
        texts(json, "dates_scanned", report.scanned());
        json.set("seconds", JSON.valueToTree(report.seconds()));
        return json;
    }

    private static void texts(ObjectNode json, String name, Collection<?> values) {
        ArrayNode array = json.putArray(name);
        values.forEach(value -> array.add(value.toString()));
    }
}
