package io.tapelake.jobs.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.jobs.ingest.FileEntry.DateCounts;
import io.tapelake.jobs.ingest.FileEntry.Outcome;
import io.tapelake.jobs.ingest.Inspection.Header;
import io.tapelake.jobs.publish.SparkSchemas;
import io.tapelake.jobs.publish.TableSource;
import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.lake.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The ledger as the table {@code ingested_files}, read whole and written whole: it has a row per file, not per record. */
final class LedgerTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LedgerTable() {}

    static FileLedger read(TableSource run) {
        return FileLedger.of(run.collect(Tables.INGESTED_FILES).stream()
                .map(LedgerTable::entry)
                .toList());
    }

    static void write(WorkingRun run, FileLedger ledger) {
        List<Row> rows = ledger.entries().stream().map(LedgerTable::row).toList();
        Dataset<Row> dataset = run.spark().createDataFrame(rows, SparkSchemas.of(Tables.INGESTED_FILES));
        run.replace(Tables.INGESTED_FILES, dataset.coalesce(1), "true", 3);
    }

    private static Row row(FileEntry e) {
        Header header = e.header();
        Map<String, long[]> byDate = new TreeMap<>();
        e.dates()
                .forEach((date, c) -> byDate.put(date.toString(), new long[] {
                    c.records(),
                    c.firstNs(),
                    c.lastNs(),
                    c.stored(),
                    c.merged(),
                    c.conflict(),
                    e.conditions().getOrDefault(date, VendorCondition.UNKNOWN).code()
                }));
        return RowFactory.create(
                e.fileId(),
                e.file().path(),
                e.file().size(),
                e.file().mtimeMs(),
                e.file().etag(),
                e.contentHash(),
                header == null ? null : header.dataset(),
                header == null ? null : header.schema(),
                header == null ? null : header.version(),
                e.symbols().size(),
                e.symbols().toArray(String[]::new),
                header == null ? null : header.claimStartNs(),
                header == null || header.claimEndNs() == Long.MAX_VALUE ? null : header.claimEndNs(),
                e.firstIndexNs() == Long.MAX_VALUE ? null : e.firstIndexNs(),
                e.lastIndexNs() == Long.MIN_VALUE ? null : e.lastIndexNs(),
                e.dates().keySet().stream().map(java.sql.Date::valueOf).toArray(java.sql.Date[]::new),
                json(byDate),
                e.records(),
                e.stored(),
                e.unchanged(),
                e.merged(),
                e.duplicate(),
                e.quarantined(),
                e.unsupported(),
                json(e.problems()),
                e.outcome().name().toLowerCase(Locale.ROOT),
                e.vendor().condition() == VendorCondition.UNKNOWN
                        ? null
                        : e.vendor().condition().text(),
                e.vendor().lastModified() == null
                        ? null
                        : java.sql.Date.valueOf(e.vendor().lastModified()),
                e.runId());
    }

    private static FileEntry entry(Row row) {
        InputFile file = new InputFile(row.getAs("path"), row.getAs("size"), row.getAs("mtime_ms"), row.getAs("etag"));
        Long claimEnd = row.getAs("claim_end_ns");
        Long first = row.getAs("first_index_ns");
        Long last = row.getAs("last_index_ns");
        List<String> symbols = row.getList(row.fieldIndex("symbols"));
        Header header = row.getAs("dataset") == null
                ? null
                : new Header(
                        row.getAs("dataset"),
                        row.getAs("schema"),
                        row.<Integer>getAs("dbn_version"),
                        symbols,
                        row.<Long>getAs("claim_start_ns"),
                        claimEnd == null ? Long.MAX_VALUE : claimEnd);
        SortedMap<LocalDate, DateCounts> dates = new TreeMap<>();
        SortedMap<LocalDate, VendorCondition> conditions = new TreeMap<>();
        parse(row.<String>getAs("by_date"), new TypeReference<Map<String, long[]>>() {})
                .forEach((text, c) -> {
                    LocalDate date = LocalDate.parse(text);
                    dates.put(date, new DateCounts(c[0], c[1], c[2], c[3], c[4], c[5]));
                    // Lakes of before the condition was kept by date have six numbers.
                    conditions.put(date, c.length > 6 ? VendorCondition.fromCode(c[6]) : VendorCondition.UNKNOWN);
                });
        Outcome outcome = Outcome.valueOf(row.<String>getAs("outcome").toUpperCase(Locale.ROOT));
        long conflicts = outcome == Outcome.TAKEN
                ? dates.values().stream().mapToLong(DateCounts::conflict).sum()
                : 0;
        java.sql.Date modified = row.getAs("vendor_last_modified");
        return new FileEntry(
                file,
                row.<Long>getAs("file_id"),
                row.getAs("content_hash"),
                header,
                new ArrayList<>(symbols),
                first == null ? Long.MAX_VALUE : first,
                last == null ? Long.MIN_VALUE : last,
                dates,
                row.<Long>getAs("records"),
                row.<Long>getAs("unchanged"),
                row.<Long>getAs("duplicate"),
                row.<Long>getAs("quarantined") - conflicts,
                row.<Long>getAs("unsupported"),
                parse(row.<String>getAs("problems"), new TypeReference<TreeMap<String, Long>>() {}),
                outcome,
                new VendorConditions.Said(
                        row.getAs("vendor_condition") == null
                                ? VendorCondition.UNKNOWN
                                : VendorCondition.fromText(row.getAs("vendor_condition")),
                        modified == null ? null : modified.toLocalDate()),
                conditions,
                row.getAs("run_id"));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plain map has no JSON: " + value, e);
        }
    }

    private static <T> T parse(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "ingested_files holds '" + json + "', which is not the JSON it should be", e);
        }
    }
}
