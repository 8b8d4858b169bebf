package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.StatisticsLayout;

/**
 * A statistic of the venue (schema {@code statistics}). Immutable.
 *
 * @param header what every record has
 * @param tsRecv nanoseconds since the epoch, UTC
 * @param tsRef nanoseconds since the epoch, UTC
 * @param priceNanos price in 1e-9 units
 * @param quantity signed 64 bits
 * @param sequence unsigned 32 bits
 * @param tsInDelta signed 32 bits
 * @param statType unsigned 16 bits
 * @param channelId unsigned 16 bits
 * @param updateAction unsigned 8 bits
 * @param statFlags unsigned 8 bits
 */
public record Statistics(
        RecordHeader header,
        long tsRecv,
        long tsRef,
        long priceNanos,
        long quantity,
        long sequence,
        int tsInDelta,
        int statType,
        int channelId,
        int updateAction,
        int statFlags)
        implements DbnRecord {
    static Statistics of(RecordView view) {
        return new Statistics(
                RecordHeader.of(view),
                view.i64(StatisticsLayout.TS_RECV),
                view.i64(StatisticsLayout.TS_REF),
                view.i64(StatisticsLayout.PRICE),
                view.i64(StatisticsLayout.QUANTITY),
                view.u32(StatisticsLayout.SEQUENCE),
                view.i32(StatisticsLayout.TS_IN_DELTA),
                view.u16(StatisticsLayout.STAT_TYPE),
                view.u16(StatisticsLayout.CHANNEL_ID),
                view.u8(StatisticsLayout.UPDATE_ACTION),
                view.u8(StatisticsLayout.STAT_FLAGS));
    }

    @Override
    public void encode(RecordBuffer record) {
        record.i64(StatisticsLayout.TS_RECV, tsRecv)
                .i64(StatisticsLayout.TS_REF, tsRef)
                .i64(StatisticsLayout.PRICE, priceNanos)
                .i64(StatisticsLayout.QUANTITY, quantity)
                .i32(StatisticsLayout.SEQUENCE, (int) sequence)
                .i32(StatisticsLayout.TS_IN_DELTA, tsInDelta)
                .i16(StatisticsLayout.STAT_TYPE, statType)
                .i16(StatisticsLayout.CHANNEL_ID, channelId)
                .u8(StatisticsLayout.UPDATE_ACTION, updateAction)
                .u8(StatisticsLayout.STAT_FLAGS, statFlags);
    }
}
