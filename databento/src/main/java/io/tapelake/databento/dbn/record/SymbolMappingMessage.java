package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.SymbolMappingLayout;

/**
 * What an instrument id stands for in a live stream. Immutable.
 *
 * @param header what every record has
 * @param stypeIn unsigned 8 bits
 * @param stypeInSymbol text
 * @param stypeOut unsigned 8 bits
 * @param stypeOutSymbol text
 * @param startTs nanoseconds since the epoch, UTC
 * @param endTs nanoseconds since the epoch, UTC
 */
public record SymbolMappingMessage(
        RecordHeader header,
        int stypeIn,
        String stypeInSymbol,
        int stypeOut,
        String stypeOutSymbol,
        long startTs,
        long endTs)
        implements DbnRecord {
    static SymbolMappingMessage of(RecordView view) {
        return new SymbolMappingMessage(
                RecordHeader.of(view),
                view.u8(SymbolMappingLayout.STYPE_IN),
                view.text(SymbolMappingLayout.STYPE_IN_SYMBOL, SymbolMappingLayout.STYPE_IN_SYMBOL_WIDTH),
                view.u8(SymbolMappingLayout.STYPE_OUT),
                view.text(SymbolMappingLayout.STYPE_OUT_SYMBOL, SymbolMappingLayout.STYPE_OUT_SYMBOL_WIDTH),
                view.i64(SymbolMappingLayout.START_TS),
                view.i64(SymbolMappingLayout.END_TS));
    }

    @Override
    public void encode(RecordBuffer record) {
        record.u8(SymbolMappingLayout.STYPE_IN, stypeIn)
                .text(SymbolMappingLayout.STYPE_IN_SYMBOL, SymbolMappingLayout.STYPE_IN_SYMBOL_WIDTH, stypeInSymbol)
                .u8(SymbolMappingLayout.STYPE_OUT, stypeOut)
                .text(SymbolMappingLayout.STYPE_OUT_SYMBOL, SymbolMappingLayout.STYPE_OUT_SYMBOL_WIDTH, stypeOutSymbol)
                .i64(SymbolMappingLayout.START_TS, startTs)
                .i64(SymbolMappingLayout.END_TS, endTs);
    }
}
