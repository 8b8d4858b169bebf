package io.tapelake.jobs.ingest;

import io.tapelake.jobs.ingest.FileEntry.DateCounts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is known of files: the content of {@code ingested_files} while a run changes it. A path may stand here twice:
 * with the content whose rows are in the tables, and with a damaged one that came after it. Not thread-safe.
 */
final class FileLedger {

    /**
     * Which of two files gives the value where both claim a record: the one the vendor changed last, then the one that
     * claims the longer interval, then the smaller hash. Never the one that came first.
     */
    static final Comparator<FileEntry> PRECEDENCE = Comparator.comparing(
                    (FileEntry e) ->
                            Optional.ofNullable(e.vendor().lastModified()).orElse(LocalDate.MIN),
                    Comparator.reverseOrder())
            .thenComparing(FileEntry::coverageNs, Comparator.reverseOrder())
            .thenComparing(FileEntry::contentHash);

    private final NavigableMap<Key, FileEntry> entries =
            new TreeMap<>(Comparator.comparing(Key::path).thenComparing(Key::fileId));

    private record Key(String path, long fileId) {}

    static FileLedger of(Collection<FileEntry> entries) {
        FileLedger ledger = new FileLedger();
        entries.forEach(ledger::put);
        return ledger;
    }

    /** All entries, by path. */
    Collection<FileEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** The entry of exactly this file, unchanged. */
    Optional<FileEntry> entry(InputFile file) {
        return at(file.path()).stream().filter(e -> e.file().equals(file)).findFirst();
    }

    /**
     * The entry of exactly this file, unchanged; empty if it has to be opened. What could not be read is opened again:
     * granting permission changes neither size nor time.
     */
    Optional<FileEntry> known(InputFile file) {
        return entry(file).filter(e -> !e.isUnreadable());
    }

    /** All entries of a path. */
    List<FileEntry> at(String path) {
        return List.copyOf(entries.subMap(new Key(path, Long.MIN_VALUE), true, new Key(path, Long.MAX_VALUE), true)
                .values());
    }

    /** A taken entry with this content, under any path. */
    Optional<FileEntry> takenWith(long fileId) {
        return entries.values().stream()
                .filter(e -> e.fileId() == fileId && e.isTaken())
                .findFirst();
    }

    /** An entry under another path that holds this content too, and gave no rows because of that. */
    Optional<FileEntry> duplicateOf(long fileId) {
        return entries.values().stream()
                .filter(e -> e.fileId() == fileId && e.outcome() == FileEntry.Outcome.DUPLICATE)
                .findFirst();
    }

    void put(FileEntry entry) {
        entries.put(new Key(entry.file().path(), entry.fileId()), entry);
    }

    void remove(FileEntry entry) {
        entries.remove(new Key(entry.file().path(), entry.fileId()));
    }

    /** The files that have a part in a trade date of a table, of all datasets and schemas. */
    List<FileEntry> takenFor(String table, LocalDate date) {
        return entries.values().stream()
                .filter(FileEntry::isTaken)
                .filter(e -> e.dates().containsKey(date))
                .filter(e -> SourceSchema.named(e.header().schema())
                        .map(s -> s.table().name().equals(table))
                        .orElse(false))
                .toList();
    }

    /**
     * Puts settled counts in place of those of some dates. Files or dates without a count have no record left there.
     *
     * @param settled what became of the records that were looked at: all of a file that was read again, of any other those
     *     that were rows
     * @param readAgain ids of the files that were read again
     */
    void settle(
            List<LocalDate> dates,
            Collection<FileEntry> files,
            Map<Long, Map<LocalDate, DateCounts>> settled,
            Set<Long> readAgain) {
        for (FileEntry file : files) {
            SortedMap<LocalDate, DateCounts> changed = new TreeMap<>();
            for (LocalDate date : dates) {
                DateCounts before = file.dates().get(date);
                if (before != null) {
                    DateCounts now = settled.getOrDefault(file.fileId(), new HashMap<>())
                            .getOrDefault(date, new DateCounts(0, 0, 0, 0, 0, 0));
                    boolean whole = readAgain.contains(file.fileId());
                    changed.put(
                            date,
                            new DateCounts(
                                    before.records(),
                                    before.firstNs(),
                                    before.lastNs(),
                                    now.stored(),
                                    now.merged() + (whole ? 0 : before.merged()),
                                    now.conflict() + (whole ? 0 : before.conflict())));
                }
            }
            put(file.withDates(changed));
        }
    }
}
