package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.OhlcvLayout;

/**
 * A bar (schemas {@code ohlcv-*}). The header's {@code tsEvent} is its inclusive START; it is not known before its end. Immutable.
 *
 * @param header what every record has
 * @param openNanos price in 1e-9 units
 * @param highNanos price in 1e-9 units
 * @param lowNanos price in 1e-9 units
 * @param closeNanos price in 1e-9 units
 * @param volume unsigned 64 bits in a long
 */
public record Ohlcv(RecordHeader header, long openNanos, long highNanos, long lowNanos, long closeNanos, long volume)
        implements DbnRecord {
    static Ohlcv of(RecordView view) {
        return new Ohlcv(
                RecordHeader.of(view),
                view.i64(OhlcvLayout.OPEN),
                view.i64(OhlcvLayout.HIGH),
                view.i64(OhlcvLayout.LOW),
                view.i64(OhlcvLayout.CLOSE),
                view.i64(OhlcvLayout.VOLUME));
    }

    @Override
    public void encode(RecordBuffer record) {
        record.i64(OhlcvLayout.OPEN, openNanos)
                .i64(OhlcvLayout.HIGH, highNanos)
                .i64(OhlcvLayout.LOW, lowNanos)
                .i64(OhlcvLayout.CLOSE, closeNanos)
                .i64(OhlcvLayout.VOLUME, volume);
    }
}
