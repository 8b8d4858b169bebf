package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.TradeLayout;

/**
 * A trade (schema {@code trades}). Immutable.
 *
 * @param header what every record has
 * @param priceNanos price in 1e-9 units
 * @param size unsigned 32 bits
 * @param action a character; 0 is unset
 * @param side a character; 0 is unset
 * @param flags bit set, 8 bits
 * @param depth unsigned 8 bits
 * @param tsRecv nanoseconds since the epoch, UTC
 * @param tsInDelta signed 32 bits
 * @param sequence unsigned 32 bits
 */
public record Trade(
        RecordHeader header,
        long priceNanos,
        long size,
        char action,
        char side,
        int flags,
        int depth,
        long tsRecv,
        int tsInDelta,
        long sequence)
        implements DbnRecord {
    static Trade of(RecordView view) {
        return new Trade(
                RecordHeader.of(view),
                view.i64(TradeLayout.PRICE),
                view.u32(TradeLayout.SIZE),
                (char) view.u8(TradeLayout.ACTION),
                (char) view.u8(TradeLayout.SIDE),
                view.u8(TradeLayout.FLAGS),
                view.u8(TradeLayout.DEPTH),
                view.i64(TradeLayout.TS_RECV),
                view.i32(TradeLayout.TS_IN_DELTA),
                view.u32(TradeLayout.SEQUENCE));
    }

    @Override
    public void encode(RecordBuffer record) {
        record.i64(TradeLayout.PRICE, priceNanos)
                .i32(TradeLayout.SIZE, (int) size)
                .u8(TradeLayout.ACTION, action)
                .u8(TradeLayout.SIDE, side)
                .u8(TradeLayout.FLAGS, flags)
                .u8(TradeLayout.DEPTH, depth)
                .i64(TradeLayout.TS_RECV, tsRecv)
                .i32(TradeLayout.TS_IN_DELTA, tsInDelta)
                .i32(TradeLayout.SEQUENCE, (int) sequence);
    }
}
