package io.tapelake.jobs.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What taking reference data did.
 *
 * @param files per file what became of its lines
 * @param affectedDates trade dates whose lookback it changes; the next scan computes them
 * @param changed true if a table changed
 */
public record ReferenceReport(List<ReferenceFile> files, Set<LocalDate> affectedDates, boolean changed) {

    /** True if some line could not be taken. */
    public boolean hasFaults() {
        return files.stream().anyMatch(file -> file.faulty() > 0);
    }

    /** Lines that changed a table. */
    public long taken() {
        return files.stream().mapToLong(ReferenceFile::taken).sum();
    }

    /** The numbers by name, for the row of {@code runs}. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (ReferenceFile file : files) {
            counts.merge("reference_lines", file.lines(), Long::sum);
            counts.merge("reference_faulty", file.faulty(), Long::sum);
            counts.merge("reference_ignored", file.ignoredLines(), Long::sum);
            counts.merge("reference_known", file.known() + file.superseded(), Long::sum);
            if (!file.kind().isEmpty()) {
                counts.merge(file.kind(), file.taken(), Long::sum);
            }
        }
        counts.put("affected_dates", (long) affectedDates.size());
        return counts;
    }
}
