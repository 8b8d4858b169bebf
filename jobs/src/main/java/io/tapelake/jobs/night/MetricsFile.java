package io.tapelake.jobs.night;

import io.tapelake.model.NewYork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The metrics of a job in a file for the textfile collector of Prometheus' node exporter. The file is written beside its place
 * and renamed, so that nobody reads half of it. Every sample has the labels {@code job} and {@code lake}; give each lake and job
 * a file of its own.
 */
public final class MetricsFile {

    private static final String LAST_SUCCESS = "tapelake_job_last_success_timestamp_seconds";
    private static final String LAST_SUCCESS_HELP = "When the job last ended with exit code 0 or 3.";
    private static final String NEWEST_COMPLETE = "tapelake_lake_newest_complete_date_timestamp_seconds";
    private static final String NEWEST_COMPLETE_HELP = "Start of the newest trade date, New York, that is complete.";

    private final Path file;
    private final Map<String, String> labels;

    private MetricsFile(Path file, Map<String, String> labels) {
        this.file = file;
        this.labels = labels;
    }

    /**
     * A file that need not exist yet; its folder must.
     *
     * @param file named {@code *.prom}, or the collector passes it over
     */
    public static MetricsFile of(Path file, String job, String lake) {
        return new MetricsFile(file.toAbsolutePath(), Map.of("job", job, "lake", lake));
    }

    /**
     * Writes what a job reported.
     *
     * @param ended when the job ended
     * @param exitCode what the process will return
     * @param peakMemoryBytes largest memory of this process; empty if unknown
     */
    public void write(NightReport report, Instant ended, int exitCode, OptionalLong peakMemoryBytes)
            throws IOException {
        MetricsText text = new MetricsText(labels);
        ended(text, ended, exitCode);
        dates(text, report.dates());
        work(text, report);
        index(text, report);
        peakMemoryBytes.ifPresent(bytes -> text.add(
                "tapelake_job_peak_memory_bytes",
                "Largest resident memory of the process; on a cluster that of the driver.",
                bytes));
        put(text);
    }

    /** Writes that a job failed. When it last succeeded, and how fresh the lake was then, stays in the file. */
    public void writeFailure(Instant ended, int exitCode) throws IOException {
        MetricsText text = new MetricsText(labels);
        ended(text, ended, exitCode);
        carry(text, NEWEST_COMPLETE, NEWEST_COMPLETE_HELP);
        put(text);
    }

    private void ended(MetricsText text, Instant ended, int exitCode) throws IOException {
        text.add("tapelake_job_exit_code", "What the process returned: docs/operations.md.", exitCode);
        text.add("tapelake_job_last_run_timestamp_seconds", "When the job last ended.", ended.getEpochSecond());
        if (exitCode != 0 && exitCode != 3) {
            carry(text, LAST_SUCCESS, LAST_SUCCESS_HELP);
        } else {
            text.add(LAST_SUCCESS, LAST_SUCCESS_HELP, ended.getEpochSecond());
        }
    }

    private static void dates(MetricsText text, LakeDates dates) {
        dates.newestComplete().ifPresent(date -> text.add(NEWEST_COMPLETE, NEWEST_COMPLETE_HELP, seconds(date)));
        dates.newest()
                .ifPresent(date -> text.add(
                        "tapelake_lake_newest_date_timestamp_seconds",
                        "Start of the newest trade date, New York, open or not.",
                        seconds(date)));
        text.add(
                "tapelake_lake_open_dates",
                "Dates of which more data may come.",
                dates.open().byDate().size());
    }

    private static void work(MetricsText text, NightReport report) {
        Map<String, Long> counts = new TreeMap<>(report.counts());
        text.add("tapelake_job_published", "1 if the job published a run.", report.published() ? 1 : 0);
        text.add("tapelake_job_step_seconds", "Seconds per step.", "step", report.seconds());
        text.add("tapelake_job_files", "Files of the input by outcome.", "outcome", byPrefix(counts, "files_"));
        text.add(
                "tapelake_job_missing_inputs",
                "Datasets and schemas of trade dates that were expected and are not there.",
                report.missing().size());
        text.add("tapelake_job_read_bytes", "Size of the files opened.", counts.getOrDefault("bytes_read", 0L));
        Map<String, Long> fates = new TreeMap<>();
        List.of("stored", "unchanged", "merged", "duplicate", "quarantined", "unsupported")
                .forEach(fate -> fates.put(fate, counts.getOrDefault(fate, 0L)));
        text.add("tapelake_job_records", "Records of the files opened by what became of them.", "fate", fates);
        NightNumbers numbers = report.numbers();
        text.add(
                "tapelake_job_quarantined_records",
                "Records put into quarantine by reason.",
                "reason",
                numbers.quarantined());
        text.add("tapelake_job_written_rows", "Rows in files added, by table.", "table", numbers.rowsWritten());
        text.add("tapelake_job_written_bytes", "Bytes of files added, by table.", "table", numbers.bytesWritten());
    }

    private static void index(MetricsText text, NightReport report) {
        var scan = report.scan();
        NightNumbers numbers = report.numbers();
        text.add(
                "tapelake_job_scanned_dates",
                "Trade dates scanned.",
                scan.dates().size());
        text.add("tapelake_job_symbols", "Symbols on these dates.", numbers.symbols());
        text.add("tapelake_job_symbol_days", "Symbol-days scanned.", scan.symbolDays());
        text.add(
                "tapelake_job_failed_symbol_days",
                "Symbol-days on which the scanner failed.",
                scan.failures().size());
        text.add("tapelake_job_index_days", "Days in the index, of the dates scanned, by kind.", "kind", scan.kinds());
        text.add("tapelake_job_category_days", "The same by category.", "category", scan.categories());
        text.add("tapelake_job_grade_days", "The same by grade of their data.", "grade", numbers.grades());
        text.add(
                "tapelake_job_quality_days",
                "The same by quality: days above the label before and up to this one.",
                "to",
                numbers.qualities());
        text.add("tapelake_job_patterns", "What happened on these days.", "pattern", numbers.patterns());
        text.add("tapelake_job_reset_points", "Reset points of these days.", scan.resetPoints());
        text.add("tapelake_job_selected_reset_points", "Of these, drawn.", scan.selected());
    }

    private static Map<String, Long> byPrefix(Map<String, Long> counts, String prefix) {
        Map<String, Long> some = new TreeMap<>();
        counts.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                some.put(name.substring(prefix.length()), value);
            }
        });
        return some;
    }

    private static long seconds(LocalDate date) {
        return NewYork.startOfDayNs(date) / 1_000_000_000L;
    }

    /** Takes a sample over from the file as it is; none if there is no file, or none of this name in it. */
    private void carry(MetricsText text, String name, String help) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        for (String line : Files.readAllLines(file)) {
            int labelled = line.indexOf('{');
            int value = line.lastIndexOf(' ');
            if (labelled > 0 && value > labelled && line.substring(0, labelled).equals(name)) {
                text.carry(name, help, line.substring(labelled, value), line.substring(value + 1));
            }
        }
    }

    private void put(MetricsText text) throws IOException {
        // Not *.prom: the collector must not read it before it is whole.
        Path whole = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.writeString(whole, text.toString(), StandardCharsets.UTF_8);
            try {
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
