package io.tapelake.lake;

import static io.tapelake.lake.LakeType.BIGINT;
import static io.tapelake.lake.LakeType.INT;
import static io.tapelake.lake.LakeType.PRICE;
import static io.tapelake.lake.LakeType.STRING;
import static io.tapelake.lake.LakeType.TIMESTAMP;

import java.util.List;
import java.util.Optional;

/** Tables of one row per market event, partitioned by trade date and sorted by symbol and time. */
final class TickTables {

    private static final List<String> BY_RECEIPT =
            List.of("trade_date", "symbol", "ts_recv_ns", "file_id", "record_index");

    private TickTables() {}

    static LakeTable bars(String interval) {
        // A daily bar is of a UTC day: its midnight is still the evening before in New York.
        Columns common =
                interval.equals("1d") ? Columns.common("UTC date of bar_start, the day summed up") : Columns.common();
        List<LakeColumn> columns = common.add(
                        "bar_start_ns", BIGINT, "start of the bar, inclusive, ns UTC; the bar is known only at its end")
                .add("bar_start", TIMESTAMP, "bar_start_ns cut to microseconds")
                .price("open", "first price")
                .price("high", "highest price")
                .price("low", "lowest price")
                .price("close", "last price")
                .add("volume", BIGINT, "shares traded")
                .add("file_id", BIGINT, "the file in ingested_files this row was taken from")
                .list();
        return byTradeDate(
                "bars_" + interval,
                "a bar of " + interval + " that had a trade, of one publisher",
                columns,
                List.of("trade_date", "symbol", "bar_start_ns", "publisher"));
    }

    static LakeTable trades() {
        List<LakeColumn> columns = Columns.common()
                .eventAndReceiveTime()
                .price("price", "trade price")
                .add("size", BIGINT, "shares")
                .letter("side", "aggressor: A sell, B buy, N none")
                .integer("flags", "DBN flag bits")
                .u32("sequence", "sequence number of the venue")
                .integer("depth", "book level of the event")
                .letter("action", "T for a trade")
                .integer("ts_in_delta", "ns between the sending at the venue and ts_recv")
                .source()
                .list();
        return byTradeDate("trades", "a trade, from the trades schema", columns, BY_RECEIPT);
    }

    static LakeTable quotes() {
        List<LakeColumn> columns = Columns.common()
                .eventAndReceiveTime()
                .price("bid", "best bid; null for an empty side")
                .price("ask", "best ask; null for an empty side")
                .add("bid_size", BIGINT, "shares at the bid")
                .add("ask_size", BIGINT, "shares at the ask")
                .opt("bid_count", BIGINT, "orders at the bid; null for consolidated schemas")
                .opt("ask_count", BIGINT, "orders at the ask; null for consolidated schemas")
                .opt("bid_publisher", INT, "venue of the bid, for consolidated schemas")
                .opt("ask_publisher", INT, "venue of the ask, for consolidated schemas")
                .add("condition", STRING, "normal, locked, crossed, one-sided or empty")
                .letter(
                        "action",
                        "what the record reports: T trade, A add, C cancel, M modify, R clear; null where none")
                .letter("side", "side of that event, or of the last trade in a sampled schema")
                .opt("price", PRICE, "price of that event, or of the last trade in a sampled schema")
                .add("size", BIGINT, "shares of that event, or of the last trade in a sampled schema")
                .integer("flags", "DBN flag bits")
                .opt("sequence", BIGINT, "sequence number of the venue; null for consolidated schemas")
                .opt("depth", INT, "book level of the event; null where the schema has none")
                .opt("ts_in_delta", INT, "ns between sending at the venue and ts_recv; null where the schema has none")
                .add("source_schema", STRING, "mbp-1, tbbo, bbo-1s, bbo-1m, cmbp-1, cbbo-1s, cbbo-1m or tcbbo")
                .source()
                .list();
        return byTradeDate(
                "quotes",
                "a change or sample of one top of book; with tbbo the book before a trade",
                columns,
                BY_RECEIPT);
    }

    static LakeTable status() {
        List<LakeColumn> columns = asDelivered()
                .integer("action", "StatusAction: 7 trading, 8 halt, 9 pause, ...")
                .integer("reason", "StatusReason: 50 volatility pause, 30 news pending, ...")
                .integer("trading_event", "TradingEvent")
                .letter("is_trading", "Y, N or ~ (not available)")
                .letter("is_quoting", "Y, N or ~ (not available)")
                .letter("is_short_sell_restricted", "Y, N or ~ (not available)")
                .source()
                .list();
        return byTradeDate("status", "a change of the trading status of an instrument", columns, BY_RECEIPT);
    }

    static LakeTable imbalances() {
        List<LakeColumn> columns = asDelivered()
                .price("ref_price", "price at which the shares are counted")
                .opt("auction_time_ns", BIGINT, "planned time of the auction, ns UTC; null when undefined")
                .price("cont_book_clr_price", "clearing price of the auction and the continuous book together")
                .price("auct_interest_clr_price", "clearing price of the auction interest alone")
                .price("ssr_filling_price", "filling price under a short sale restriction")
                .price("ind_match_price", "indicative price with the most matched shares")
                .price("upper_collar", "highest price the auction may have")
                .price("lower_collar", "lowest price the auction may have")
                .u32("paired_qty", "shares paired at ref_price")
                .u32("total_imbalance_qty", "shares not paired at ref_price")
                .u32("market_imbalance_qty", "shares of market orders not paired")
                .u32("unpaired_qty", "shares not paired, of some venues")
                .letter("auction_type", "kind of auction, as the venue letters it")
                .letter("side", "side of the imbalance: A ask, B bid, N none")
                .integer("auction_status", "status of the auction, as the venue numbers it")
                .integer("freeze_status", "freeze status, as the venue numbers it")
                .integer("num_extensions", "times the auction was extended")
                .letter("unpaired_side", "side of unpaired_qty: A ask, B bid, N none")
                .letter("significant_imbalance", "whether the venue calls the imbalance significant")
                .source()
                .list();
        return byTradeDate("imbalances", "an auction imbalance as delivered", columns, BY_RECEIPT);
    }

    static LakeTable statistics() {
        List<LakeColumn> columns = asDelivered()
                .opt("ts_ref_ns", BIGINT, "time the value refers to, ns UTC; null when undefined")
                .price("price", "value of a price statistic")
                .opt("quantity", BIGINT, "value of another statistic; null when undefined")
                .u32("sequence", "sequence number of the venue")
                .integer("ts_in_delta", "ns between the sending at the venue and ts_recv")
                .integer("stat_type", "StatType: 1 opening price, 4 session low, 5 session high, 11 close price, ...")
                .integer("channel_id", "channel of the venue")
                .integer("update_action", "1 new, 2 delete")
                .integer("stat_flags", "flag bits of the statistic")
                .source()
                .list();
        return byTradeDate("statistics", "a statistic published by a venue", columns, BY_RECEIPT);
    }

    static LakeTable definitions() {
        return byTradeDate(
                "definitions",
                "the definition of an instrument, version 3 layout",
                DefinitionColumns.list(),
                BY_RECEIPT);
    }

    /** Leading columns of tables that keep a record field by field. */
    static Columns asDelivered() {
        return Columns.common()
                .u32("instrument_id", "numeric id, unique within one dataset and UTC date only")
                .eventAndReceiveTime();
    }

    private static LakeTable byTradeDate(String name, String row, List<LakeColumn> columns, List<String> sort) {
        Optional<String> folders = Optional.of("trade_date");
        return new LakeTable(name, row, columns, folders, sort, Layout.tableProperties(sort, folders));
    }
}
