package io.tapelake.jobs.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.jobs.publish.TableSource;
import io.tapelake.lake.Tables;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * What {@code ingested_files} says of a file, as far as it can be proved.
 *
 * @param fileId id of the content
 * @param path where it was read
 * @param size bytes
 * @param contentHash hash of the content; null when refused
 * @param dataset its dataset; null if unknown
 * @param schema its DBN schema; null if unknown
 * @param outcome taken, refused, unsupported or duplicate
 * @param records whole records
 * @param sumOfFates records by outcome, added up
 * @param quarantined records in quarantine
 * @param unsupported records without a table
 * @param coverageNs length of the interval it speaks for
 * @param vendorLastModified date of the vendor's last change; null if unknown
 * @param dates trade date to what became of its records there
 */
record LedgerFile(
        long fileId,
        String path,
        long size,
        String contentHash,
        String dataset,
        String schema,
        String outcome,
        long records,
        long sumOfFates,
        long quarantined,
        long unsupported,
        long coverageNs,
        LocalDate vendorLastModified,
        SortedMap<LocalDate, Fates> dates)
        implements Serializable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The valid records of one trade date: all, and how many were stored, merged and in conflict. */
    record Fates(long records, long stored, long merged, long conflict) implements Serializable {}

    static List<LedgerFile> all(TableSource run) {
        return run.collect(Tables.INGESTED_FILES).stream().map(LedgerFile::of).toList();
    }

    boolean isTaken() {
        return outcome.equals("taken");
    }

    /** Records in conflict with another file. */
    long conflicts() {
        return isTaken() ? dates.values().stream().mapToLong(Fates::conflict).sum() : 0;
    }

    private static LedgerFile of(Row row) {
        SortedMap<LocalDate, Fates> dates = new TreeMap<>();
        try {
            JSON.readValue(row.<String>getAs("by_date"), new TypeReference<Map<String, long[]>>() {})
                    .forEach((date, c) -> dates.put(LocalDate.parse(date), new Fates(c[0], c[3], c[4], c[5])));
        } catch (JsonProcessingException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException(
                    "ingested_files says of " + row.getAs("path") + " by_date '" + row.getAs("by_date")
                            + "', which is not the JSON it should be",
                    e);
        }
        long sum = 0;
        for (String fate : List.of("stored", "unchanged", "merged", "duplicate", "quarantined", "unsupported")) {
            sum += row.<Long>getAs(fate);
        }
        Long end = row.getAs("claim_end_ns");
        Long last = row.getAs("last_index_ns");
        Long start = row.getAs("claim_start_ns");
        long until = end != null ? end : last != null ? last : Long.MIN_VALUE;
        java.sql.Date modified = row.getAs("vendor_last_modified");
        return new LedgerFile(
                row.<Long>getAs("file_id"),
                row.getAs("path"),
                row.<Long>getAs("size"),
                row.getAs("content_hash"),
                row.getAs("dataset"),
                row.getAs("schema"),
                row.getAs("outcome"),
                row.<Long>getAs("records"),
                sum,
                row.<Long>getAs("quarantined"),
                row.<Long>getAs("unsupported"),
                start == null ? 0 : Math.max(0, until - start),
                modified == null ? null : modified.toLocalDate(),
                dates);
    }
}
