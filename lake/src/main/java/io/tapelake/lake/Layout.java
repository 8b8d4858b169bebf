package io.tapelake.lake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How files of the lake are written, whatever writes them.
 *
 * <p>A symbol-day should be a few pages, so pages are bounded by rows; the page index then lets a reader skip the others.
 * Tick values hardly repeat, so a dictionary costs more than it saves; delta-coded version 2 pages under zstd do the work.
 */
public final class Layout {

    /** Most rows of one page. */
    public static final int PAGE_ROWS = 20_000;

    /** Most bytes of one row group, before compression. */
    public static final long ROW_GROUP_BYTES = 128L << 20;

    private Layout() {}

    /**
     * Hadoop settings of the writing process. Spark takes them as {@code spark.hadoop.KEY}; as options of one write they
     * are not all honoured.
     */
    public static Map<String, String> hadoopSettings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("parquet.enable.dictionary", "false");
        settings.put("parquet.page.row.count.limit", Integer.toString(PAGE_ROWS));
        settings.put("parquet.block.size", Long.toString(ROW_GROUP_BYTES));
        return settings;
    }

    /** Spark settings of the writing process: zstd, and timestamps as 64-bit integers, the only form the readers know. */
    public static Map<String, String> sparkSettings() {
        return new TreeMap<>(Map.of(
                "spark.sql.parquet.compression.codec",
                "zstd",
                "spark.sql.parquet.outputTimestampType",
                "TIMESTAMP_MICROS"));
    }

    /**
     * Delta properties of every table: version 2 pages, and plain files that a reader without Delta's row-level features
     * can take as they are. Log and files are kept until the safe clean-up says otherwise, because Delta refuses to read
     * a version that is older than these durations even when its files are still there.
     *
     * <p>Bounds are kept of the columns that files are sorted by and of no other: collecting those of every column took
     * 40% of the time of writing, and they name no file that could be left out.
     *
     * @param sortColumns what the rows are sorted by
     * @param partitionColumn the column of folders; Delta refuses bounds of it
     */
    static Map<String, String> tableProperties(List<String> sortColumns, Optional<String> partitionColumn) {
        List<String> bounded = sortColumns.stream()
                .filter(column -> !partitionColumn.equals(Optional.of(column)))
                .toList();
        return Map.of(
                "delta.parquet.format.version", "2.12.0",
                "delta.enableDeletionVectors", "false",
                "delta.columnMapping.mode", "none",
                "delta.logRetentionDuration", "interval 3650 days",
                "delta.deletedFileRetentionDuration", "interval 3650 days",
                "delta.dataSkippingStatsColumns", String.join(",", bounded));
    }
}
