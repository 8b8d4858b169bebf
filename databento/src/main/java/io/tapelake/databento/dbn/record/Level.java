package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.LevelLayout;

/**
 * One level of a book. An empty side has an undefined price and zeros. Immutable.
 *
 * @param bidPxNanos price in 1e-9 units
 * @param askPxNanos price in 1e-9 units
 * @param bidSz unsigned 32 bits
 * @param askSz unsigned 32 bits
 * @param bidCt unsigned 32 bits
 * @param askCt unsigned 32 bits
 */
public record Level(long bidPxNanos, long askPxNanos, long bidSz, long askSz, long bidCt, long askCt) {
    static Level of(RecordView view, int start) {
        return new Level(
                view.i64(start + LevelLayout.BID_PX),
                view.i64(start + LevelLayout.ASK_PX),
                view.u32(start + LevelLayout.BID_SZ),
                view.u32(start + LevelLayout.ASK_SZ),
                view.u32(start + LevelLayout.BID_CT),
                view.u32(start + LevelLayout.ASK_CT));
    }

    void encode(RecordBuffer record, int start) {
        record.i64(start + LevelLayout.BID_PX, bidPxNanos)
                .i64(start + LevelLayout.ASK_PX, askPxNanos)
                .i32(start + LevelLayout.BID_SZ, (int) bidSz)
                .i32(start + LevelLayout.ASK_SZ, (int) askSz)
                .i32(start + LevelLayout.BID_CT, (int) bidCt)
                .i32(start + LevelLayout.ASK_CT, (int) askCt);
    }
}
