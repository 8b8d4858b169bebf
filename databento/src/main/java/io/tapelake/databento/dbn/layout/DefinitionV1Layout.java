package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Byte offsets of an instrument definition of version 1 (rtype 0x13). */
public final class DefinitionV1Layout {
    /** Bytes of the record without a ts_out suffix. */
    public static final int BYTES = 360;

    /** {@code ts_recv}: u64, nanoseconds since the epoch, UTC; the index timestamp. */
    public static final int TS_RECV = 16;

    /** {@code min_price_increment}: i64, price in 1e-9 units. */
    public static final int MIN_PRICE_INCREMENT = 24;

    /** {@code display_factor}: i64, price in 1e-9 units. */
    public static final int DISPLAY_FACTOR = 32;

    /** {@code expiration}: u64, nanoseconds since the epoch, UTC. */
    public static final int EXPIRATION = 40;

    /** {@code activation}: u64, nanoseconds since the epoch, UTC. */
    public static final int ACTIVATION = 48;

    /** {@code high_limit_price}: i64, price in 1e-9 units. */
    public static final int HIGH_LIMIT_PRICE = 56;

    /** {@code low_limit_price}: i64, price in 1e-9 units. */
    public static final int LOW_LIMIT_PRICE = 64;

    /** {@code max_price_variation}: i64, price in 1e-9 units. */
    public static final int MAX_PRICE_VARIATION = 72;

    /** {@code trading_reference_price}: i64, price in 1e-9 units. */
    public static final int TRADING_REFERENCE_PRICE = 80;

    /** {@code unit_of_measure_qty}: i64, price in 1e-9 units. */
    public static final int UNIT_OF_MEASURE_QTY = 88;

    /** {@code min_price_increment_amount}: i64, price in 1e-9 units. */
    public static final int MIN_PRICE_INCREMENT_AMOUNT = 96;

    /** {@code price_ratio}: i64, price in 1e-9 units. */
    public static final int PRICE_RATIO = 104;

    /** {@code inst_attrib_value}: i32. */
    public static final int INST_ATTRIB_VALUE = 112;

    /** {@code underlying_id}: u32. */
    public static final int UNDERLYING_ID = 116;

    /** {@code raw_instrument_id}: u32. */
    public static final int RAW_INSTRUMENT_ID = 120;

    /** {@code market_depth_implied}: i32. */
    public static final int MARKET_DEPTH_IMPLIED = 124;

    /** {@code market_depth}: i32. */
    public static final int MARKET_DEPTH = 128;

    /** {@code market_segment_id}: u32. */
    public static final int MARKET_SEGMENT_ID = 132;

    /** {@code max_trade_vol}: u32. */
    public static final int MAX_TRADE_VOL = 136;

    /** {@code min_lot_size}: i32. */
    public static final int MIN_LOT_SIZE = 140;

    /** {@code min_lot_size_block}: i32. */
    public static final int MIN_LOT_SIZE_BLOCK = 144;

    /** {@code min_lot_size_round_lot}: i32. */
    public static final int MIN_LOT_SIZE_ROUND_LOT = 148;

    /** {@code min_trade_vol}: u32. */
    public static final int MIN_TRADE_VOL = 152;

    /** {@code contract_multiplier}: i32. */
    public static final int CONTRACT_MULTIPLIER = 160;

    /** {@code decay_quantity}: i32. */
    public static final int DECAY_QUANTITY = 164;

    /** {@code original_contract_size}: i32. */
    public static final int ORIGINAL_CONTRACT_SIZE = 168;

    /** {@code trading_reference_date}: u16. */
    public static final int TRADING_REFERENCE_DATE = 176;

    /** {@code appl_id}: i16. */
    public static final int APPL_ID = 178;

    /** {@code maturity_year}: u16. */
    public static final int MATURITY_YEAR = 180;

    /** {@code decay_start_date}: u16. */
    public static final int DECAY_START_DATE = 182;

    /** {@code channel_id}: u16. */
    public static final int CHANNEL_ID = 184;

    /** {@code currency}: cstr[4]. */
    public static final int CURRENCY = 186;

    /** Bytes of {@code currency}, NUL padded. */
    public static final int CURRENCY_WIDTH = 4;

    /** {@code settl_currency}: cstr[4]. */
    public static final int SETTL_CURRENCY = 190;

    /** Bytes of {@code settl_currency}, NUL padded. */
    public static final int SETTL_CURRENCY_WIDTH = 4;

    /** {@code secsubtype}: cstr[6]. */
    public static final int SECSUBTYPE = 194;

    /** Bytes of {@code secsubtype}, NUL padded. */
    public static final int SECSUBTYPE_WIDTH = 6;

    /** {@code raw_symbol}: cstr[22]. */
    public static final int RAW_SYMBOL = 200;

    /** Bytes of {@code raw_symbol}, NUL padded. */
    public static final int RAW_SYMBOL_WIDTH = 22;

    /** {@code group}: cstr[21]. */
    public static final int GROUP = 222;

    /** Bytes of {@code group}, NUL padded. */
    public static final int GROUP_WIDTH = 21;

    /** {@code exchange}: cstr[5]. */
    public static final int EXCHANGE = 243;

    /** Bytes of {@code exchange}, NUL padded. */
    public static final int EXCHANGE_WIDTH = 5;

    /** {@code asset}: cstr[7]. */
    public static final int ASSET = 248;

    /** Bytes of {@code asset}, NUL padded. */
    public static final int ASSET_WIDTH = 7;

    /** {@code cfi}: cstr[7]. */
    public static final int CFI = 255;

    /** Bytes of {@code cfi}, NUL padded. */
    public static final int CFI_WIDTH = 7;

    /** {@code security_type}: cstr[7]. */
    public static final int SECURITY_TYPE = 262;

    /** Bytes of {@code security_type}, NUL padded. */
    public static final int SECURITY_TYPE_WIDTH = 7;

    /** {@code unit_of_measure}: cstr[31]. */
    public static final int UNIT_OF_MEASURE = 269;

    /** Bytes of {@code unit_of_measure}, NUL padded. */
    public static final int UNIT_OF_MEASURE_WIDTH = 31;

    /** {@code underlying}: cstr[21]. */
    public static final int UNDERLYING = 300;

    /** Bytes of {@code underlying}, NUL padded. */
    public static final int UNDERLYING_WIDTH = 21;

    /** {@code strike_price_currency}: cstr[4]. */
    public static final int STRIKE_PRICE_CURRENCY = 321;

    /** Bytes of {@code strike_price_currency}, NUL padded. */
    public static final int STRIKE_PRICE_CURRENCY_WIDTH = 4;

    /** {@code instrument_class}: char. */
    public static final int INSTRUMENT_CLASS = 325;

    /** {@code strike_price}: i64, price in 1e-9 units. */
    public static final int STRIKE_PRICE = 328;

    /** {@code match_algorithm}: char. */
    public static final int MATCH_ALGORITHM = 342;

    /** {@code md_security_trading_status}: u8. */
    public static final int MD_SECURITY_TRADING_STATUS = 343;

    /** {@code main_fraction}: u8. */
    public static final int MAIN_FRACTION = 344;

    /** {@code price_display_format}: u8. */
    public static final int PRICE_DISPLAY_FORMAT = 345;

    /** {@code settl_price_type}: u8. */
    public static final int SETTL_PRICE_TYPE = 346;

    /** {@code sub_fraction}: u8. */
    public static final int SUB_FRACTION = 347;

    /** {@code underlying_product}: u8. */
    public static final int UNDERLYING_PRODUCT = 348;

    /** {@code security_update_action}: char. */
    public static final int SECURITY_UPDATE_ACTION = 349;

    /** {@code maturity_month}: u8. */
    public static final int MATURITY_MONTH = 350;

    /** {@code maturity_day}: u8. */
    public static final int MATURITY_DAY = 351;

    /** {@code maturity_week}: u8. */
    public static final int MATURITY_WEEK = 352;

    /** {@code user_defined_instrument}: char. */
    public static final int USER_DEFINED_INSTRUMENT = 353;

    /** {@code contract_multiplier_unit}: i8. */
    public static final int CONTRACT_MULTIPLIER_UNIT = 354;

    /** {@code flow_schedule_type}: i8. */
    public static final int FLOW_SCHEDULE_TYPE = 355;

    /** {@code tick_rule}: u8. */
    public static final int TICK_RULE = 356;

    private DefinitionV1Layout() {}

    /** The fields in the order in which the official JSON writes them, header left out. */
    static List<Field> fields() {
        return new FieldList()
                .timestamp("ts_recv", TS_RECV)
                .text("raw_symbol", RAW_SYMBOL, RAW_SYMBOL_WIDTH)
                .character("security_update_action", SECURITY_UPDATE_ACTION)
                .character("instrument_class", INSTRUMENT_CLASS)
                .price("min_price_increment", MIN_PRICE_INCREMENT)
                .price("display_factor", DISPLAY_FACTOR)
                .timestamp("expiration", EXPIRATION)
                .timestamp("activation", ACTIVATION)
                .price("high_limit_price", HIGH_LIMIT_PRICE)
                .price("low_limit_price", LOW_LIMIT_PRICE)
                .price("max_price_variation", MAX_PRICE_VARIATION)
                .price("trading_reference_price", TRADING_REFERENCE_PRICE)
                .price("unit_of_measure_qty", UNIT_OF_MEASURE_QTY)
                .price("min_price_increment_amount", MIN_PRICE_INCREMENT_AMOUNT)
                .price("price_ratio", PRICE_RATIO)
                .i32("inst_attrib_value", INST_ATTRIB_VALUE)
                .u32("underlying_id", UNDERLYING_ID)
                .u32("raw_instrument_id", RAW_INSTRUMENT_ID)
                .i32("market_depth_implied", MARKET_DEPTH_IMPLIED)
                .i32("market_depth", MARKET_DEPTH)
                .u32("market_segment_id", MARKET_SEGMENT_ID)
                .u32("max_trade_vol", MAX_TRADE_VOL)
                .i32("min_lot_size", MIN_LOT_SIZE)
                .i32("min_lot_size_block", MIN_LOT_SIZE_BLOCK)
                .i32("min_lot_size_round_lot", MIN_LOT_SIZE_ROUND_LOT)
                .u32("min_trade_vol", MIN_TRADE_VOL)
                .i32("contract_multiplier", CONTRACT_MULTIPLIER)
                .i32("decay_quantity", DECAY_QUANTITY)
                .i32("original_contract_size", ORIGINAL_CONTRACT_SIZE)
                .u16("trading_reference_date", TRADING_REFERENCE_DATE)
                .i16("appl_id", APPL_ID)
                .u16("maturity_year", MATURITY_YEAR)
                .u16("decay_start_date", DECAY_START_DATE)
                .u16("channel_id", CHANNEL_ID)
                .text("currency", CURRENCY, CURRENCY_WIDTH)
                .text("settl_currency", SETTL_CURRENCY, SETTL_CURRENCY_WIDTH)
                .text("secsubtype", SECSUBTYPE, SECSUBTYPE_WIDTH)
                .text("group", GROUP, GROUP_WIDTH)
                .text("exchange", EXCHANGE, EXCHANGE_WIDTH)
                .text("asset", ASSET, ASSET_WIDTH)
                .text("cfi", CFI, CFI_WIDTH)
                .text("security_type", SECURITY_TYPE, SECURITY_TYPE_WIDTH)
                .text("unit_of_measure", UNIT_OF_MEASURE, UNIT_OF_MEASURE_WIDTH)
                .text("underlying", UNDERLYING, UNDERLYING_WIDTH)
                .text("strike_price_currency", STRIKE_PRICE_CURRENCY, STRIKE_PRICE_CURRENCY_WIDTH)
                .price("strike_price", STRIKE_PRICE)
                .character("match_algorithm", MATCH_ALGORITHM)
                .u8("md_security_trading_status", MD_SECURITY_TRADING_STATUS)
                .u8("main_fraction", MAIN_FRACTION)
                .u8("price_display_format", PRICE_DISPLAY_FORMAT)
                .u8("settl_price_type", SETTL_PRICE_TYPE)
                .u8("sub_fraction", SUB_FRACTION)
                .u8("underlying_product", UNDERLYING_PRODUCT)
                .u8("maturity_month", MATURITY_MONTH)
                .u8("maturity_day", MATURITY_DAY)
                .u8("maturity_week", MATURITY_WEEK)
                .character("user_defined_instrument", USER_DEFINED_INSTRUMENT)
                .i8("contract_multiplier_unit", CONTRACT_MULTIPLIER_UNIT)
                .i8("flow_schedule_type", FLOW_SCHEDULE_TYPE)
                .u8("tick_rule", TICK_RULE)
                .build();
    }
}
