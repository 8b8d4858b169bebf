package io.tapelake.jobs.ingest;

import io.tapelake.lake.LakeTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/**
 * The dates of a table that are to be written, told apart: those on which files overlap and must be settled, and the plain
 * ones.
 *
 * @param dates dates with overlapping files, ascending
 * @param plain the others, ascending
 * @param readable files that overlap and can be read again now, by schema; the others are represented by their rows in the table
 */
record ContestedDates(List<LocalDate> dates, List<LocalDate> plain, Map<String, List<FileEntry>> readable) {

    /** Most rows of one commit; more dates than fit are written in several. */
    static final long ROWS_PER_COMMIT = 200_000_000L;

    static ContestedDates of(
            LakeTable table, Set<LocalDate> dates, FileLedger ledger, Set<Long> added, Configuration hadoop) {
        List<LocalDate> contested = new ArrayList<>();
        List<LocalDate> plain = new ArrayList<>();
        Map<Long, FileEntry> files = new LinkedHashMap<>();
        for (LocalDate date : dates) {
            List<FileEntry> taken = ledger.takenFor(table.name(), date);
            Set<FileEntry> overlapping = Overlaps.on(date, taken);
            // What lost a record to a file that is another one now gets it back.
            taken.stream()
                    .filter(f ->
                            f.dates().get(date).merged() + f.dates().get(date).conflict() > 0)
                    .forEach(overlapping::add);
            (overlapping.isEmpty() ? plain : contested).add(date);
            overlapping.forEach(f -> files.put(f.fileId(), f));
        }
        Map<String, List<FileEntry>> readable = new TreeMap<>();
        for (FileEntry file : files.values()) {
            if (added.contains(file.fileId()) || InspectionStep.isAsKnown(file.file(), hadoop)) {
                readable.computeIfAbsent(file.header().schema(), s -> new ArrayList<>())
                        .add(file);
            }
        }
        return new ContestedDates(contested, plain, readable);
    }

    /** Ids of the files that can be read again, of which all is settled anew. */
    Set<Long> readableIds() {
        return readable.values().stream()
                .flatMap(List::stream)
                .map(FileEntry::fileId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The plain dates in pieces that make one commit each. */
    List<List<LocalDate>> plainChunks(FileLedger ledger) {
        Map<LocalDate, Long> rows = new TreeMap<>();
        ledger.entries().stream().filter(FileEntry::isTaken).forEach(e -> e.dates()
                .forEach((date, c) -> rows.merge(date, c.records(), Long::sum)));
        List<List<LocalDate>> chunks = new ArrayList<>();
        List<LocalDate> chunk = new ArrayList<>();
        long inChunk = 0;
        for (LocalDate date : plain) {
            long ofDate = rows.getOrDefault(date, 0L);
            if (!chunk.isEmpty() && inChunk + ofDate > ROWS_PER_COMMIT) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                inChunk = 0;
            }
            chunk.add(date);
            inChunk += ofDate;
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }
}
