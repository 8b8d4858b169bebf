package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.CbboLayout;

/**
 * A consolidated best bid and offer sampled each second or minute (schemas {@code cbbo-1s}, {@code cbbo-1m}). Immutable.
 *
 * @param header what every record has
 * @param priceNanos price in 1e-9 units
 * @param size unsigned 32 bits
 * @param side a character; 0 is unset
 * @param flags bit set, 8 bits
 * @param tsRecv nanoseconds since the epoch, UTC
 * @param level the best bid and ask
 */
public record Cbbo(
        RecordHeader header, long priceNanos, long size, char side, int flags, long tsRecv, ConsolidatedLevel level)
        implements DbnRecord {
    static Cbbo of(RecordView view) {
        return new Cbbo(
                RecordHeader.of(view),
                view.i64(CbboLayout.PRICE),
                view.u32(CbboLayout.SIZE),
                (char) view.u8(CbboLayout.SIDE),
                view.u8(CbboLayout.FLAGS),
                view.i64(CbboLayout.TS_RECV),
                ConsolidatedLevel.of(view, CbboLayout.LEVELS));
    }

    @Override
    public void encode(RecordBuffer record) {
        record.i64(CbboLayout.PRICE, priceNanos)
                .i32(CbboLayout.SIZE, (int) size)
                .u8(CbboLayout.SIDE, side)
                .u8(CbboLayout.FLAGS, flags)
                .i64(CbboLayout.TS_RECV, tsRecv);
        level.encode(record, CbboLayout.LEVELS);
    }
}
