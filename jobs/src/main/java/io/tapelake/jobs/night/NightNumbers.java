package io.tapelake.jobs.night;

import io.tapelake.jobs.ingest.DatesInLake;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.files.TableSnapshot;
import io.tapelake.lake.read.Condition;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a run wrote and found, counted in the tables it wrote.
 *
 * @param rowsWritten table to rows in the files that the run added, rows taken over from older files included
 * @param bytesWritten table to bytes of these files
 * @param quarantined reason to records that the run put into quarantine
 * @param symbols symbols on the dates that were scanned
 * @param grades grade of the data to days of the index among these dates
 * @param qualities upper bound of a fifth of the scale of {@code quality} to days of the index in it
 * @param patterns what happened on these days, by the columns of {@code day_index}
 */
public record NightNumbers(
        SortedMap<String, Long> rowsWritten,
        SortedMap<String, Long> bytesWritten,
        SortedMap<String, Long> quarantined,
        long symbols,
        SortedMap<String, Long> grades,
        SortedMap<String, Long> qualities,
        SortedMap<String, Long> patterns) {

    /** Columns of {@code day_index} that count what happened on a day. */
    private static final List<String> PATTERNS = List.of(
            "surges",
            "breakouts",
            "failed_breakouts",
            "flushes",
            "bounces",
            "consolidations",
            "squeezes",
            "accumulations",
            "dead_zones",
            "luld_touches",
            "runs");

    private static final int FIFTHS = 5;

    /** Of a night that published nothing. */
    public static NightNumbers none() {
        return new NightNumbers(
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /**
     * Counts.
     *
     * @param now the tables as the run leaves them
     * @param before the tables it started from
     * @param scanned dates that it scanned
     */
    public static NightNumbers of(LakeRun now, LakeRun before, Collection<LocalDate> scanned, DatesInLake lake) {
        NightNumbers numbers = new NightNumbers(
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                symbols(lake, scanned),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
        for (String table : now.tables()) {
            numbers.countWritten(now.table(table), before, table);
        }
        if (now.has(Tables.QUARANTINE)) {
            numbers.countQuarantined(now);
        }
        if (now.has(Tables.DAY_INDEX) && !scanned.isEmpty()) {
            numbers.countIndex(now, new TreeSet<>(scanned));
        }
        return numbers;
    }

    private static long symbols(DatesInLake lake, Collection<LocalDate> scanned) {
        return lake.symbolsOn(Set.copyOf(scanned)).values().stream()
                .flatMap(datasets -> datasets.values().stream())
                .flatMap(Collection::stream)
                .distinct()
                .count();
    }

    private void countWritten(TableSnapshot now, LakeRun before, String table) {
        LakeTable known = now.table();
        Set<String> old = !before.has(known)
                ? Set.of()
                : before.table(known).files().stream().map(DataFile::path).collect(Collectors.toSet());
        for (DataFile file : now.files()) {
            if (!old.contains(file.path())) {
                rowsWritten.merge(table, Math.max(0, file.records()), Long::sum);
                bytesWritten.merge(table, file.sizeBytes(), Long::sum);
            }
        }
    }

    private void countQuarantined(LakeRun now) {
        try (RowCursor row = TableScan.of(now.table(Tables.QUARANTINE))
                .columns("reason", "records")
                .where(Condition.equal("run_id", now.id()))
                .open()) {
            while (row.next()) {
                quarantined.merge(row.textAt(0), row.longAt(1), Long::sum);
            }
        }
    }

    private void countIndex(LakeRun now, TreeSet<LocalDate> scanned) {
        for (int fifth = 1; fifth <= FIFTHS; fifth++) {
            qualities.put(bound(fifth), 0L);
        }
        PATTERNS.forEach(pattern -> patterns.put(pattern, 0L));
        List<String> columns = new java.util.ArrayList<>(List.of("trade_date", "data_grade", "quality"));
        columns.addAll(PATTERNS);
        TableSnapshot index = now.table(Tables.DAY_INDEX);
        try (RowCursor row = TableScan.of(index.storage(), index.table(), index.files(scanned.first(), scanned.last()))
                .columns(columns)
                .open()) {
            while (row.next()) {
                if (scanned.contains(LocalDate.ofEpochDay(row.longAt(0)))) {
                    count(row);
                }
            }
        }
    }

    private void count(RowCursor row) {
        if (!row.isNullAt(1)) {
            grades.merge(row.textAt(1), 1L, Long::sum);
        }
        if (!row.isNullAt(2)) {
            int fifth = (int) Math.ceil(row.doubleAt(2) * FIFTHS);
            qualities.merge(bound(Math.min(FIFTHS, Math.max(1, fifth))), 1L, Long::sum);
        }
        for (int i = 0; i < PATTERNS.size(); i++) {
            if (!row.isNullAt(3 + i)) {
                patterns.merge(PATTERNS.get(i), row.longAt(3 + i), Long::sum);
            }
        }
    }

    private static String bound(int fifth) {
        return String.format(Locale.ROOT, "%.1f", fifth / (double) FIFTHS);
    }

    /** The numbers by name, for the row of {@code runs}. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("symbols", symbols);
        counts.put("rows_written", sum(rowsWritten));
        counts.put("bytes_written", sum(bytesWritten));
        quarantined.forEach((reason, records) -> counts.put("quarantined_" + reason.replace('-', '_'), records));
        grades.forEach((grade, days) -> counts.put("grade_" + grade.toLowerCase(Locale.ROOT), days));
        qualities.forEach((bound, days) -> counts.put("quality_to_" + bound.replace('.', '_'), days));
        patterns.forEach((pattern, found) -> counts.put("pattern_" + pattern, found));
        return counts;
    }

    private static long sum(Map<String, Long> values) {
        return values.values().stream().mapToLong(Long::longValue).sum();
    }
}
