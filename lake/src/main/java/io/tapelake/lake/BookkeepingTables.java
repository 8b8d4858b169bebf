package io.tapelake.lake;

import static io.tapelake.lake.LakeType.ARRAY_DATE;
import static io.tapelake.lake.LakeType.ARRAY_STRING;
import static io.tapelake.lake.LakeType.BIGINT;
import static io.tapelake.lake.LakeType.BINARY;
import static io.tapelake.lake.LakeType.BOOLEAN;
import static io.tapelake.lake.LakeType.DATE;
import static io.tapelake.lake.LakeType.INT;
import static io.tapelake.lake.LakeType.MAP_STRING_BIGINT;
import static io.tapelake.lake.LakeType.PRICE;
import static io.tapelake.lake.LakeType.STRING;

import java.util.List;
import java.util.Optional;

/** Tables that say what was taken in, what was not, what a security is, and what was published. Small: one folder each. */
final class BookkeepingTables {

    private BookkeepingTables() {}

    static LakeTable ingestedFiles() {
        List<LakeColumn> columns = Columns.none()
                .add("file_id", BIGINT, "first 63 bits of content_hash, or of a hash of path and size when refused")
                .add("path", STRING, "where the file was read")
                .add("size", BIGINT, "bytes of the file")
                .add("mtime_ms", BIGINT, "last change of the file, ms UTC")
                .opt("etag", STRING, "ETag of the store, where it has one")
                .opt(
                        "content_hash",
                        STRING,
                        "SHA-256 over the decoded records in their order and their symbol mappings; null when refused")
                .opt("dataset", STRING, "dataset of the metadata")
                .opt("schema", STRING, "schema of the metadata, for example ohlcv-1s")
                .opt("dbn_version", INT, "format version of the file")
                .opt("symbol_count", INT, "symbols with a valid record")
                .opt("symbols", ARRAY_STRING, "those symbols, sorted")
                .opt("claim_start_ns", BIGINT, "start of the interval the file speaks for, inclusive, ns UTC")
                .opt("claim_end_ns", BIGINT, "end of the interval, exclusive, ns UTC; null when open")
                .opt("first_index_ns", BIGINT, "smallest index timestamp, ns UTC; null without records")
                .opt("last_index_ns", BIGINT, "largest index timestamp, ns UTC; null without records")
                .opt("trade_dates", ARRAY_DATE, "New York dates of its records")
                .add(
                        "by_date",
                        STRING,
                        "JSON object: trade date to [records, first_ns, last_ns, stored, merged, conflict, what the vendor says:"
                                + " 0 nothing, 1 missing, 2 available, 3 pending, 4 degraded]")
                .add("records", BIGINT, "whole records in the file; the sum of the next six")
                .add("stored", BIGINT, "records that became rows and were not rows before")
                .add("unchanged", BIGINT, "records whose rows were there already")
                .add("merged", BIGINT, "records that equal a row of another file that claims the same")
                .add("duplicate", BIGINT, "records of a file whose content is known under another path")
                .add("quarantined", BIGINT, "records in quarantine")
                .add("unsupported", BIGINT, "records of a schema or type without a table")
                .opt("problems", STRING, "JSON object: reason to number of records")
                .add("outcome", STRING, "taken, refused, unsupported or duplicate")
                .opt(
                        "vendor_condition",
                        STRING,
                        "available, degraded, pending or missing, by the package's condition.json")
                .opt("vendor_last_modified", DATE, "date the vendor last changed the data")
                .add("run_id", STRING, "run that took it in")
                .list();
        return inOneFolder(
                "ingested_files",
                "a DBN file that was offered, and what became of its records",
                columns,
                List.of("path"));
    }

    static LakeTable quarantine() {
        List<LakeColumn> columns = Columns.none()
                .add("file_id", BIGINT, "the file in ingested_files")
                .add("path", STRING, "where the file was read")
                .opt("offset", BIGINT, "byte of the uncompressed stream where the record begins")
                .opt("record_index", BIGINT, "ordinal of the record in the file, from 0")
                .add("records", BIGINT, "records this row stands for: 1, or all of a refused file")
                .add("reason", STRING, "code, for example price-out-of-range, missing-mapping, truncated, conflict")
                .opt("detail", STRING, "what was found and what was expected")
                .opt("raw", BINARY, "the bytes of the record; null for a whole file")
                .opt("dataset", STRING, "dataset of the file")
                .opt("schema", STRING, "schema of the file")
                .opt("trade_date", DATE, "New York date of the record, where it has one")
                .add("run_id", STRING, "run that put it here")
                .list();
        return inOneFolder(
                "quarantine",
                "a record that was not taken, or a file none of whose records was",
                columns,
                List.of("file_id", "record_index"));
    }

    static LakeTable symbology() {
        List<LakeColumn> columns = Columns.none()
                .add("security_id", STRING, "the security, the same under every name")
                .add("symbol", STRING, "its name")
                .add("from_date", DATE, "first date of the name")
                .opt("to_date", DATE, "first date that is no longer of the name; null while it lasts")
                .opt("source", STRING, "where this was learnt")
                .opt("listing_id", STRING, "the listing that has the name; null where the source knows no listings")
                .opt(
                        "recorded_at_ns",
                        BIGINT,
                        "when the source last changed the record, ns UTC; null where it does not say")
                .list();
        return inOneFolder("symbology", "a name a security had for a time", columns, List.of("symbol", "from_date"));
    }

    static LakeTable corporateActions() {
        List<LakeColumn> columns = Columns.none()
                .opt("security_id", STRING, "the security; null when only the symbol is known")
                .add("symbol", STRING, "its name on the ex-date")
                .add("ex_date", DATE, "first date that trades without the right")
                .add(
                        "type",
                        STRING,
                        "split, dividend, or cancelled: called off, and kept so that an older record does not bring it back")
                .opt("ratio", PRICE, "new shares per old share; below 1 for a reverse split")
                .opt("cash_amount", PRICE, "USD per share of a dividend")
                .opt("source", STRING, "where this was learnt")
                .opt(
                        "event_id",
                        STRING,
                        "the event in its source, with option and serial where it has several; null without")
                .opt(
                        "recorded_at_ns",
                        BIGINT,
                        "when the source last changed the record, ns UTC; null where it does not say")
                .list();
        return inOneFolder("corporate_actions", "a split or dividend", columns, List.of("symbol", "ex_date"));
    }

    static LakeTable runs() {
        List<LakeColumn> columns = Columns.none()
                .add("run_id", STRING, "name of the run")
                .add("sequence", BIGINT, "counts the runs of this lake upward; the newest has the largest")
                .opt("base_run_id", STRING, "run whose tables it started from; null when it started from nothing")
                .add("created_at_ns", BIGINT, "when it was published, ns UTC")
                .add("job", STRING, "job that published it: ingest, scan, nightly, ...")
                .add("code_version", STRING, "version and commit of the code")
                .add("config_hash", STRING, "hash of the resolved configuration")
                .add("table_versions", MAP_STRING_BIGINT, "table name to the Delta version that belongs to this run")
                .opt(
                        "dates",
                        STRING,
                        "JSON: trade date to covered_until_ns, state and open_datasets, of the dates that the run"
                                + " changed, and with changed false of all others that are open; lookback_only where only what the"
                                + " date looks back at changed")
                .opt("counts", STRING, "JSON: counts by table and outcome")
                .opt("durations", STRING, "JSON: step to seconds")
                .add("pinned", BOOLEAN, "kept until unpinned")
                .add("withdrawn", BOOLEAN, "not to be read any more")
                .opt(
                        "let_go_at_ns",
                        BIGINT,
                        "when the run was let go, so that its files may be gone, ns UTC; null while it is kept")
                .list();
        return inOneFolder(
                "runs", "a published run: one consistent set of table versions", columns, List.of("sequence"));
    }

    private static LakeTable inOneFolder(String name, String row, List<LakeColumn> columns, List<String> sort) {
        Optional<String> folders = Optional.empty();
        return new LakeTable(name, row, columns, folders, sort, Layout.tableProperties(sort, folders));
    }
}
