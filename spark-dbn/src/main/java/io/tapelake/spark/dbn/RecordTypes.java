package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.layout.RType;

/** Which records belong to a schema. */
final class RecordTypes {
    private RecordTypes() {}

    /** The record type of a schema; {@code mbp-1} and {@code tbbo} share one. */
    static int of(Schema schema) {
        return switch (schema) {
            case MBO -> RType.MBO;
            case TRADES -> RType.MBP_0;
            case MBP_1, TBBO -> RType.MBP_1;
            case MBP_10 -> RType.MBP_10;
            case OHLCV_1S -> RType.OHLCV_1S;
            case OHLCV_1M -> RType.OHLCV_1M;
            case OHLCV_1H -> RType.OHLCV_1H;
            case OHLCV_1D -> RType.OHLCV_1D;
            case OHLCV_EOD -> RType.OHLCV_EOD;
            case DEFINITION -> RType.INSTRUMENT_DEF;
            case STATISTICS -> RType.STATISTICS;
            case STATUS -> RType.STATUS;
            case IMBALANCE -> RType.IMBALANCE;
            case CMBP_1 -> RType.CMBP_1;
            case TCBBO -> RType.TCBBO;
            case CBBO_1S -> RType.CBBO_1S;
            case CBBO_1M -> RType.CBBO_1M;
            case BBO_1S -> RType.BBO_1S;
            case BBO_1M -> RType.BBO_1M;
        };
    }
}
