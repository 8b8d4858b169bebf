package io.tapelake.lake;

import static io.tapelake.lake.LakeType.ARRAY_BIGINT;
import static io.tapelake.lake.LakeType.BIGINT;
import static io.tapelake.lake.LakeType.DATE;
import static io.tapelake.lake.LakeType.DOUBLE;
import static io.tapelake.lake.LakeType.INT;
import static io.tapelake.lake.LakeType.STRING;

import java.util.List;

/** The columns of {@code day_stats}: the day by itself, then the day against its lookback, then what the job knows. */
final class DayStatsColumns {

    private DayStatsColumns() {}

    static Columns key() {
        return Columns.none()
                .add("trade_month", STRING, "month of trade_date, for example 2025-11")
                .add("trade_date", DATE, "New York calendar date")
                .add("dataset", STRING, "Databento dataset, for example XNAS.ITCH")
                .add("symbol", STRING, "symbol on that date");
    }

    static List<LakeColumn> list() {
        Columns columns = key();
        sources(columns);
        volumes(columns);
        prices(columns);
        events(columns);
        quotes(columns);
        lookback(columns);
        columns.opt("covered_until_ns", BIGINT, "data of the day was seen up to here, exclusive, ns UTC")
                .opt("state", STRING, "open while more data of the day may come, else complete")
                .opt("run_id", STRING, "run that computed it");
        return columns.list();
    }

    private static void sources(Columns columns) {
        columns.opt("source_schema", STRING, "schema that prices and volumes were computed from; null when none")
                .opt("quote_schema", STRING, "schema that the spread was computed from; null when none")
                .opt("regular_end", STRING, "end of the regular session in New York, 16:00 or 13:00; null without one")
                .opt("publisher_count", INT, "publishers with a row of source_schema")
                .opt("rows", BIGINT, "rows of source_schema")
                .opt("first_index_ns", BIGINT, "index timestamp of the first of them, ns UTC")
                .opt("last_index_ns", BIGINT, "index timestamp of the last of them, ns UTC")
                .opt("trade_count", BIGINT, "trades; null when computed from bars");
    }

    private static void volumes(Columns columns) {
        columns.opt("volume", BIGINT, "shares of the day")
                .opt("pre_volume", BIGINT, "shares from 04:00 to the open")
                .opt("regular_volume", BIGINT, "shares of the regular session")
                .opt("post_volume", BIGINT, "shares from the close to the end of the post-market session")
                .opt("outside_volume", BIGINT, "shares outside these sessions")
                .opt("dollar_volume", BIGINT, "USD traded, whole");
    }

    private static void prices(Columns columns) {
        columns.price("reg_open", "first price of the regular session")
                .price("reg_high", "highest price of the regular session")
                .price("reg_low", "lowest price of the regular session")
                .price("reg_close", "last price of the regular session")
                .price("day_open", "first price of the day")
                .price("day_high", "highest price of the day")
                .price("day_low", "lowest price of the day")
                .price("day_close", "last price of the day")
                .price("clean_day_open", "first price of the day without bad prints")
                .price("clean_day_high", "highest price of the day without bad prints")
                .price("clean_day_low", "lowest price of the day without bad prints")
                .price("clean_reg_open", "first price of the regular session without bad prints")
                .price("clean_reg_high", "highest price of the regular session without bad prints")
                .price("clean_reg_low", "lowest price of the regular session without bad prints")
                .opt("bad_prints", INT, "prints left out of the clean prices")
                .price("vwap", "mean price weighted by volume; of bars, of (high + low + close) / 3")
                .opt("range_regular", DOUBLE, "(high - low) / open of the regular session")
                .opt("range_day", DOUBLE, "(high - low) / open of the day")
                .opt("runup", DOUBLE, "largest rise of a row's high over the lowest low so far")
                .opt("runup_low_ns", BIGINT, "index timestamp of that low, ns UTC")
                .opt("runup_high_ns", BIGINT, "index timestamp of that high, ns UTC")
                .opt("drawdown", DOUBLE, "largest fall of a row's low under the highest high so far; negative")
                .opt("drawdown_high_ns", BIGINT, "index timestamp of that high, ns UTC")
                .opt("drawdown_low_ns", BIGINT, "index timestamp of that low, ns UTC");
    }

    private static void events(Columns columns) {
        columns.opt("bars_1s", BIGINT, "seconds that had a trade")
                .opt("bars_1m", BIGINT, "minutes that had a trade")
                .opt("halt_count", INT, "halts; null when it cannot be known")
                .opt("halt_starts_ns", ARRAY_BIGINT, "start of each halt, ns UTC")
                .opt("halt_ends_ns", ARRAY_BIGINT, "end of each halt, ns UTC; the largest number when not resumed")
                .opt("halt_evidence", STRING, "status, or trade_gap when inferred")
                .opt(
                        "cum_volume_5m",
                        ARRAY_BIGINT,
                        "shares from 04:00 up to each of the 192 marks 04:05, 04:10, ... 20:00");
    }

    private static void quotes(Columns columns) {
        columns.opt("quote_rows", BIGINT, "rows of quote_schema; the sum of the five conditions")
                .opt("quote_first_index_ns", BIGINT, "index timestamp of the first of them, ns UTC")
                .opt("quote_last_index_ns", BIGINT, "index timestamp of the last of them, ns UTC")
                .opt("quote_normal_rows", BIGINT, "rows with ask above bid")
                .opt("quote_locked_rows", BIGINT, "rows with ask equal to bid")
                .opt("quote_crossed_rows", BIGINT, "rows with ask below bid")
                .opt("quote_one_sided_rows", BIGINT, "rows with one side only")
                .opt("quote_empty_rows", BIGINT, "rows with no side")
                .opt("median_spread_bps", DOUBLE, "median of (ask - bid) / mid x 10,000 over normal rows")
                .opt("status_rows", BIGINT, "rows of the status schema")
                .opt("status_first_index_ns", BIGINT, "index timestamp of the first of them, ns UTC")
                .opt("status_last_index_ns", BIGINT, "index timestamp of the last of them, ns UTC")
                .opt("out_of_session_rows", BIGINT, "rows of source_schema outside the sessions")
                .opt("unpriced_rows", BIGINT, "rows of source_schema without a usable price")
                .add(
                        "quality_flags",
                        STRING,
                        "what is odd about the data: sorted names joined by commas; empty for nothing");
    }

    private static void lookback(Columns columns) {
        columns.add("lookback_days", INT, "prior days that were used, at most 20")
                .opt("prev_date", DATE, "date of prev_close")
                .price("prev_close", "last regular price of that date, as traded")
                .opt("split_factor", DOUBLE, "product of the splits since prev_date; 1 for none")
                .opt("gap", DOUBLE, "first regular price / prev_close - 1")
                .opt("gap_split_adjusted", DOUBLE, "gap with the splits in between taken out")
                .price("true_range", "true range of the day")
                .price("atr14", "Wilder average true range of the prior days, in today's split basis")
                .opt("volume_median", DOUBLE, "median volume of the lookback, in today's split basis")
                .opt("volume_mean", DOUBLE, "mean volume of the lookback, in today's split basis")
                .opt("rvol", DOUBLE, "volume / volume_median")
                .opt("rvol_mean", DOUBLE, "volume / volume_mean")
                .opt("movement", DOUBLE, "largest of the two ranges and of the move of an extreme from prev_close")
                .opt("direction", STRING, "UP, DOWN or BOTH");
    }
}
