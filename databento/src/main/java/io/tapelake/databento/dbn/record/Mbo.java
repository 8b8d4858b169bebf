package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.MboLayout;

/**
 * An order event (schema {@code mbo}). Immutable.
 *
 * @param header what every record has
 * @param orderId unsigned 64 bits in a long
 * @param priceNanos price in 1e-9 units
 * @param size unsigned 32 bits
 * @param flags bit set, 8 bits
 * @param channelId unsigned 8 bits
 * @param action a character; 0 is unset
 * @param side a character; 0 is unset
 * @param tsRecv nanoseconds since the epoch, UTC
 * @param tsInDelta signed 32 bits
 * @param sequence unsigned 32 bits
 */
public record Mbo(
        RecordHeader header,
        long orderId,
        long priceNanos,
        long size,
        int flags,
        int channelId,
        char action,
        char side,
        long tsRecv,
        int tsInDelta,
        long sequence)
        implements DbnRecord {
    static Mbo of(RecordView view) {
        return new Mbo(
                RecordHeader.of(view),
                view.i64(MboLayout.ORDER_ID),
                view.i64(MboLayout.PRICE),
                view.u32(MboLayout.SIZE),
                view.u8(MboLayout.FLAGS),
                view.u8(MboLayout.CHANNEL_ID),
                (char) view.u8(MboLayout.ACTION),
                (char) view.u8(MboLayout.SIDE),
                view.i64(MboLayout.TS_RECV),
                view.i32(MboLayout.TS_IN_DELTA),
                view.u32(MboLayout.SEQUENCE));
    }

    @Override
    public void encode(RecordBuffer record) {
        record.i64(MboLayout.ORDER_ID, orderId)
                .i64(MboLayout.PRICE, priceNanos)
                .i32(MboLayout.SIZE, (int) size)
                .u8(MboLayout.FLAGS, flags)
                .u8(MboLayout.CHANNEL_ID, channelId)
                .u8(MboLayout.ACTION, action)
                .u8(MboLayout.SIDE, side)
                .i64(MboLayout.TS_RECV, tsRecv)
                .i32(MboLayout.TS_IN_DELTA, tsInDelta)
                .i32(MboLayout.SEQUENCE, (int) sequence);
    }
}
