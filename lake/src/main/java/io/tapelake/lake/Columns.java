package io.tapelake.lake;

import java.util.ArrayList;
import java.util.List;

/** Writes down the columns of a table in order. A type's method adds a column that is never null; {@code opt} adds one that may be. */
final class Columns {

    private final List<LakeColumn> columns = new ArrayList<>();

    private Columns() {}

    static Columns none() {
        return new Columns();
    }

    /** The leading columns of everything that comes from DBN records. */
    static Columns common() {
        return common("New York calendar date of the index timestamp");
    }

    /** The columns that every table of market events begins with; what its trade date is may be said. */
    static Columns common(String tradeDate) {
        return none().add("trade_date", LakeType.DATE, tradeDate)
                .add(
                        "dataset",
                        LakeType.STRING,
                        "Databento dataset, for example XNAS.ITCH; of CSV bars the configured one")
                .add("publisher", LakeType.INT, "Databento publisher_id: dataset and venue; 0 of CSV bars")
                .add("symbol", LakeType.STRING, "raw symbol on the UTC date of the index timestamp");
    }

    Columns add(String name, LakeType type, String doc) {
        columns.add(new LakeColumn(name, type, false, doc));
        return this;
    }

    Columns opt(String name, LakeType type, String doc) {
        columns.add(new LakeColumn(name, type, true, doc));
        return this;
    }

    /** Prices of one meaning each; null where the source has none. */
    Columns price(String name, String doc) {
        return opt(name, LakeType.PRICE, doc);
    }

    /** A whole number as delivered: the source's own "undefined" value (the type's largest) is kept. */
    Columns integer(String name, String doc) {
        return add(name, LakeType.INT, doc);
    }

    /** An unsigned 32-bit number as delivered. */
    Columns u32(String name, String doc) {
        return add(name, LakeType.BIGINT, doc);
    }

    /** A text field as delivered, cut at the first NUL byte; spaces are kept. */
    Columns text(String name, String doc) {
        return add(name, LakeType.STRING, doc);
    }

    /** A one-letter field; null when the byte is 0. */
    Columns letter(String name, String doc) {
        return opt(name, LakeType.STRING, doc);
    }

    /** Event time, receive time and its timestamp twin, of records that have both. */
    Columns eventAndReceiveTime() {
        return opt("ts_event_ns", LakeType.BIGINT, "time at the venue, ns UTC; null when undefined")
                .add("ts_recv_ns", LakeType.BIGINT, "time of receipt at Databento, ns UTC; the index timestamp")
                .add("ts_recv", LakeType.TIMESTAMP, "ts_recv_ns cut to microseconds");
    }

    /** Where the row came from. */
    Columns source() {
        return add("file_id", LakeType.BIGINT, "the file in ingested_files this row was taken from")
                .add("record_index", LakeType.BIGINT, "ordinal of the record in that file, from 0; keeps source order");
    }

    List<LakeColumn> list() {
        return List.copyOf(columns);
    }
}
