package io.tapelake.lake;

import static io.tapelake.lake.LakeType.DOUBLE;
import static io.tapelake.lake.LakeType.STRING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables of one row per symbol-day, partitioned by month. */
final class DayTables {

    /** Columns of {@code day_index} that say the same as in {@code day_stats}. */
    private static final List<String> INDEXED = List.of(
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

    private DayTables() {}

    static LakeTable dayStats() {
        return byMonth("day_stats", "a symbol-day, momentum or not", DayStatsColumns.list());
    }

    static LakeTable dayIndex() {
        List<LakeColumn> stats = DayStatsColumns.list();
        List<LakeColumn> columns = new ArrayList<>(DayStatsColumns.key().list());
        columns.addAll(Columns.none()
                .add("kind", STRING, "momentum, mixed, or control for an ordinary day drawn beside them")
                .add(
                        "inclusion_probability",
                        DOUBLE,
                        "probability with which the day came into the index; 1 unless control")
                .list());
        for (String name : INDEXED) {
            LakeColumn same = stats.stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            columns.add(
                    name.equals("gap")
                            ? new LakeColumn(name, same.type(), true, "gap with the splits in between taken out")
                            : same);
        }
        columns.addAll(
                Columns.none().opt("run_id", STRING, "run that computed it").list());
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
