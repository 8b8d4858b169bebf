package io.tapelake.jobs.verify;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * What reading a file anew gave.
 *
 * @param path the file
 * @param state what it is like
 * @param detail what is wrong; empty when it was read to its end
 * @param contentHash hash of the content; empty unless it was read to its end
 * @param records whole records
 * @param unsupported records without a table
 * @param rejected records that have no place in the table
 * @param dates trade date to the sums of its valid records
 */
record FileReading(
        String path,
        State state,
        String detail,
        String contentHash,
        long records,
        long unsupported,
        long rejected,
        SortedMap<LocalDate, ColumnSums> dates)
        implements Serializable {

    /** What a file is like. */
    enum State {
        /** Read to its end. */
        WHOLE,
        /** Damaged. */
        DAMAGED,
        /** Not there, or not readable. */
        GONE
    }
}
