package io.tapelake.synthetic;

import io.tapelake.databento.dbn.Undefined;
import io.tapelake.databento.dbn.layout.DefinitionLayout;
import io.tapelake.model.Prices;
import io.tapelake.synthetic.market.SymbolDayTape;
import java.time.LocalDate;

/** Encodes the definition of a symbol for one trade date, sent 55 minutes before the pre-market session. */
final class DefinitionEncoder {
    private static final long LEAD_NS = 55 * 60 * 1_000_000_000L;
    private static final LocalDate TIERED_ROUND_LOTS = LocalDate.of(2025, 11, 3);

    private static final int[] UNDEFINED_I64 = {
        DefinitionLayout.DISPLAY_FACTOR,
        DefinitionLayout.HIGH_LIMIT_PRICE,
        DefinitionLayout.LOW_LIMIT_PRICE,
        DefinitionLayout.MAX_PRICE_VARIATION,
        DefinitionLayout.UNIT_OF_MEASURE_QTY,
        DefinitionLayout.MIN_PRICE_INCREMENT_AMOUNT,
        DefinitionLayout.PRICE_RATIO,
        DefinitionLayout.STRIKE_PRICE,
        DefinitionLayout.LEG_PRICE,
        DefinitionLayout.LEG_DELTA
    };
    private static final int[] UNDEFINED_I32 = {
        DefinitionLayout.INST_ATTRIB_VALUE,
        DefinitionLayout.MARKET_DEPTH_IMPLIED,
        DefinitionLayout.MARKET_DEPTH,
        DefinitionLayout.MIN_LOT_SIZE,
        DefinitionLayout.MIN_LOT_SIZE_BLOCK,
        DefinitionLayout.CONTRACT_MULTIPLIER,
        DefinitionLayout.DECAY_QUANTITY,
        DefinitionLayout.ORIGINAL_CONTRACT_SIZE
    };
    private static final int[] UNDEFINED_U32 = {
        DefinitionLayout.MARKET_SEGMENT_ID, DefinitionLayout.MAX_TRADE_VOL, DefinitionLayout.MIN_TRADE_VOL
    };
    private static final int[] UNDEFINED_U16 = {DefinitionLayout.MATURITY_YEAR, DefinitionLayout.DECAY_START_DATE};
    private static final int[] UNDEFINED_U8 = {
        DefinitionLayout.MAIN_FRACTION,
        DefinitionLayout.PRICE_DISPLAY_FORMAT,
        DefinitionLayout.SUB_FRACTION,
        DefinitionLayout.UNDERLYING_PRODUCT,
        DefinitionLayout.MATURITY_MONTH,
        DefinitionLayout.MATURITY_DAY,
        DefinitionLayout.MATURITY_WEEK,
        DefinitionLayout.TICK_RULE
    };
    private static final int[] UNDEFINED_I8 = {
        DefinitionLayout.CONTRACT_MULTIPLIER_UNIT, DefinitionLayout.FLOW_SCHEDULE_TYPE
    };

    private DefinitionEncoder() {}

    static void encode(SymbolDayTape tape, DayIds ids, RecordRun out) {
        long eventNs = tape.day().sessions().preOpenNs() - LEAD_NS + tape.index() * 20_000L;
        int at = out.append(tape.listing().publisher(), eventNs, eventNs + 9_000);
        undefined(at, out);
        boolean subPenny = tape.startPriceNanos() < Prices.NANOS_PER_UNIT;
        out.i64(
                at + DefinitionLayout.MIN_PRICE_INCREMENT,
                subPenny ? Prices.NANOS_PER_UNIT / 10_000 : Prices.NANOS_PER_UNIT / 100);
        out.i64(at + DefinitionLayout.RAW_INSTRUMENT_ID, ids.today());
        out.i32(
                at + DefinitionLayout.MIN_LOT_SIZE_ROUND_LOT,
                roundLot(tape.day().date(), tape.startPriceNanos()));
        out.text(at + DefinitionLayout.CURRENCY, DefinitionLayout.CURRENCY_WIDTH, "USD");
        out.text(at + DefinitionLayout.RAW_SYMBOL, DefinitionLayout.RAW_SYMBOL_WIDTH, tape.symbol());
        out.text(
                at + DefinitionLayout.EXCHANGE,
                DefinitionLayout.EXCHANGE_WIDTH,
                tape.listing().name());
        out.text(at + DefinitionLayout.ASSET, DefinitionLayout.ASSET_WIDTH, tape.symbol());
        out.text(at + DefinitionLayout.SECURITY_TYPE, DefinitionLayout.SECURITY_TYPE_WIDTH, "CS");
        out.i8(at + DefinitionLayout.INSTRUMENT_CLASS, 'K');
        out.i8(at + DefinitionLayout.MATCH_ALGORITHM, 'F');
        out.i8(at + DefinitionLayout.SECURITY_UPDATE_ACTION, 'A');
        out.i8(at + DefinitionLayout.USER_DEFINED_INSTRUMENT, 'N');
        out.i8(at + DefinitionLayout.LEG_SIDE, 'N');
    }

    private static void undefined(int at, RecordRun out) {
        for (int offset : UNDEFINED_I64) {
            out.i64(at + offset, Undefined.PRICE);
        }
        out.i64(at + DefinitionLayout.EXPIRATION, Undefined.TIMESTAMP);
        out.i64(at + DefinitionLayout.ACTIVATION, Undefined.TIMESTAMP);
        for (int offset : UNDEFINED_I32) {
            out.i32(at + offset, Integer.MAX_VALUE);
        }
        for (int offset : UNDEFINED_U32) {
            out.i32(at + offset, -1);
        }
        for (int offset : UNDEFINED_U16) {
            out.i16(at + offset, -1);
        }
        out.i16(at + DefinitionLayout.APPL_ID, Short.MAX_VALUE);
        for (int offset : UNDEFINED_U8) {
            out.i8(at + offset, -1);
        }
        for (int offset : UNDEFINED_I8) {
            out.i8(at + offset, Byte.MAX_VALUE);
        }
    }

    /** Round lots by price since 2025-11-03, a hundred before. */
    private static int roundLot(LocalDate date, long priceNanos) {
        if (date.isBefore(TIERED_ROUND_LOTS) || priceNanos <= 250 * Prices.NANOS_PER_UNIT) {
            return 100;
        }
        if (priceNanos <= 1_000 * Prices.NANOS_PER_UNIT) {
            return 40;
        }
        return priceNanos <= 10_000 * Prices.NANOS_PER_UNIT ? 10 : 1;
    }
}
