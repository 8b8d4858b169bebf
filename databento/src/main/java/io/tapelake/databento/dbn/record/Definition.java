package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.DefinitionLayout;

/**
 * An instrument definition (schema {@code definition}). Numbers at the maximum of their width are undefined. Immutable.
 *
 * @param header what every record has
 * @param tsRecv nanoseconds since the epoch, UTC
 * @param minPriceIncrementNanos price in 1e-9 units
 * @param displayFactorNanos price in 1e-9 units
 * @param expirationNs nanoseconds since the epoch, UTC
 * @param activationNs nanoseconds since the epoch, UTC
 * @param highLimitPriceNanos price in 1e-9 units
 * @param lowLimitPriceNanos price in 1e-9 units
 * @param maxPriceVariationNanos price in 1e-9 units
 * @param unitOfMeasureQtyNanos price in 1e-9 units
 * @param minPriceIncrementAmountNanos price in 1e-9 units
 * @param priceRatioNanos price in 1e-9 units
 * @param strikePriceNanos price in 1e-9 units
 * @param rawInstrumentId unsigned 64 bits in a long
 * @param legPriceNanos price in 1e-9 units
 * @param legDeltaNanos price in 1e-9 units
 * @param instAttribValue signed 32 bits
 * @param underlyingId unsigned 32 bits
 * @param marketDepthImplied signed 32 bits
 * @param marketDepth signed 32 bits
 * @param marketSegmentId unsigned 32 bits
 * @param maxTradeVol unsigned 32 bits
 * @param minLotSize signed 32 bits
 * @param minLotSizeBlock signed 32 bits
 * @param minLotSizeRoundLot signed 32 bits
 * @param minTradeVol unsigned 32 bits
 * @param contractMultiplier signed 32 bits
 * @param decayQuantity signed 32 bits
 * @param originalContractSize signed 32 bits
 * @param legInstrumentId unsigned 32 bits
 * @param legRatioPriceNumerator signed 32 bits
 * @param legRatioPriceDenominator signed 32 bits
 * @param legRatioQtyNumerator signed 32 bits
 * @param legRatioQtyDenominator signed 32 bits
 * @param legUnderlyingId unsigned 32 bits
 * @param applId signed 16 bits
 * @param maturityYear unsigned 16 bits
 * @param decayStartDate unsigned 16 bits
 * @param channelId unsigned 16 bits
 * @param legCount unsigned 16 bits
 * @param legIndex unsigned 16 bits
 * @param currency text
 * @param settlCurrency text
 * @param secsubtype text
 * @param rawSymbol text
 * @param group text
 * @param exchange text
 * @param asset text
 * @param cfi text
 * @param securityType text
 * @param unitOfMeasure text
 * @param underlying text
 * @param strikePriceCurrency text
 * @param legRawSymbol text
 * @param instrumentClass a character; 0 is unset
 * @param matchAlgorithm a character; 0 is unset
 * @param mainFraction unsigned 8 bits
 * @param priceDisplayFormat unsigned 8 bits
 * @param subFraction unsigned 8 bits
 * @param underlyingProduct unsigned 8 bits
 * @param securityUpdateAction a character; 0 is unset
 * @param maturityMonth unsigned 8 bits
 * @param maturityDay unsigned 8 bits
 * @param maturityWeek unsigned 8 bits
 * @param userDefinedInstrument a character; 0 is unset
 * @param contractMultiplierUnit signed 8 bits
 * @param flowScheduleType signed 8 bits
 * @param tickRule unsigned 8 bits
 * @param legInstrumentClass a character; 0 is unset
 * @param legSide a character; 0 is unset
 */
public record Definition(
        RecordHeader header,
        long tsRecv,
        long minPriceIncrementNanos,
        long displayFactorNanos,
        long expirationNs,
        long activationNs,
        long highLimitPriceNanos,
        long lowLimitPriceNanos,
        long maxPriceVariationNanos,
        long unitOfMeasureQtyNanos,
        long minPriceIncrementAmountNanos,
        long priceRatioNanos,
        long strikePriceNanos,
        long rawInstrumentId,
        long legPriceNanos,
        long legDeltaNanos,
        int instAttribValue,
        long underlyingId,
        int marketDepthImplied,
        int marketDepth,
        long marketSegmentId,
        long maxTradeVol,
        int minLotSize,
        int minLotSizeBlock,
        int minLotSizeRoundLot,
        long minTradeVol,
        int contractMultiplier,
        int decayQuantity,
        int originalContractSize,
        long legInstrumentId,
        int legRatioPriceNumerator,
        int legRatioPriceDenominator,
        int legRatioQtyNumerator,
        int legRatioQtyDenominator,
        long legUnderlyingId,
        int applId,
        int maturityYear,
        int decayStartDate,
        int channelId,
        int legCount,
        int legIndex,
        String currency,
        String settlCurrency,
        String secsubtype,
        String rawSymbol,
        String group,
        String exchange,
        String asset,
        String cfi,
        String securityType,
        String unitOfMeasure,
        String underlying,
        String strikePriceCurrency,
        String legRawSymbol,
        char instrumentClass,
        char matchAlgorithm,
        int mainFraction,
        int priceDisplayFormat,
        int subFraction,
        int underlyingProduct,
        char securityUpdateAction,
        int maturityMonth,
        int maturityDay,
        int maturityWeek,
        char userDefinedInstrument,
        int contractMultiplierUnit,
        int flowScheduleType,
        int tickRule,
        char legInstrumentClass,
        char legSide)
        implements DbnRecord {
    static Definition of(RecordView view) {
        return new Definition(
                RecordHeader.of(view),
                view.i64(DefinitionLayout.TS_RECV),
                view.i64(DefinitionLayout.MIN_PRICE_INCREMENT),
                view.i64(DefinitionLayout.DISPLAY_FACTOR),
                view.i64(DefinitionLayout.EXPIRATION),
                view.i64(DefinitionLayout.ACTIVATION),
                view.i64(DefinitionLayout.HIGH_LIMIT_PRICE),
                view.i64(DefinitionLayout.LOW_LIMIT_PRICE),
                view.i64(DefinitionLayout.MAX_PRICE_VARIATION),
                view.i64(DefinitionLayout.UNIT_OF_MEASURE_QTY),
                view.i64(DefinitionLayout.MIN_PRICE_INCREMENT_AMOUNT),
                view.i64(DefinitionLayout.PRICE_RATIO),
                view.i64(DefinitionLayout.STRIKE_PRICE),
                view.i64(DefinitionLayout.RAW_INSTRUMENT_ID),
                view.i64(DefinitionLayout.LEG_PRICE),
                view.i64(DefinitionLayout.LEG_DELTA),
                view.i32(DefinitionLayout.INST_ATTRIB_VALUE),
                view.u32(DefinitionLayout.UNDERLYING_ID),
                view.i32(DefinitionLayout.MARKET_DEPTH_IMPLIED),
                view.i32(DefinitionLayout.MARKET_DEPTH),
                view.u32(DefinitionLayout.MARKET_SEGMENT_ID),
                view.u32(DefinitionLayout.MAX_TRADE_VOL),
                view.i32(DefinitionLayout.MIN_LOT_SIZE),
                view.i32(DefinitionLayout.MIN_LOT_SIZE_BLOCK),
                view.i32(DefinitionLayout.MIN_LOT_SIZE_ROUND_LOT),
                view.u32(DefinitionLayout.MIN_TRADE_VOL),
                view.i32(DefinitionLayout.CONTRACT_MULTIPLIER),
                view.i32(DefinitionLayout.DECAY_QUANTITY),
                view.i32(DefinitionLayout.ORIGINAL_CONTRACT_SIZE),
                view.u32(DefinitionLayout.LEG_INSTRUMENT_ID),
                view.i32(DefinitionLayout.LEG_RATIO_PRICE_NUMERATOR),
                view.i32(DefinitionLayout.LEG_RATIO_PRICE_DENOMINATOR),
                view.i32(DefinitionLayout.LEG_RATIO_QTY_NUMERATOR),
                view.i32(DefinitionLayout.LEG_RATIO_QTY_DENOMINATOR),
                view.u32(DefinitionLayout.LEG_UNDERLYING_ID),
                view.i16(DefinitionLayout.APPL_ID),
                view.u16(DefinitionLayout.MATURITY_YEAR),
                view.u16(DefinitionLayout.DECAY_START_DATE),
                view.u16(DefinitionLayout.CHANNEL_ID),
                view.u16(DefinitionLayout.LEG_COUNT),
                view.u16(DefinitionLayout.LEG_INDEX),
                view.text(DefinitionLayout.CURRENCY, DefinitionLayout.CURRENCY_WIDTH),
                view.text(DefinitionLayout.SETTL_CURRENCY, DefinitionLayout.SETTL_CURRENCY_WIDTH),
                view.text(DefinitionLayout.SECSUBTYPE, DefinitionLayout.SECSUBTYPE_WIDTH),
                view.text(DefinitionLayout.RAW_SYMBOL, DefinitionLayout.RAW_SYMBOL_WIDTH),
                view.text(DefinitionLayout.GROUP, DefinitionLayout.GROUP_WIDTH),
                view.text(DefinitionLayout.EXCHANGE, DefinitionLayout.EXCHANGE_WIDTH),
                view.text(DefinitionLayout.ASSET, DefinitionLayout.ASSET_WIDTH),
                view.text(DefinitionLayout.CFI, DefinitionLayout.CFI_WIDTH),
                view.text(DefinitionLayout.SECURITY_TYPE, DefinitionLayout.SECURITY_TYPE_WIDTH),
                view.text(DefinitionLayout.UNIT_OF_MEASURE, DefinitionLayout.UNIT_OF_MEASURE_WIDTH),
                view.text(DefinitionLayout.UNDERLYING, DefinitionLayout.UNDERLYING_WIDTH),
                view.text(DefinitionLayout.STRIKE_PRICE_CURRENCY, DefinitionLayout.STRIKE_PRICE_CURRENCY_WIDTH),
                view.text(DefinitionLayout.LEG_RAW_SYMBOL, DefinitionLayout.LEG_RAW_SYMBOL_WIDTH),
                (char) view.u8(DefinitionLayout.INSTRUMENT_CLASS),
                (char) view.u8(DefinitionLayout.MATCH_ALGORITHM),
                view.u8(DefinitionLayout.MAIN_FRACTION),
                view.u8(DefinitionLayout.PRICE_DISPLAY_FORMAT),
                view.u8(DefinitionLayout.SUB_FRACTION),
                view.u8(DefinitionLayout.UNDERLYING_PRODUCT),
                (char) view.u8(DefinitionLayout.SECURITY_UPDATE_ACTION),
                view.u8(DefinitionLayout.MATURITY_MONTH),
                view.u8(DefinitionLayout.MATURITY_DAY),
                view.u8(DefinitionLayout.MATURITY_WEEK),
                (char) view.u8(DefinitionLayout.USER_DEFINED_INSTRUMENT),
                view.i8(DefinitionLayout.CONTRACT_MULTIPLIER_UNIT),
                view.i8(DefinitionLayout.FLOW_SCHEDULE_TYPE),
                view.u8(DefinitionLayout.TICK_RULE),
                (char) view.u8(DefinitionLayout.LEG_INSTRUMENT_CLASS),
                (char) view.u8(DefinitionLayout.LEG_SIDE));
    }

    @Override
    public void encode(RecordBuffer record) {
        record.i64(DefinitionLayout.TS_RECV, tsRecv)
                .i64(DefinitionLayout.MIN_PRICE_INCREMENT, minPriceIncrementNanos)
                .i64(DefinitionLayout.DISPLAY_FACTOR, displayFactorNanos)
                .i64(DefinitionLayout.EXPIRATION, expirationNs)
                .i64(DefinitionLayout.ACTIVATION, activationNs)
                .i64(DefinitionLayout.HIGH_LIMIT_PRICE, highLimitPriceNanos)
                .i64(DefinitionLayout.LOW_LIMIT_PRICE, lowLimitPriceNanos)
                .i64(DefinitionLayout.MAX_PRICE_VARIATION, maxPriceVariationNanos)
                .i64(DefinitionLayout.UNIT_OF_MEASURE_QTY, unitOfMeasureQtyNanos)
                .i64(DefinitionLayout.MIN_PRICE_INCREMENT_AMOUNT, minPriceIncrementAmountNanos)
                .i64(DefinitionLayout.PRICE_RATIO, priceRatioNanos)
                .i64(DefinitionLayout.STRIKE_PRICE, strikePriceNanos)
                .i64(DefinitionLayout.RAW_INSTRUMENT_ID, rawInstrumentId)
                .i64(DefinitionLayout.LEG_PRICE, legPriceNanos)
                .i64(DefinitionLayout.LEG_DELTA, legDeltaNanos)
                .i32(DefinitionLayout.INST_ATTRIB_VALUE, instAttribValue)
                .i32(DefinitionLayout.UNDERLYING_ID, (int) underlyingId)
                .i32(DefinitionLayout.MARKET_DEPTH_IMPLIED, marketDepthImplied)
                .i32(DefinitionLayout.MARKET_DEPTH, marketDepth)
                .i32(DefinitionLayout.MARKET_SEGMENT_ID, (int) marketSegmentId)
                .i32(DefinitionLayout.MAX_TRADE_VOL, (int) maxTradeVol)
                .i32(DefinitionLayout.MIN_LOT_SIZE, minLotSize)
                .i32(DefinitionLayout.MIN_LOT_SIZE_BLOCK, minLotSizeBlock)
                .i32(DefinitionLayout.MIN_LOT_SIZE_ROUND_LOT, minLotSizeRoundLot)
                .i32(DefinitionLayout.MIN_TRADE_VOL, (int) minTradeVol)
                .i32(DefinitionLayout.CONTRACT_MULTIPLIER, contractMultiplier)
                .i32(DefinitionLayout.DECAY_QUANTITY, decayQuantity)
                .i32(DefinitionLayout.ORIGINAL_CONTRACT_SIZE, originalContractSize)
                .i32(DefinitionLayout.LEG_INSTRUMENT_ID, (int) legInstrumentId)
                .i32(DefinitionLayout.LEG_RATIO_PRICE_NUMERATOR, legRatioPriceNumerator)
                .i32(DefinitionLayout.LEG_RATIO_PRICE_DENOMINATOR, legRatioPriceDenominator)
                .i32(DefinitionLayout.LEG_RATIO_QTY_NUMERATOR, legRatioQtyNumerator)
                .i32(DefinitionLayout.LEG_RATIO_QTY_DENOMINATOR, legRatioQtyDenominator)
                .i32(DefinitionLayout.LEG_UNDERLYING_ID, (int) legUnderlyingId)
                .i16(DefinitionLayout.APPL_ID, applId)
                .i16(DefinitionLayout.MATURITY_YEAR, maturityYear)
                .i16(DefinitionLayout.DECAY_START_DATE, decayStartDate)
                .i16(DefinitionLayout.CHANNEL_ID, channelId)
                .i16(DefinitionLayout.LEG_COUNT, legCount)
                .i16(DefinitionLayout.LEG_INDEX, legIndex)
                .text(DefinitionLayout.CURRENCY, DefinitionLayout.CURRENCY_WIDTH, currency)
                .text(DefinitionLayout.SETTL_CURRENCY, DefinitionLayout.SETTL_CURRENCY_WIDTH, settlCurrency)
                .text(DefinitionLayout.SECSUBTYPE, DefinitionLayout.SECSUBTYPE_WIDTH, secsubtype)
                .text(DefinitionLayout.RAW_SYMBOL, DefinitionLayout.RAW_SYMBOL_WIDTH, rawSymbol)
                .text(DefinitionLayout.GROUP, DefinitionLayout.GROUP_WIDTH, group)
                .text(DefinitionLayout.EXCHANGE, DefinitionLayout.EXCHANGE_WIDTH, exchange)
                .text(DefinitionLayout.ASSET, DefinitionLayout.ASSET_WIDTH, asset)
                .text(DefinitionLayout.CFI, DefinitionLayout.CFI_WIDTH, cfi)
                .text(DefinitionLayout.SECURITY_TYPE, DefinitionLayout.SECURITY_TYPE_WIDTH, securityType)
                .text(DefinitionLayout.UNIT_OF_MEASURE, DefinitionLayout.UNIT_OF_MEASURE_WIDTH, unitOfMeasure)
                .text(DefinitionLayout.UNDERLYING, DefinitionLayout.UNDERLYING_WIDTH, underlying)
                .text(
                        DefinitionLayout.STRIKE_PRICE_CURRENCY,
                        DefinitionLayout.STRIKE_PRICE_CURRENCY_WIDTH,
                        strikePriceCurrency)
                .text(DefinitionLayout.LEG_RAW_SYMBOL, DefinitionLayout.LEG_RAW_SYMBOL_WIDTH, legRawSymbol)
                .u8(DefinitionLayout.INSTRUMENT_CLASS, instrumentClass)
                .u8(DefinitionLayout.MATCH_ALGORITHM, matchAlgorithm)
                .u8(DefinitionLayout.MAIN_FRACTION, mainFraction)
                .u8(DefinitionLayout.PRICE_DISPLAY_FORMAT, priceDisplayFormat)
                .u8(DefinitionLayout.SUB_FRACTION, subFraction)
                .u8(DefinitionLayout.UNDERLYING_PRODUCT, underlyingProduct)
                .u8(DefinitionLayout.SECURITY_UPDATE_ACTION, securityUpdateAction)
                .u8(DefinitionLayout.MATURITY_MONTH, maturityMonth)
                .u8(DefinitionLayout.MATURITY_DAY, maturityDay)
                .u8(DefinitionLayout.MATURITY_WEEK, maturityWeek)
                .u8(DefinitionLayout.USER_DEFINED_INSTRUMENT, userDefinedInstrument)
                .u8(DefinitionLayout.CONTRACT_MULTIPLIER_UNIT, contractMultiplierUnit)
                .u8(DefinitionLayout.FLOW_SCHEDULE_TYPE, flowScheduleType)
                .u8(DefinitionLayout.TICK_RULE, tickRule)
                .u8(DefinitionLayout.LEG_INSTRUMENT_CLASS, legInstrumentClass)
                .u8(DefinitionLayout.LEG_SIDE, legSide);
    }
}
