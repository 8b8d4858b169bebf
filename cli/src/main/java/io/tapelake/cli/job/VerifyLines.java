package io.tapelake.cli.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.jobs.verify.Finding;
import io.tapelake.jobs.verify.VerifyReport;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints what was proved: a line per finding, then the sums. */
final class VerifyLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private VerifyLines() {}

    static void print(VerifyReport report, ReportFormat format, PrintWriter out) {
        if (format == ReportFormat.JSON) {
            report.findings().forEach(finding -> out.println(json(object(finding))));
            out.println(json(sums(report)));
            return;
        }
        report.findings().forEach(finding -> out.println(line(finding)));
        out.printf(
                Locale.ROOT,
                "run %s: %d of %d files proved, %d records against %d rows; %d data files, %d symbol-days",
                report.runId(),
                report.filesProved(),
                report.files(),
                report.records(),
                report.rows(),
                report.dataFiles(),
                report.symbolDays());
        out.println(report.pendingDates() == 0 ? "" : "; " + report.pendingDates() + " dates wait for a scan");
        out.println(
                report.isProved()
                        ? "nothing differs"
                        : report.findings().size() + " findings; docs/operations.md says what each means");
    }

    private static String line(Finding finding) {
        StringBuilder line =
                new StringBuilder(finding.kind().text()).append("  ").append(finding.subject());
        if (finding.table() != null && !finding.table().equals(finding.subject())) {
            line.append("  ").append(finding.table());
        }
        if (finding.tradeDate() != null) {
            line.append("  ").append(finding.tradeDate());
        }
        if (!finding.columns().isEmpty()) {
            line.append("  ").append(String.join(", ", finding.columns()));
        }
        return line.append(": ").append(finding.detail()).toString();
    }

    private static Map<String, Object> object(Finding finding) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", finding.kind().text());
        object.put("subject", finding.subject());
        object.put("table", finding.table());
        object.put(
                "trade_date",
                finding.tradeDate() == null ? null : finding.tradeDate().toString());
        object.put("columns", finding.columns());
        object.put("detail", finding.detail());
        return object;
    }

    private static Map<String, Object> sums(VerifyReport report) {
        Map<String, Object> sums = new LinkedHashMap<>();
        sums.put("run_id", report.runId());
        sums.put("files", report.files());
        sums.put("files_proved", report.filesProved());
        sums.put("records", report.records());
        sums.put("rows", report.rows());
        sums.put("data_files", report.dataFiles());
        sums.put("symbol_days", report.symbolDays());
        sums.put("pending_dates", report.pendingDates());
        sums.put("findings", report.findings().size());
        return sums;
    }

    private static String json(Map<String, Object> object) {
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report has no JSON: " + object, e);
        }
    }
}
