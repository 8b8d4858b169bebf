package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordView;

/**
 * What every record has. Immutable.
 *
 * @param rtype the record type, see {@link io.tapelake.databento.dbn.layout.RType}
 * @param publisherId dataset and venue, as the vendor numbers them
 * @param instrumentId the instrument, unsigned 32 bits in an int; unique within one UTC day of one dataset only
 * @param tsEvent nanoseconds since the epoch, UTC; the START of a bar
 */
public record RecordHeader(int rtype, int publisherId, int instrumentId, long tsEvent) {
    static RecordHeader of(RecordView view) {
        return new RecordHeader(view.rtype(), view.publisherId(), view.instrumentId(), view.tsEvent());
    }
}
