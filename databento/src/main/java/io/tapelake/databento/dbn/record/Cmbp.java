package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.CmbpLayout;

/**
 * A consolidated book update (schemas {@code cmbp-1}, {@code tcbbo}). Immutable.
 *
 * @param header what every record has
 * @param priceNanos price in 1e-9 units
 * @param size unsigned 32 bits
 * @param action a character; 0 is unset
 * @param side a character; 0 is unset
 * @param flags bit set, 8 bits
 * @param tsRecv nanoseconds since the epoch, UTC
 * @param tsInDelta signed 32 bits
 * @param level the best bid and ask
 */
public record Cmbp(
        RecordHeader header,
        long priceNanos,
        long size,
        char action,
        char side,
        int flags,
        long tsRecv,
        int tsInDelta,
        ConsolidatedLevel level)
        implements DbnRecord {
    static Cmbp of(RecordView view) {
        return new Cmbp(
                RecordHeader.of(view),
                view.i64(CmbpLayout.PRICE),
                view.u32(CmbpLayout.SIZE),
                (char) view.u8(CmbpLayout.ACTION),
                (char) view.u8(CmbpLayout.SIDE),
                view.u8(CmbpLayout.FLAGS),
                view.i64(CmbpLayout.TS_RECV),
                view.i32(CmbpLayout.TS_IN_DELTA),
                ConsolidatedLevel.of(view, CmbpLayout.LEVELS));
    }

    @Override
    public void encode(RecordBuffer record) {
        record.i64(CmbpLayout.PRICE, priceNanos)
                .i32(CmbpLayout.SIZE, (int) size)
                .u8(CmbpLayout.ACTION, action)
                .u8(CmbpLayout.SIDE, side)
                .u8(CmbpLayout.FLAGS, flags)
                .i64(CmbpLayout.TS_RECV, tsRecv)
                .i32(CmbpLayout.TS_IN_DELTA, tsInDelta);
        level.encode(record, CmbpLayout.LEVELS);
    }
}
