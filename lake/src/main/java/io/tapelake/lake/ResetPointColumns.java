package io.tapelake.lake;

import static io.tapelake.lake.LakeType.BIGINT;
import static io.tapelake.lake.LakeType.BOOLEAN;
import static io.tapelake.lake.LakeType.DATE;
import static io.tapelake.lake.LakeType.FLOAT;
import static io.tapelake.lake.LakeType.INT;
import static io.tapelake.lake.LakeType.STRING;
import static io.tapelake.lake.LakeType.TIMESTAMP;

import java.util.List;

/** The columns of {@code reset_points}: what was known when a point was decided, then hindsight. */
final class ResetPointColumns {

    private ResetPointColumns() {}

    static List<LakeColumn> list() {
        Columns columns = Columns.none()
                .add("trade_month", STRING, "month of trade_date, for example 2025-11")
                .add("trade_date", DATE, "New York calendar date")
                .add("dataset", STRING, "Databento dataset, for example XNAS.ITCH")
                .add("symbol", STRING, "symbol on that date")
                .add("decision_ts_ns", BIGINT, "when it was decided, the end of a minute, ns UTC")
                .add("decision_ts", TIMESTAMP, "decision_ts_ns as a timestamp")
                .add("detector", STRING, "detector that proposed it")
                .opt("pattern", STRING, "variant, for example donchian_up")
                .add("direction", INT, "1 up, -1 down, 0 neither")
                .add(
                        "phase",
                        STRING,
                        "ACCUMULATION, BREAKOUT, MOMENTUM, DISTRIBUTION, FLUSH, BOUNCE, CONSOLIDATION"
                                + " or DEAD_ZONE")
                .add("time_bucket", STRING, "PREMARKET, OPEN, MORNING, MIDDAY, AFTERNOON, POWER_HOUR or POSTMARKET");
        setup(columns);
        state(columns);
        columns.add("inclusion_probability", FLOAT, "probability with which it was drawn, known when it was decided")
                .add("selected", BOOLEAN, "whether it was drawn")
                .add("weight", FLOAT, "1 / inclusion_probability");
        hindsight(columns);
        columns.opt("state", STRING, "open while more data of the day may come, else complete")
                .opt("run_id", STRING, "run that computed it");
        return columns.list();
    }

    private static void setup(Columns columns) {
        columns.opt("setup_quality", FLOAT, "quality of the setup, 0 to 1")
                .opt(
                        "setup_movement",
                        FLOAT,
                        "component: how far the day has moved, 0 to 1; null as the next if unknown")
                .opt("setup_volume", FLOAT, "component: volume against the usual by this time, 0 to 1")
                .opt("setup_trend", FLOAT, "component: efficiency of the last 20 minutes, 0 to 1")
                .opt("setup_thrust", FLOAT, "component: the last five minutes against the usual range, 0 to 1")
                .opt("setup_spread", FLOAT, "component: spread against the usual range, 0 to 1")
                .opt("setup_continuity", FLOAT, "component: minutes with trades among the last 20, 0 to 1")
                .add("components_missing", STRING, "components that could not be computed, joined by commas");
    }

    private static void state(Columns columns) {
        columns.price("price", "last clean price")
                .price("bid", "best bid")
                .price("ask", "best ask")
                .opt("spread_bps", FLOAT, "ask over bid in basis points of the middle")
                .opt("spread_ticks", FLOAT, "ask over bid in ticks")
                .price("atr_5m", "average true range of the five-minute bars so far")
                .opt("price_velocity", FLOAT, "return per minute over the last five minutes")
                .opt("volume_velocity", FLOAT, "shares per minute of the last 5 minutes over those of the 20 before")
                .opt("rvol", FLOAT, "volume since 04:00 over the mean of the prior days by this time")
                .opt("vwap_distance", FLOAT, "price over the VWAP so far, minus 1")
                .opt("day_movement", FLOAT, "price over the prior close, or over the day's first price, minus 1")
                .opt("cum_volume", BIGINT, "shares since 04:00")
                .opt("halts_so_far", INT, "halts begun so far; null when it cannot be known");
    }

    private static void hindsight(Columns columns) {
        columns.price("hindsight_entry", "price of a purchase at the first ask after decision and latency")
                .opt("hindsight_mfe_5m", FLOAT, "largest rise over the entry within 5 minutes, 0 or more")
                .opt("hindsight_mae_5m", FLOAT, "largest fall under the entry within 5 minutes, 0 or more")
                .opt("hindsight_mfe_15m", FLOAT, "largest rise within 15 minutes")
                .opt("hindsight_mae_15m", FLOAT, "largest fall within 15 minutes")
                .opt("hindsight_mfe_60m", FLOAT, "largest rise within 60 minutes")
                .opt("hindsight_mae_60m", FLOAT, "largest fall within 60 minutes");
    }
}
