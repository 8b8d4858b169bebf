package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.ConsolidatedLevelLayout;

/**
 * The best bid and offer over several publishers. An empty side has an undefined price and zeros. Immutable.
 *
 * @param bidPxNanos price in 1e-9 units
 * @param askPxNanos price in 1e-9 units
 * @param bidSz unsigned 32 bits
 * @param askSz unsigned 32 bits
 * @param bidPb unsigned 16 bits
 * @param askPb unsigned 16 bits
 */
public record ConsolidatedLevel(long bidPxNanos, long askPxNanos, long bidSz, long askSz, int bidPb, int askPb) {
    static ConsolidatedLevel of(RecordView view, int start) {
        return new ConsolidatedLevel(
                view.i64(start + ConsolidatedLevelLayout.BID_PX),
                view.i64(start + ConsolidatedLevelLayout.ASK_PX),
                view.u32(start + ConsolidatedLevelLayout.BID_SZ),
                view.u32(start + ConsolidatedLevelLayout.ASK_SZ),
                view.u16(start + ConsolidatedLevelLayout.BID_PB),
                view.u16(start + ConsolidatedLevelLayout.ASK_PB));
    }

    void encode(RecordBuffer record, int start) {
        record.i64(start + ConsolidatedLevelLayout.BID_PX, bidPxNanos)
                .i64(start + ConsolidatedLevelLayout.ASK_PX, askPxNanos)
                .i32(start + ConsolidatedLevelLayout.BID_SZ, (int) bidSz)
                .i32(start + ConsolidatedLevelLayout.ASK_SZ, (int) askSz)
                .i16(start + ConsolidatedLevelLayout.BID_PB, bidPb)
                .i16(start + ConsolidatedLevelLayout.ASK_PB, askPb);
    }
}
