package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.BboLayout;

/**
 * A best bid and offer sampled each second or minute (schemas {@code bbo-1s}, {@code bbo-1m}); {@code tsRecv} is the END of the interval. Immutable.
 *
 * @param header what every record has
 * @param priceNanos price in 1e-9 units
 * @param size unsigned 32 bits
 * @param side a character; 0 is unset
 * @param flags bit set, 8 bits
 * @param tsRecv nanoseconds since the epoch, UTC
 * @param sequence unsigned 32 bits
 * @param level the best bid and ask
 */
public record Bbo(
        RecordHeader header, long priceNanos, long size, char side, int flags, long tsRecv, long sequence, Level level)
        implements DbnRecord {
    static Bbo of(RecordView view) {
        return new Bbo(
                RecordHeader.of(view),
                view.i64(BboLayout.PRICE),
                view.u32(BboLayout.SIZE),
                (char) view.u8(BboLayout.SIDE),
                view.u8(BboLayout.FLAGS),
                view.i64(BboLayout.TS_RECV),
                view.u32(BboLayout.SEQUENCE),
                Level.of(view, BboLayout.LEVELS));
    }

    @Override
    public void encode(RecordBuffer record) {
        record.i64(BboLayout.PRICE, priceNanos)
                .i32(BboLayout.SIZE, (int) size)
                .u8(BboLayout.SIDE, side)
                .u8(BboLayout.FLAGS, flags)
                .i64(BboLayout.TS_RECV, tsRecv)
                .i32(BboLayout.SEQUENCE, (int) sequence);
        level.encode(record, BboLayout.LEVELS);
    }
}
