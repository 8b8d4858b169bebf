package io.tapelake.jobs.ingest;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which rows go into which file: every piece is a stretch of (date, symbol) in order, so that files are sorted among each
 * other too, and a piece is about as large as a file shall be. Symbols are never cut.
 *
 * @param pieces the stretches; the place in the list is the number of the Spark partition
 */
record FileLayout(List<List<Cell>> pieces) {

    /** Below this many rows a date is not cut further for the sake of more cores: each cut is one more file. */
    static final long LEAST_ROWS_FOR_A_CORE = 1_000_000;

    /** Below this many rows dates share a piece: apart they make no more files, but more tasks. */
    static final long LEAST_ROWS_FOR_A_TASK = 50_000;

    /** All rows of a symbol on a date. */
    record Cell(LocalDate date, String symbol) implements Serializable {}

    /**
     * Plans the files.
     *
     * @param rows date to symbol to (estimated) rows
     * @param rowsPerFile rows that make a file of the wanted size
     * @param cores cores that can write at once
     */
    static FileLayout of(SortedMap<LocalDate, SortedMap<String, Long>> rows, long rowsPerFile, int cores) {
        long total = rows.values().stream()
                .flatMap(symbols -> symbols.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        long forEachCore = (total + cores - 1) / cores;
        long most = Math.min(rowsPerFile, Math.max(LEAST_ROWS_FOR_A_CORE, forEachCore));
        long mostOfDates = Math.min(rowsPerFile, Math.max(LEAST_ROWS_FOR_A_TASK, forEachCore));
        List<List<Cell>> pieces = new ArrayList<>();
        List<Cell> piece = new ArrayList<>();
        long inPiece = 0;
        for (Map.Entry<LocalDate, SortedMap<String, Long>> day : rows.entrySet()) {
            long ofDay =
                    day.getValue().values().stream().mapToLong(Long::longValue).sum();
            // Days that fit are kept whole; a day too large for one file is cut into even parts.
            long parts = Math.max(1, (ofDay + most - 1) / most);
            long perPart = (ofDay + parts - 1) / parts;
            if (!piece.isEmpty() && inPiece + perPart > mostOfDates) {
                pieces.add(piece);
                piece = new ArrayList<>();
                inPiece = 0;
            }
            long before = 0;
            long part = 0;
            for (Map.Entry<String, Long> symbol : day.getValue().entrySet()) {
                // A symbol belongs to the part that holds its middle; so there are never more parts than planned.
                long partOfSymbol = Math.min(parts - 1, (before + symbol.getValue() / 2) / perPart);
                if (partOfSymbol > part && !piece.isEmpty()) {
                    pieces.add(piece);
                    piece = new ArrayList<>();
                    inPiece = 0;
                }
                part = partOfSymbol;
                piece.add(new Cell(day.getKey(), symbol.getKey()));
                inPiece += symbol.getValue();
                before += symbol.getValue();
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        return new FileLayout(List.copyOf(pieces));
    }

    /** The estimated rows of files: those of an inspection exactly, those of a known file spread over its symbols. */
    static SortedMap<LocalDate, SortedMap<String, Long>> estimate(
            List<LocalDate> dates, List<FileEntry> files, Map<Long, Inspection> inspections) {
        SortedMap<LocalDate, SortedMap<String, Long>> rows = new TreeMap<>();
        for (LocalDate date : dates) {
            SortedMap<String, Long> ofDay = rows.computeIfAbsent(date, d -> new TreeMap<>());
            for (FileEntry file : files) {
                if (!file.dates().containsKey(date)) {
                    continue;
                }
                Inspection inspection = inspections.get(file.fileId());
                if (inspection != null) {
                    inspection.dates().get(date).bySymbol().forEach((s, n) -> ofDay.merge(s, n, Long::sum));
                } else {
                    long share = Math.max(
                            1,
                            file.dates().get(date).records()
                                    / Math.max(1, file.symbols().size()));
                    file.symbols().forEach(s -> ofDay.merge(s, share, Long::sum));
                }
            }
        }
        return rows;
    }
}
