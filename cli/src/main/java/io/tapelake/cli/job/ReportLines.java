package io.tapelake.cli.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.ingest.IngestReport;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Prints what an ingest did: per file what became of its records, then the sums. */
final class ReportLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportLines() {}

    static void print(IngestReport report, ReportFormat format, PrintWriter out) {
        for (FileReport file : report.files()) {
            out.println(format == ReportFormat.JSON ? json(file) : line(file));
        }
        if (format == ReportFormat.TEXT) {
            report.ignored().forEach(path -> out.println("not DBN, passed over: " + path));
            report.vendorDays().forEach(day -> out.println(line(day)));
            summary(report, out);
        }
    }

    private static String line(FileReport file) {
        if (file.outcome().equals("unfinished")) {
            return file.path() + ": unfinished, left for the next time: " + file.detail();
        }
        StringBuilder line = new StringBuilder(file.path())
                .append(": ")
                .append(file.outcome())
                .append(", ")
                .append(String.format(
                        Locale.ROOT,
                        "%d records = %d stored + %d unchanged + %d merged + %d duplicate + %d quarantined + %d unsupported",
                        file.records(),
                        file.stored(),
                        file.unchanged(),
                        file.merged(),
                        file.duplicate(),
                        file.quarantined(),
                        file.unsupported()));
        if (!file.problems().isEmpty()) {
            line.append("; ").append(file.problems());
        }
        if (!file.detail().isEmpty()) {
            line.append("; ").append(file.detail());
        }
        return line.toString();
    }

    static String line(IngestReport.VendorDay day) {
        String dataset = day.dataset().isEmpty() ? "a dataset without files" : day.dataset();
        return "vendor: " + dataset + " of " + day.date() + " (UTC) is "
                + day.condition().text();
    }

    private static void summary(IngestReport report, PrintWriter out) {
        long balanced = report.files().stream().filter(FileReport::balanced).count();
        out.printf(
                Locale.ROOT,
                "%d of %d files add up; %d opened, %d known; %d records: %d stored, %d unchanged, %d merged, %d duplicate,"
                        + " %d quarantined, %d unsupported%n",
                balanced,
                report.files().size(),
                report.files().stream().filter(FileReport::opened).count(),
                report.files().stream().filter(f -> !f.opened()).count(),
                sum(report, FileReport::records),
                sum(report, FileReport::stored),
                sum(report, FileReport::unchanged),
                sum(report, FileReport::merged),
                sum(report, FileReport::duplicate),
                sum(report, FileReport::quarantined),
                sum(report, FileReport::unsupported));
        count(report, "refused", "replace or remove them", out);
        count(report, "unfinished", "they are taken when they are complete", out);
        out.println(
                report.runId().isEmpty()
                        ? "nothing has changed; no run was published"
                        : "published run " + report.runId());
    }

    private static void count(IngestReport report, String outcome, String next, PrintWriter out) {
        long files =
                report.files().stream().filter(f -> f.outcome().equals(outcome)).count();
        if (files > 0) {
            out.println(files + " " + outcome + ": " + next);
        }
    }

    private static long sum(IngestReport report, ToLongFunction<FileReport> count) {
        return report.files().stream().mapToLong(count).sum();
    }

    private static String json(FileReport file) {
        try {
            return JSON.writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report has no JSON: " + file, e);
        }
    }
}
