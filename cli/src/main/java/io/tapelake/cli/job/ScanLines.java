package io.tapelake.cli.job;

import io.tapelake.jobs.scan.ScanReport;
import io.tapelake.scanner.DayKind;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.TreeMap;

/** Prints what a scan did. */
final class ScanLines {

    /** More failures than this are in the log only. */
    private static final int SHOWN_FAILURES = 20;

    private ScanLines() {}

    static void print(ScanReport report, PrintWriter out) {
        if (report.dates().isEmpty()) {
            out.println("nothing has changed since the last scan");
            return;
        }
        out.printf(
                Locale.ROOT,
                "%d symbol-days on %d dates from %s to %s%n",
                report.symbolDays(),
                report.dates().size(),
                report.dates().get(0),
                report.dates().get(report.dates().size() - 1));
        out.println(index(report));
        if (!report.failures().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "%d symbol-days failed and are left out:%n",
                    report.failures().size());
            report.failures().stream()
                    .limit(SHOWN_FAILURES)
                    .forEach(f ->
                            out.println("  " + f.tradeDate() + " " + f.dataset() + " " + f.symbol() + ": " + f.what()));
            if (report.failures().size() > SHOWN_FAILURES) {
                out.println("  and others, in the log");
            }
        }
    }

    /** The day index in one line. */
    static String index(ScanReport report) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "day index: %d momentum, %d mixed and %d control days",
                report.days(DayKind.MOMENTUM),
                report.days(DayKind.MIXED),
                report.days(DayKind.CONTROL)));
        if (!report.categories().isEmpty()) {
            line.append(" (");
            String separator = "";
            for (var category : new TreeMap<>(report.categories()).entrySet()) {
                line.append(separator).append(category.getKey()).append(' ').append(category.getValue());
                separator = ", ";
            }
            line.append(')');
        }
        return line.append(String.format(
                        Locale.ROOT, "; %d reset points, %d of them selected", report.resetPoints(), report.selected()))
                .toString();
    }
}
