package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.RType;
import io.tapelake.databento.dbn.layout.RecordLayout;
import java.util.Optional;

/**
 * A record as a plain object, in the form of version 3 whatever its version was. Immutable, so it may be kept, where the
 * {@link RecordView} it was made from may not. Reserved bytes and the gateway's sending time are left behind.
 */
public sealed interface DbnRecord
        permits Mbo,
                Trade,
                Mbp,
                Bbo,
                Cmbp,
                Cbbo,
                Ohlcv,
                Status,
                Definition,
                Imbalance,
                Statistics,
                ErrorMessage,
                SymbolMappingMessage,
                SystemMessage {
    /** What every record has. */
    RecordHeader header();

    /** Sets every field but the header's in a buffer for this record type. */
    void encode(RecordBuffer record);

    /** The record as bytes of version 3, without a ts_out suffix. */
    default byte[] toBytes() {
        RecordHeader header = header();
        RecordBuffer record = RecordBuffer.of(header.rtype(), RecordLayout.MAX_VERSION)
                .header(header.publisherId(), header.instrumentId(), header.tsEvent());
        encode(record);
        return record.toByteArray();
    }

    /**
     * The object for a record.
     *
     * @param view of any version
     * @return the object, or empty when the record type is not known
     */
    static Optional<DbnRecord> of(RecordView view) {
        RecordView newest = view.upgraded();
        return Optional.ofNullable(
                switch (view.rtype()) {
                    case RType.MBO -> Mbo.of(newest);
                    case RType.MBP_0 -> Trade.of(newest);
                    case RType.MBP_1, RType.MBP_10 -> Mbp.of(newest);
                    case RType.BBO_1S, RType.BBO_1M -> Bbo.of(newest);
                    case RType.CMBP_1, RType.TCBBO -> Cmbp.of(newest);
                    case RType.CBBO_1S, RType.CBBO_1M -> Cbbo.of(newest);
                    case RType.OHLCV_DEPRECATED,
                            RType.OHLCV_1S,
                            RType.OHLCV_1M,
                            RType.OHLCV_1H,
                            RType.OHLCV_1D,
                            RType.OHLCV_EOD -> Ohlcv.of(newest);
                    case RType.STATUS -> Status.of(newest);
                    case RType.INSTRUMENT_DEF -> Definition.of(newest);
                    case RType.IMBALANCE -> Imbalance.of(newest);
                    case RType.STATISTICS -> Statistics.of(newest);
                    case RType.ERROR -> ErrorMessage.of(newest);
                    case RType.SYMBOL_MAPPING -> SymbolMappingMessage.of(newest);
                    case RType.SYSTEM -> SystemMessage.of(newest);
                    default -> null;
                });
    }
}
