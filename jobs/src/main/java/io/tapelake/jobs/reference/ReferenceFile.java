package io.tapelake.jobs.reference;

import java.util.Map;

/**
 * What became of the lines of one file: lines = taken + known + superseded + ignored + faulty. Empty lines and the header of a
 * CSV file do not count.
 *
 * @param path where it was read
 * @param kind {@code corporate_actions} or {@code symbology}, the table its lines are for; empty when it is neither
 * @param lines lines that say something
 * @param taken lines that changed the table
 * @param known lines that say nothing new, or are older than what is known
 * @param superseded lines of actions of which a later record is in the files
 * @param ignored lines that are for no table, by what they are: {@code event SHOCH}, {@code country CA}
 * @param faulty lines that could not be taken
 * @param faults the first of these, by line number from 1
 */
public record ReferenceFile(
        String path,
        String kind,
        long lines,
        long taken,
        long known,
        long superseded,
        Map<String, Long> ignored,
        long faulty,
        Map<Long, String> faults) {

    /** How many lines were ignored. */
    public long ignoredLines() {
        return ignored.values().stream().mapToLong(n -> n).sum();
    }

    /** True if every line is counted once. */
    public boolean balanced() {
        return lines == taken + known + superseded + ignoredLines() + faulty;
    }
}
