package io.tapelake.lake.files;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One Parquet file of a table at a version, as the Delta log knows it. Immutable and serialisable.
 *
 * @param path absolute path or URI, ready to be opened
 * @param partitionColumn name of the partition column; empty text for a table in one folder
 * @param partitionValue value of that column in every row of the file, as text; empty text for a table in one folder
 * @param sizeBytes size of the file
 * @param records number of rows; negative when the log does not say
 * @param smallest smallest value per sort column as text, where the log has one; a text may be cut short
 * @param largest largest value per sort column as text, where the log has one; never below the true one
 */
public record DataFile(
        String path,
        String partitionColumn,
        String partitionValue,
        long sizeBytes,
        long records,
        Map<String, String> smallest,
        Map<String, String> largest)
        implements Serializable {

    /** Copies the maps, sorted: a file looks the same in every process. */
    public DataFile {
        smallest = Collections.unmodifiableMap(new TreeMap<>(smallest));
        largest = Collections.unmodifiableMap(new TreeMap<>(largest));
    }

    /** The trade date of every row, if the table is partitioned by it. */
    public Optional<LocalDate> tradeDate() {
        return partitionColumn.equals("trade_date") ? Optional.of(LocalDate.parse(partitionValue)) : Optional.empty();
    }

    /** The number of rows, if the log says. */
    public OptionalLong numRecords() {
        return records < 0 ? OptionalLong.empty() : OptionalLong.of(records);
    }

    /** False only if no row can have a value of this text column from {@code from} to {@code to}, both inclusive. */
    public boolean mayHoldText(String column, String from, String to) {
        String low = smallest.get(column);
        String high = largest.get(column);
        return (low == null || low.compareTo(to) <= 0) && (high == null || high.compareTo(from) >= 0);
    }

    /** False only if no row can have a value of this whole-number column from {@code from} to {@code to}, both inclusive. */
    public boolean mayHoldNumber(String column, long from, long to) {
        String low = smallest.get(column);
        String high = largest.get(column);
        return (low == null || Long.parseLong(low) <= to) && (high == null || Long.parseLong(high) >= from);
    }
}
