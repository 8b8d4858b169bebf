package io.tapelake.cli.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.tapelake.jobs.maintain.MaintainReport;
import io.tapelake.jobs.maintain.RunHold;
import io.tapelake.jobs.maintain.TableSpace;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints what a clean-up removed, or would: per table, per run, and in all. */
final class MaintainLines {

    private static final ObjectMapper JSON =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    private static final double BYTES_PER_MB = 1e6;

    private MaintainLines() {}

    static void print(MaintainReport report, ReportFormat format, PrintWriter out) {
        if (format == ReportFormat.JSON) {
            out.println(json(report));
            return;
        }
        String goes = report.dryRun() ? "would go" : "went";
        for (TableSpace table : report.tables()) {
            out.printf(
                    Locale.ROOT,
                    "%-18s %6d files, %9.1f MB; %s: %d files, %.1f MB%s%n",
                    table.table(),
                    table.files(),
                    table.bytes() / BYTES_PER_MB,
                    goes,
                    table.goes(),
                    table.bytesGo() / BYTES_PER_MB,
                    table.young() == 0 ? "" : "; " + table.young() + " not needed but too young");
        }
        for (RunHold hold : report.holds()) {
            out.printf(
                    Locale.ROOT,
                    "run %s%s%s needs %d files, %.1f MB; alone %d files, %.1f MB%n",
                    hold.runId(),
                    hold.pinned() ? ", pinned," : "",
                    hold.withdrawn() ? ", withdrawn," : "",
                    hold.files(),
                    hold.bytes() / BYTES_PER_MB,
                    hold.alone(),
                    hold.bytesAlone() / BYTES_PER_MB);
        }
        report.letGo().forEach(id -> out.println("run " + id + (report.dryRun() ? " would be let go" : " was let go")));
        out.printf(
                Locale.ROOT,
                "%s: %d files, %.1f MB; %d runs stay%n",
                goes,
                report.files(),
                report.bytes() / BYTES_PER_MB,
                report.holds().size());
    }

    private static String json(MaintainReport report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report has no JSON: " + report, e);
        }
    }
}
