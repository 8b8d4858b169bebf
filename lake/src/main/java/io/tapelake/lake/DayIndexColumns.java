package io.tapelake.lake;

import static io.tapelake.lake.LakeType.ARRAY_BIGINT;
import static io.tapelake.lake.LakeType.BIGINT;
import static io.tapelake.lake.LakeType.FLOAT;
import static io.tapelake.lake.LakeType.INT;
import static io.tapelake.lake.LakeType.STRING;

import java.util.List;

/** The columns of {@code day_index}: what {@code day_stats} says, the judgement on the day, and what happened in it. */
final class DayIndexColumns {

    /** Columns that say the same as in {@code day_stats}. */
    private static final List<String> MEASURES = List.of(
            "direction",
            "movement",
            "gap",
            "rvol",
            "rvol_mean",
            "volume",
            "pre_volume",
            "regular_volume",
            "post_volume",
            "dollar_volume",
            "prev_date",
            "prev_close",
            "day_open",
            "day_high",
            "day_low",
            "day_close",
            "reg_open",
            "reg_close",
            "vwap",
            "range_regular",
            "range_day",
            "runup",
            "drawdown",
            "atr14",
            "halt_count",
            "median_spread_bps",
            "source_schema",
            "quote_schema",
            "quality_flags");

    private DayIndexColumns() {}

    static List<LakeColumn> list() {
        Columns columns = DayStatsColumns.key()
                .add("kind", STRING, "momentum, mixed, or control for an ordinary day drawn beside them")
                .add(
                        "inclusion_probability",
                        FLOAT,
                        "probability with which the day came into the index; 1 unless control");
        measures(columns);
        score(columns);
        counts(columns);
        moves(columns);
        columns.opt("file_ids", ARRAY_BIGINT, "files in ingested_files that its raw rows came from, ascending")
                .opt("state", STRING, "open while more data of the day may come, else complete")
                .opt("run_id", STRING, "run that computed it");
        return columns.list();
    }

    private static void measures(Columns columns) {
        List<LakeColumn> stats = DayStatsColumns.list();
        for (String name : MEASURES) {
            LakeColumn same = stats.stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            String doc = name.equals("gap") ? "gap with the splits in between taken out" : same.doc();
            LakeType type = same.type() == LakeType.DOUBLE ? FLOAT : same.type();
            if (same.nullable()) {
                columns.opt(name, type, doc);
            } else {
                columns.add(name, type, doc);
            }
        }
    }

    private static void score(Columns columns) {
        columns.opt("quality", FLOAT, "quality of the day, 0 to 1; null as the next when its minutes are not known")
                .opt("category", STRING, "RISK, PRIME, SECONDARY, MIXED or CONTROL")
                .opt("category_reason", STRING, "the rule that made the category")
                .opt("tags", STRING, "names of what happened, sorted, joined by commas")
                .opt("data_grade", STRING, "grade of the data, A to E")
                .opt("score_movement", FLOAT, "component: the movement, 0 to 1; null as the next when unknown")
                .opt("score_rvol", FLOAT, "component: the relative volume, 0 to 1")
                .opt("score_clarity", FLOAT, "component: how clear the legs are, 0 to 1")
                .opt("score_spread", FLOAT, "component: the spread against the range, 0 to 1")
                .opt("score_continuity", FLOAT, "component: how continuous trading was, 0 to 1")
                .opt("clarity", FLOAT, "mean percentile of efficiency, trend and calm of the three largest legs")
                .opt("spread_to_range", FLOAT, "median spread over the median five-minute range")
                .opt("continuity", FLOAT, "share of minutes with trades in the busy part of the day")
                .opt("time_multiplier", FLOAT, "mean weight of the parts of the day in which the price moved")
                .opt("components_missing", STRING, "components that could not be computed, joined by commas");
    }

    private static void counts(Columns columns) {
        columns.opt("surges", INT, "price and volume leaping within a minute; null as the next when not looked for")
                .opt("breakouts", INT, "closes beyond a channel on volume")
                .opt("failed_breakouts", INT, "of these, back inside within ten minutes")
                .opt("flushes", INT, "fast falls on volume")
                .opt("bounces", INT, "recoveries of a flush")
                .opt("consolidations", INT, "narrow, flat stretches after a leg")
                .opt("squeezes", INT, "stretches of falling volatility")
                .opt("accumulations", INT, "stretches of rising volume at a still price")
                .opt("dead_zones", INT, "quarters of an hour in which hardly anything traded")
                .opt("luld_touches", INT, "prices at a limit-up or limit-down band, where bands are known")
                .opt("runs", INT, "whole legs on heavy volume");
    }

    private static void moves(Columns columns) {
        columns.opt("run_return", FLOAT, "return of the largest run; null as the next three without one")
                .opt("run_retrace", FLOAT, "share of it given back later that day")
                .opt("run_start_ns", BIGINT, "when it began, ns UTC")
                .opt("run_end_ns", BIGINT, "when it reached its extreme, ns UTC")
                .opt("best_15m_return", FLOAT, "largest move within 15 minutes, signed")
                .opt("best_15m_start_ns", BIGINT, "when those minutes began, ns UTC")
                .opt("best_30m_return", FLOAT, "largest move within 30 minutes, signed")
                .opt("best_30m_start_ns", BIGINT, "when those minutes began, ns UTC")
                .opt("best_60m_return", FLOAT, "largest move within 60 minutes, signed")
                .opt("best_60m_start_ns", BIGINT, "when those minutes began, ns UTC")
                .opt("supports", ARRAY_BIGINT, "prices, 1e-9 USD, that held from above, the most touched first")
                .opt("resistances", ARRAY_BIGINT, "prices, 1e-9 USD, that held from below, the most touched first")
                .opt("rvol0935", FLOAT, "volume from 04:00 to 09:35 over the usual volume by then")
                .opt("rvol1000", FLOAT, "the same by 10:00")
                .opt("rvol1200", FLOAT, "the same by 12:00")
                .opt("bad_prints", INT, "lone prints far from the market that were left out")
                .opt("reset_points", INT, "candidates in reset_points")
                .opt("reset_points_selected", INT, "of these, drawn");
    }
}
