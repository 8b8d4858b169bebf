package io.tapelake.jobs.ingest;

import io.tapelake.lake.LakeTable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The dates of a table that are to be written, told apart: those on which files overlap and must be settled, and the plain
 * ones.
 *
 * @param dates dates with overlapping files, ascending
 * @param plain the others, ascending
 * @param files the files that overlap
 * @param readable those that can be read again now, by schema; the others are represented by their rows in the table
 */
record ContestedDates(
        List<LocalDate> dates,
        List<LocalDate> plain,
        Collection<FileEntry> files,
        Map<String, List<FileEntry>> readable) {

    /** Most rows of one commit; more dates than fit are written in several. */
    static final long ROWS_PER_COMMIT = 200_000_000L;

    static ContestedDates of(
            LakeTable table, Set<LocalDate> dates, FileLedger ledger, Set<Long> added, Configuration hadoop) {
        List<LocalDate> contested = new ArrayList<>();
        List<LocalDate> plain = new ArrayList<>();
        Map<Long, FileEntry> files = new LinkedHashMap<>();
        for (LocalDate date : dates) {
            Set<FileEntry> overlapping = Overlaps.on(date, ledger.takenFor(table.name(), date));
            (overlapping.isEmpty() ? plain : contested).add(date);
            overlapping.forEach(f -> files.put(f.fileId(), f));
        }
        Map<String, List<FileEntry>> readable = new TreeMap<>();
        for (FileEntry file : files.values()) {
            if (added.contains(file.fileId()) || isAsKnown(file.file(), hadoop)) {
                readable.computeIfAbsent(file.header().schema(), s -> new ArrayList<>())
                        .add(file);
            }
        }
        return new ContestedDates(contested, plain, List.copyOf(files.values()), readable);
    }

    /** Ids of the files that overlap. */
    Set<Long> fileIds() {
        return files.stream().map(FileEntry::fileId).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAsKnown(InputFile file, Configuration hadoop) {
        Path path = new Path(file.path());
        try {
            FileStatus now = path.getFileSystem(hadoop).getFileStatus(path);
            return now.getLen() == file.size() && now.getModificationTime() == file.mtimeMs();
        } catch (IOException gone) {
            return false;
        }
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
