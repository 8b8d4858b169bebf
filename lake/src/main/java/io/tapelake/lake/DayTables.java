package io.tapelake.lake;

import static io.tapelake.lake.LakeType.ARRAY_BIGINT;
import static io.tapelake.lake.LakeType.BIGINT;
import static io.tapelake.lake.LakeType.BOOLEAN;
import static io.tapelake.lake.LakeType.DATE;
import static io.tapelake.lake.LakeType.DOUBLE;
import static io.tapelake.lake.LakeType.STRING;

import java.util.List;
import java.util.Optional;

/** Tables of one row per symbol-day, partitioned by month. */
final class DayTables {

    private DayTables() {}

    private static Columns key() {
        return Columns.none()
                .add("trade_month", STRING, "month of trade_date, for example 2025-11")
                .add("trade_date", DATE, "New York calendar date")
                .add("dataset", STRING, "Databento dataset, for example XNAS.ITCH")
                .add("symbol", STRING, "symbol on that date")
                .add("source_schema", STRING, "schema that prices and volumes were computed from")
                .opt("quote_schema", STRING, "schema that the spread was computed from; null without quotes");
    }

    static LakeTable dayStats() {
        List<LakeColumn> columns = key().add("rows", BIGINT, "rows of the source that were used")
                .opt("first_index_ns", BIGINT, "index timestamp of the first row, ns UTC")
                .opt("last_index_ns", BIGINT, "index timestamp of the last row, ns UTC")
                .opt("regular_end_ns", BIGINT, "end of the regular session, ns UTC")
                .opt("volume", BIGINT, "shares of the day")
                .opt("pre_volume", BIGINT, "shares from 04:00 to the open")
                .opt("regular_volume", BIGINT, "shares of the regular session")
                .opt("post_volume", BIGINT, "shares after the regular session")
                .price("reg_open", "first price of the regular session")
                .price("reg_high", "highest price of the regular session")
                .price("reg_low", "lowest price of the regular session")
                .price("reg_close", "last price of the regular session")
                .price("day_open", "first price of the day")
                .price("day_high", "highest price of the day")
                .price("day_low", "lowest price of the day")
                .price("day_close", "last price of the day")
                .opt("vwap", DOUBLE, "volume-weighted mean price")
                .opt("range_regular", DOUBLE, "(high - low) / open of the regular session")
                .opt("range_day", DOUBLE, "(high - low) / open of the day")
                .opt("prev_date", DATE, "date of prev_close")
                .price("prev_close", "regular close of the day before in the same dataset and schema")
                .opt("gap", DOUBLE, "first regular price / prev_close - 1")
                .opt("gap_split_adjusted", DOUBLE, "gap with the splits in between taken out")
                .opt("runup", DOUBLE, "largest rise from a low before it")
                .opt("drawdown", DOUBLE, "largest fall from a high before it; negative")
                .opt("halts", STRING, "JSON list of halts")
                .opt("median_spread_bps", DOUBLE, "median quoted spread, 1/10,000 of the mid")
                .opt("cumulative_volume", ARRAY_BIGINT, "shares up to each of 192 five-minute marks from 04:00")
                .add("complete", BOOLEAN, "whether the day is complete")
                .list();
        return byMonth("day_stats", "a symbol-day, momentum or not", columns);
    }

    static LakeTable dayIndex() {
        List<LakeColumn> columns = key().opt(
                        "movement", DOUBLE, "largest of the ranges and of the move from the prior close")
                .opt("direction", STRING, "UP, DOWN or BOTH")
                .opt("gap", DOUBLE, "split-adjusted gap")
                .opt("rvol", DOUBLE, "volume over the median of the last 20 days")
                .opt("dollar_volume", DOUBLE, "USD traded")
                .opt("volume", BIGINT, "shares of the day")
                .opt("vwap", DOUBLE, "volume-weighted mean price")
                .opt("runup", DOUBLE, "largest rise from a low before it")
                .opt("drawdown", DOUBLE, "largest fall from a high before it; negative")
                .list();
        return byMonth("day_index", "a momentum or control day; every column is hindsight", columns);
    }

    private static LakeTable byMonth(String name, String row, List<LakeColumn> columns) {
        return new LakeTable(
                name,
                row,
                columns,
                Optional.of("trade_month"),
                List.of("trade_month", "trade_date", "symbol", "dataset"),
                Layout.tableProperties());
    }
}
