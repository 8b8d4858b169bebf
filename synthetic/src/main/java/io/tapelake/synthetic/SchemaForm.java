package io.tapelake.synthetic;

import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.layout.BboLayout;
import io.tapelake.databento.dbn.layout.DefinitionLayout;
import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.MbpLayout;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.databento.dbn.layout.RType;
import io.tapelake.databento.dbn.layout.StatusLayout;
import io.tapelake.databento.dbn.layout.TradeLayout;

/**
 * What the records of a schema look like to the sorter.
 *
 * @param schema the schema
 * @param rtype its record type
 * @param bytes bytes of a record
 * @param indexOffset where its index timestamp lies
 */
record SchemaForm(Schema schema, int rtype, int bytes, int indexOffset) {
    static SchemaForm of(Schema schema) {
        return switch (schema) {
            case TRADES -> new SchemaForm(schema, RType.MBP_0, TradeLayout.BYTES, TradeLayout.TS_RECV);
            case TBBO, MBP_1 -> new SchemaForm(schema, RType.MBP_1, MbpLayout.BYTES, MbpLayout.TS_RECV);
            case BBO_1S -> new SchemaForm(schema, RType.BBO_1S, BboLayout.BYTES, BboLayout.TS_RECV);
            case BBO_1M -> new SchemaForm(schema, RType.BBO_1M, BboLayout.BYTES, BboLayout.TS_RECV);
            case OHLCV_1S -> new SchemaForm(schema, RType.OHLCV_1S, OhlcvLayout.BYTES, HeaderLayout.TS_EVENT);
            case OHLCV_1M -> new SchemaForm(schema, RType.OHLCV_1M, OhlcvLayout.BYTES, HeaderLayout.TS_EVENT);
            case OHLCV_1H -> new SchemaForm(schema, RType.OHLCV_1H, OhlcvLayout.BYTES, HeaderLayout.TS_EVENT);
            case STATUS -> new SchemaForm(schema, RType.STATUS, StatusLayout.BYTES, StatusLayout.TS_RECV);
            case DEFINITION ->
                new SchemaForm(schema, RType.INSTRUMENT_DEF, DefinitionLayout.BYTES, DefinitionLayout.TS_RECV);
            default -> throw new IllegalArgumentException("schema " + schema.text() + " is not made up here");
        };
    }
}
