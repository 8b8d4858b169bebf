package io.tapelake.jobs.ingest;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which table a schema feeds, and what makes two of its records the same record.
 *
 * @param name the DBN schema; bars of other lengths, which come from CSV files, are named alike
 * @param table where its records become rows
 * @param key columns that name a record; two files that give different values for one key are in conflict
 */
public record SourceSchema(String name, LakeTable table, List<String> key) {

    private static final List<String> BAR_KEY = List.of("dataset", "publisher", "symbol", "bar_start_ns");
    private static final List<String> TICK_KEY =
            List.of("dataset", "publisher", "symbol", "ts_recv_ns", "ts_event_ns", "sequence");
    private static final List<String> EVENT_KEY =
            List.of("dataset", "publisher", "symbol", "ts_recv_ns", "ts_event_ns");

    private static final Map<String, SourceSchema> ALL = Map.ofEntries(
            entry("ohlcv-1s", Tables.BARS_1S, BAR_KEY),
            entry("ohlcv-30s", Tables.BARS_30S, BAR_KEY),
            entry("ohlcv-1m", Tables.BARS_1M, BAR_KEY),
            entry("ohlcv-5m", Tables.BARS_5M, BAR_KEY),
            entry("ohlcv-30m", Tables.BARS_30M, BAR_KEY),
            entry("ohlcv-1h", Tables.BARS_1H, BAR_KEY),
            entry("ohlcv-1d", Tables.BARS_1D, BAR_KEY),
            entry("trades", Tables.TRADES, TICK_KEY),
            entry("mbp-1", Tables.QUOTES, TICK_KEY),
            entry("tbbo", Tables.QUOTES, TICK_KEY),
            entry("bbo-1s", Tables.QUOTES, TICK_KEY),
            entry("bbo-1m", Tables.QUOTES, TICK_KEY),
            entry("cmbp-1", Tables.QUOTES, EVENT_KEY),
            entry("tcbbo", Tables.QUOTES, EVENT_KEY),
            entry("cbbo-1s", Tables.QUOTES, EVENT_KEY),
            entry("cbbo-1m", Tables.QUOTES, EVENT_KEY),
            entry("status", Tables.STATUS, EVENT_KEY),
            entry("definition", Tables.DEFINITIONS, EVENT_KEY),
            entry("imbalance", Tables.IMBALANCES, EVENT_KEY),
            entry("statistics", Tables.STATISTICS, EVENT_KEY));

    private static Map.Entry<String, SourceSchema> entry(String name, LakeTable table, List<String> key) {
        return Map.entry(name, new SourceSchema(name, table, key));
    }

    /** The schema of this name; empty if it has no table (mbo, mbp-10, ohlcv-eod, a mixed live capture). */
    public static Optional<SourceSchema> named(String schema) {
        return Optional.ofNullable(ALL.get(schema));
    }

    /** Every schema that has a table, sorted. */
    public static List<String> names() {
        return ALL.keySet().stream().sorted().toList();
    }

    /** True if the table keeps the ordinal of a record, which keeps the order of records with equal times. */
    boolean keepsOrder() {
        return table.hasColumn("record_index");
    }
}
