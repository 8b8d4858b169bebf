package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.SystemLayout;

/**
 * A message of the live gateway: a heartbeat, an acknowledgement, a warning. Immutable.
 *
 * @param header what every record has
 * @param msg text
 * @param code unsigned 8 bits
 */
public record SystemMessage(RecordHeader header, String msg, int code) implements DbnRecord {
    static SystemMessage of(RecordView view) {
        return new SystemMessage(
                RecordHeader.of(view), view.text(SystemLayout.MSG, SystemLayout.MSG_WIDTH), view.u8(SystemLayout.CODE));
    }

    @Override
    public void encode(RecordBuffer record) {
        record.text(SystemLayout.MSG, SystemLayout.MSG_WIDTH, msg).u8(SystemLayout.CODE, code);
    }
}
