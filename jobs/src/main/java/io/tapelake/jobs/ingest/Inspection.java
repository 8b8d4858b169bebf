package io.tapelake.jobs.ingest;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one reading of a file told: whose records it holds, for which dates, and whether it is whole.
 *
 * @param file the file
 * @param verdict what is to be done with it, by itself
 * @param reason code of what is wrong; null for {@link Verdict#TAKE}
 * @param detail the same in words; null for {@link Verdict#TAKE}
 * @param offset byte of the uncompressed stream where reading ended in an error; -1 without one
 * @param header whose data it is; null if the metadata could not be read
 * @param contentHash hexadecimal SHA-256 over what the metadata says of instruments and over every record as it lies in
 *     the file, whatever the compression; null unless the file is whole
 * @param fileId first 63 bits of the content hash, or of a hash of path and size where there is none
 * @param records whole records
 * @param unsupported records of a type that has no table
 * @param firstIndexNs smallest index timestamp, ns UTC; {@link Long#MAX_VALUE} without records
 * @param lastIndexNs largest index timestamp, ns UTC; {@link Long#MIN_VALUE} without records
 * @param dates New York trade date to the records that will become rows of it
 * @param rejected records that will not become rows, up to a bound; the bound is kept by the last entries, which stand
 *     for many
 * @param warnings code to count of what is odd but does no harm
 */
record Inspection(
        InputFile file,
        Verdict verdict,
        String reason,
        String detail,
        long offset,
        Header header,
        String contentHash,
        long fileId,
        long records,
        long unsupported,
        long firstIndexNs,
        long lastIndexNs,
        SortedMap<LocalDate, DateShare> dates,
        List<Rejected> rejected,
        SortedMap<String, Long> warnings)
        implements Serializable {

    /** What a file is good for, by itself. */
    enum Verdict {
        /** Its records become rows, but for those rejected one by one. */
        TAKE,
        /** Damaged: none of its records is taken, so that a part is never mistaken for a whole day. */
        REFUSE,
        /** Whole, but its schema has no table. */
        UNSUPPORTED,
        /** Still being written, or gone again: nothing is known of it, and it is left for the next time. */
        UNFINISHED
    }

    /**
     * What the metadata says.
     *
     * @param dataset the dataset
     * @param schema name of the DBN schema; {@code mixed} for a live capture
     * @param version DBN version
     * @param symbols requested symbols, sorted
     * @param claimStartNs start of the interval the file speaks for, inclusive, ns UTC
     * @param claimEndNs end of it, exclusive, ns UTC; {@link Long#MAX_VALUE} when open
     */
    record Header(String dataset, String schema, int version, List<String> symbols, long claimStartNs, long claimEndNs)
            implements Serializable {}

    /**
     * The records of one trade date.
     *
     * @param records how many
     * @param firstNs smallest index timestamp
     * @param lastNs largest index timestamp
     * @param bySymbol symbol to number of records
     */
    record DateShare(long records, long firstNs, long lastNs, SortedMap<String, Long> bySymbol)
            implements Serializable {}

    /**
     * A record that will not become a row, or several of one kind.
     *
     * @param offset byte of the uncompressed stream where it begins; -1 for several
     * @param recordIndex ordinal in the file; -1 for several
     * @param records how many
     * @param reason code
     * @param detail what was found
     * @param raw its bytes; null for several
     * @param tradeDate its New York date; null for several
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a table; never compared
    record Rejected(
            long offset, long recordIndex, long records, String reason, String detail, byte[] raw, LocalDate tradeDate)
            implements Serializable {}

    /** Of a file that is left for the next time. */
    static Inspection unfinished(InputFile file, String detail) {
        return new Inspection(
                file,
                Verdict.UNFINISHED,
                "unfinished",
                detail,
                -1,
                null,
                null,
                0,
                0,
                0,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                new TreeMap<>(),
                List.of(),
                new TreeMap<>());
    }

    /** How many records were rejected. */
    long rejectedRecords() {
        return rejected.stream().mapToLong(Rejected::records).sum();
    }

    /** Count per code: records that were rejected or refused, and oddities that did no harm. */
    SortedMap<String, Long> problems() {
        SortedMap<String, Long> counts = new TreeMap<>(warnings);
        rejected.forEach(r -> counts.merge(r.reason(), r.records(), Long::sum));
        return counts;
    }
}
