package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.StatusLayout;

/**
 * A trading status (schema {@code status}). Immutable.
 *
 * @param header what every record has
 * @param tsRecv nanoseconds since the epoch, UTC
 * @param action unsigned 16 bits
 * @param reason unsigned 16 bits
 * @param tradingEvent unsigned 16 bits
 * @param isTrading a character; 0 is unset
 * @param isQuoting a character; 0 is unset
 * @param isShortSellRestricted a character; 0 is unset
 */
public record Status(
        RecordHeader header,
        long tsRecv,
        int action,
        int reason,
        int tradingEvent,
        char isTrading,
        char isQuoting,
        char isShortSellRestricted)
        implements DbnRecord {
    static Status of(RecordView view) {
        return new Status(
                RecordHeader.of(view),
                view.i64(StatusLayout.TS_RECV),
                view.u16(StatusLayout.ACTION),
                view.u16(StatusLayout.REASON),
                view.u16(StatusLayout.TRADING_EVENT),
                (char) view.u8(StatusLayout.IS_TRADING),
                (char) view.u8(StatusLayout.IS_QUOTING),
                (char) view.u8(StatusLayout.IS_SHORT_SELL_RESTRICTED));
    }

    @Override
    public void encode(RecordBuffer record) {
        record.i64(StatusLayout.TS_RECV, tsRecv)
                .i16(StatusLayout.ACTION, action)
                .i16(StatusLayout.REASON, reason)
                .i16(StatusLayout.TRADING_EVENT, tradingEvent)
                .u8(StatusLayout.IS_TRADING, isTrading)
                .u8(StatusLayout.IS_QUOTING, isQuoting)
                .u8(StatusLayout.IS_SHORT_SELL_RESTRICTED, isShortSellRestricted);
    }
}
