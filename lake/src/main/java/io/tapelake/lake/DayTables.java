package io.tapelake.lake;

import java.util.List;
import java.util.Optional;

/** Tables of symbol-days, partitioned by month. */
final class DayTables {

    private static final List<String> BY_DAY = List.of("trade_month", "trade_date", "symbol", "dataset");
    private static final List<String> BY_DECISION =
            List.of("trade_month", "trade_date", "symbol", "dataset", "decision_ts_ns", "detector");

    private DayTables() {}

    static LakeTable dayStats() {
        return byMonth("day_stats", "a symbol-day, momentum or not", DayStatsColumns.list(), BY_DAY);
    }

    static LakeTable dayIndex() {
        return byMonth(
                "day_index",
                "a momentum, mixed or control day; every column is hindsight",
                DayIndexColumns.list(),
                BY_DAY);
    }

    static LakeTable resetPoints() {
        return byMonth(
                "reset_points",
                "a candidate start of an episode; all but the hindsight columns was known when it was decided",
                ResetPointColumns.list(),
                BY_DECISION);
    }

    private static LakeTable byMonth(String name, String row, List<LakeColumn> columns, List<String> sort) {
        Optional<String> folders = Optional.of("trade_month");
        return new LakeTable(name, row, columns, folders, sort, Layout.tableProperties(sort, folders));
    }
}
