package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.ErrorLayout;

/**
 * An error of the live gateway. Immutable.
 *
 * @param header what every record has
 * @param err text
 * @param code unsigned 8 bits
 * @param isLast unsigned 8 bits
 */
public record ErrorMessage(RecordHeader header, String err, int code, int isLast) implements DbnRecord {
    static ErrorMessage of(RecordView view) {
        return new ErrorMessage(
                RecordHeader.of(view),
                view.text(ErrorLayout.ERR, ErrorLayout.ERR_WIDTH),
                view.u8(ErrorLayout.CODE),
                view.u8(ErrorLayout.IS_LAST));
    }

    @Override
    public void encode(RecordBuffer record) {
        record.text(ErrorLayout.ERR, ErrorLayout.ERR_WIDTH, err)
                .u8(ErrorLayout.CODE, code)
                .u8(ErrorLayout.IS_LAST, isLast);
    }
}
