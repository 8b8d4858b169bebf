package io.tapelake.cli.job;

import io.tapelake.jobs.ingest.DatesInLake.Coverage;
import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.ingest.InputSelection;
import io.tapelake.jobs.ingest.InputSelection.Dated;
import io.tapelake.jobs.night.BackfillReport;
import io.tapelake.jobs.night.LakeDates;
import io.tapelake.jobs.night.NightReport;
import io.tapelake.model.NewYork;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints what a night did: how it ended first, what a person has to look at last. */
final class NightLines {

    /** More of these are in the log and in the tables only. */
    private static final int SHOWN_TROUBLES = 20;

    /** Of more dates than these only the first and the last are named. */
    private static final int SHOWN_DATES = 45;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private NightLines() {}

    static void print(NightReport report, PrintWriter out) {
        List<String> troubles = troubles(report);
        out.println(headline(report, troubles));
        line(out, "files", files(report));
        if (report.published()) {
            line(out, "records", records(NightReport.fileCounts(report.ingest())));
            line(out, "scanned", scanned(report));
            if (!report.scan().dates().isEmpty()) {
                line(out, "", ScanLines.index(report.scan()));
            }
            if (!report.dates().closed().isEmpty()) {
                line(out, "closed", dates(report.dates().closed()));
            }
        }
        line(out, "open", open(report.dates()));
        line(out, "time", time(report.seconds()));
        report.ingest().vendorDays().forEach(day -> line(out, "", ReportLines.line(day)));
        troubles(out, troubles);
    }

    /** One line for a run of a backfill, and what is to be looked at. */
    static void part(List<Dated> part, NightReport report, String left, PrintWriter out) {
        LocalDate first = part.get(0).firstDate();
        LocalDate last = part.get(part.size() - 1).firstDate();
        out.printf(
                Locale.ROOT,
                "%s%s: %,d files, %,d records, %,d dates scanned, %s; %s%n",
                first,
                first.equals(last) ? "" : " to " + last,
                part.size(),
                NightReport.fileCounts(report.ingest()).getOrDefault("records", 0L),
                report.scan().dates().size(),
                report.published() ? "run " + report.runId() : "nothing new",
                left);
        troubles(out, troubles(report));
    }

    /** What a backfill did in all. */
    static void print(BackfillReport report, PrintWriter out) {
        InputSelection selection = report.selection();
        out.printf(
                Locale.ROOT,
                "backfill %s to %s: %s; %d runs published%n",
                report.from(),
                report.to(),
                report.verdict() == NightReport.Verdict.OK ? "all good" : "with things to look at",
                report.runs().size());
        Map<String, Long> counts = report.counts();
        line(
                out,
                "files",
                String.format(
                        Locale.ROOT,
                        "%,d taken in, %s read; %,d were there already; %,d outside the range, not opened",
                        counts.getOrDefault("files_taken", 0L),
                        megabytes(counts.getOrDefault("bytes_read", 0L)),
                        selection.known(),
                        selection.outside()));
        if (!report.runs().isEmpty()) {
            line(out, "records", records(counts));
            line(out, "scanned", report.scanned().isEmpty() ? "nothing" : dates(report.scanned()));
            report.dates().ifPresent(dates -> line(out, "open", open(dates)));
            line(out, "time", time(report.seconds()));
        }
        List<String> troubles = new ArrayList<>();
        selection.listing().refused().forEach((path, why) -> troubles.add(path + ": refused, " + why));
        selection.undated().forEach(path -> troubles.add(path + ": neither name nor metadata says a date; left out"));
        troubles(out, troubles);
        selection
                .listing()
                .unfinished()
                .forEach(path -> line(out, "", path + ": unfinished, its name is that of a download; left out"));
    }

    private static void troubles(PrintWriter out, List<String> troubles) {
        troubles.stream().limit(SHOWN_TROUBLES).forEach(trouble -> line(out, "LOOK AT", trouble));
        if (troubles.size() > SHOWN_TROUBLES) {
            line(out, "", "and " + (troubles.size() - SHOWN_TROUBLES) + " more, in the log");
        }
    }

    private static String headline(NightReport report, List<String> troubles) {
        String end = report.verdict() == NightReport.Verdict.OK
                ? "all good"
                : troubles.size() + (troubles.size() == 1 ? " thing" : " things") + " to look at";
        return report.job() + ": " + end + "; "
                + (report.published() ? "published run " + report.runId() : "nothing new, no run was published");
    }

    private static void line(PrintWriter out, String name, String text) {
        out.printf(Locale.ROOT, "  %-8s  %s%n", name, text);
    }

    private static String files(NightReport report) {
        SortedMap<String, Long> byOutcome = new TreeMap<>();
        report.ingest().files().forEach(file -> byOutcome.merge(file.outcome(), 1L, Long::sum));
        Long known = byOutcome.remove("known");
        List<String> parts = new ArrayList<>();
        byOutcome.forEach((outcome, files) -> parts.add(String.format(Locale.ROOT, "%,d %s", files, outcome)));
        long bytes = report.ingest().files().stream()
                .filter(FileReport::opened)
                .mapToLong(FileReport::bytes)
                .sum();
        if (bytes > 0) {
            parts.add(megabytes(bytes) + " read");
        }
        if (known != null) {
            parts.add(String.format(Locale.ROOT, "%,d known and not opened", known));
        }
        return parts.isEmpty() ? "none in the input" : String.join(", ", parts);
    }

    private static String records(Map<String, Long> counts) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%,d", counts.getOrDefault("records", 0L)));
        String separator = " = ";
        for (String fate : List.of("stored", "unchanged", "merged", "duplicate", "quarantined", "unsupported")) {
            long records = counts.getOrDefault(fate, 0L);
            if (records > 0) {
                text.append(separator).append(String.format(Locale.ROOT, "%,d %s", records, fate));
                separator = " + ";
            }
        }
        return text.toString();
    }

    private static String scanned(NightReport report) {
        List<LocalDate> dates = report.scan().dates();
        return dates.isEmpty()
                ? "nothing; no date changed"
                : String.format(
                        Locale.ROOT,
                        "%,d symbol-days of %,d symbols on %s",
                        report.scan().symbolDays(),
                        report.numbers().symbols(),
                        dates(dates));
    }

    /** Dates by month, such as {@code 2025-02: 03 04 05}. */
    static String dates(Collection<LocalDate> some) {
        List<LocalDate> dates = List.copyOf(some);
        if (dates.size() > SHOWN_DATES) {
            return dates.size() + " dates, " + dates.get(0) + " to " + dates.get(dates.size() - 1);
        }
        SortedMap<String, String> months = new TreeMap<>();
        dates.forEach(date -> months.merge(
                date.toString().substring(0, 7), date.toString().substring(8), (all, day) -> all + " " + day));
        String text = months.entrySet().stream()
                .map(month -> month.getKey() + ": " + month.getValue())
                .collect(Collectors.joining("; "));
        return (dates.size() == 1 ? "1 date, " : dates.size() + " dates, ") + text;
    }

    private static String open(LakeDates dates) {
        String newest = dates.newestComplete()
                .map(date -> "the newest complete date is " + date)
                .orElse("no date is complete yet");
        if (dates.open().isEmpty()) {
            return "no date; " + newest;
        }
        List<LocalDate> open = List.copyOf(dates.open().byDate().keySet());
        String named = open.size() > 3
                ? dates(open)
                : open.stream().map(date -> date + until(dates, date)).collect(Collectors.joining(", "));
        return named + "; " + newest;
    }

    private static String until(LakeDates dates, LocalDate date) {
        long ns = dates.on(date).map(Coverage::untilNs).orElseThrow();
        return " (data until " + TIME.format(NewYork.at(ns)) + " ET)";
    }

    private static String time(Map<String, Double> seconds) {
        double total =
                seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        String steps = seconds.entrySet().stream()
                .filter(step -> step.getValue() >= 0.05)
                .map(step -> String.format(Locale.ROOT, "%s %.1f", step.getKey(), step.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%.0f s (%s)", total, steps);
    }

    private static List<String> troubles(NightReport report) {
        List<String> troubles = new ArrayList<>();
        report.missing().forEach(missing -> troubles.add(missing.toString()));
        for (FileReport file : report.ingest().files()) {
            if (file.outcome().equals("refused")) {
                troubles.add(file.path() + ": refused, "
                        + (file.problems().isEmpty() ? "" : file.problems().keySet() + " ") + file.detail());
            } else if (file.opened() && file.quarantined() > 0) {
                troubles.add(String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d records in quarantine, %s",
                        file.path(),
                        file.quarantined(),
                        file.records(),
                        file.problems().isEmpty() ? "conflicts with another file" : file.problems()));
            }
        }
        report.scan()
                .failures()
                .forEach(f -> troubles.add(
                        f.symbol() + " on " + f.tradeDate() + " (" + f.dataset() + ") was not scanned: " + f.what()));
        return troubles;
    }

    static String megabytes(long bytes) {
        return bytes < 10_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%,.0f MB", bytes / 1e6);
    }
}
