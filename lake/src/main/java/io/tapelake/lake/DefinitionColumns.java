package io.tapelake.lake;

import static io.tapelake.lake.LakeType.BIGINT;

import java.util.List;

/** The columns of {@code definitions}: the fields of the version 3 record in their order. */
final class DefinitionColumns {

    private DefinitionColumns() {}

    static List<LakeColumn> list() {
        Columns columns = TickTables.asDelivered();
        prices(columns);
        numbers(columns);
        texts(columns);
        codes(columns);
        return columns.source().list();
    }

    private static void prices(Columns columns) {
        columns.price("min_price_increment", "smallest change of price")
                .price("display_factor", "multiplier from the venue's price to the conventional one")
                .opt("expiration_ns", BIGINT, "last eligible trade time, ns UTC; null when undefined")
                .opt("activation_ns", BIGINT, "time of activation, ns UTC; null when undefined")
                .price("high_limit_price", "highest price allowed today")
                .price("low_limit_price", "lowest price allowed today")
                .price("max_price_variation", "price banding")
                .price("unit_of_measure_qty", "contract size per unit of measure")
                .price("min_price_increment_amount", "value of the smallest change of price")
                .price("price_ratio", "price ratio of a spread")
                .price("strike_price", "strike of an option")
                .add("raw_instrument_id", BIGINT, "id assigned by the venue; unsigned, all 64 bits kept")
                .price("leg_price", "price of the leg")
                .price("leg_delta", "delta of the leg");
    }

    private static void numbers(Columns columns) {
        columns.integer("inst_attrib_value", "bit map of instrument attributes")
                .u32("underlying_id", "instrument id of the underlying")
                .integer("market_depth_implied", "implied book depth")
                .integer("market_depth", "outright book depth")
                .u32("market_segment_id", "market segment")
                .u32("max_trade_vol", "largest trade size")
                .integer("min_lot_size", "smallest order size")
                .integer("min_lot_size_block", "smallest block trade size")
                .integer("min_lot_size_round_lot", "round lot")
                .u32("min_trade_vol", "smallest trade size")
                .integer("contract_multiplier", "deliverables per contract")
                .integer("decay_quantity", "quantity a contract decays by each day")
                .integer("original_contract_size", "fixed contract value")
                .u32("leg_instrument_id", "instrument id of the leg")
                .integer("leg_ratio_price_numerator", "price ratio of the leg, numerator")
                .integer("leg_ratio_price_denominator", "price ratio of the leg, denominator")
                .integer("leg_ratio_qty_numerator", "quantity ratio of the leg, numerator")
                .integer("leg_ratio_qty_denominator", "quantity ratio of the leg, denominator")
                .u32("leg_underlying_id", "instrument id of the leg's underlying")
                .integer("appl_id", "channel id of the venue's application")
                .integer("maturity_year", "calendar year of maturity")
                .integer("decay_start_date", "when decay starts")
                .integer("channel_id", "channel of the venue")
                .integer("leg_count", "legs of the strategy; 0 for an outright")
                .integer("leg_index", "ordinal of this leg, from 0");
    }

    private static void texts(Columns columns) {
        columns.text("currency", "currency of prices")
                .text("settl_currency", "currency of settlement")
                .text("secsubtype", "strategy type of a spread")
                .text("raw_symbol", "symbol as the venue writes it")
                .text("group", "security group code; a word of SQL, so quote it")
                .text("exchange", "venue of the listing")
                .text("asset", "product code")
                .text("cfi", "ISO classification code")
                .text("security_type", "type of the instrument")
                .text("unit_of_measure", "unit of the contract size")
                .text("underlying", "symbol of the underlying")
                .text("strike_price_currency", "currency of the strike")
                .text("leg_raw_symbol", "symbol of the leg");
    }

    private static void codes(Columns columns) {
        columns.letter("instrument_class", "K stock, F future, C call, P put, ...")
                .letter("match_algorithm", "matching algorithm; space when undefined")
                .integer("main_fraction", "denominator of the main price fraction")
                .integer("price_display_format", "digits right of the tick mark")
                .integer("sub_fraction", "denominator of the sub fraction")
                .integer("underlying_product", "product complex")
                .letter("security_update_action", "A add, M modify, D delete")
                .integer("maturity_month", "calendar month of maturity")
                .integer("maturity_day", "day of maturity")
                .integer("maturity_week", "week of maturity")
                .letter("user_defined_instrument", "Y or N")
                .integer("contract_multiplier_unit", "1 hours, 2 days")
                .integer("flow_schedule_type", "schedule of delivery")
                .integer("tick_rule", "tick rule of a spread")
                .letter("leg_instrument_class", "class of the leg")
                .letter("leg_side", "side of the leg: A, B or N");
    }
}
