package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.layout.Field;
import io.tapelake.databento.dbn.layout.RType;
import io.tapelake.databento.dbn.layout.RecordLayout;
import java.util.HashMap;
import java.util.Map;

/**
 * The symbols of a live stream, whose metadata has none: they come as records among the data, and the last one counts.
 * Records of every version will do. Not thread-safe.
 */
public final class LiveSymbols {
    private final Map<Integer, String> symbols = new HashMap<>();

    private LiveSymbols() {}

    /** Knows nothing yet. */
    public static LiveSymbols empty() {
        return new LiveSymbols();
    }

    /** Learns from a symbol mapping or a definition, and lets every other record pass. */
    public void see(RecordView record) {
        int rtype = record.rtype();
        if (rtype == RType.SYMBOL_MAPPING) {
            learn(record, "stype_out_symbol");
        } else if (rtype == RType.INSTRUMENT_DEF) {
            learn(record, "raw_symbol");
        }
    }

    private void learn(RecordView record, String fieldName) {
        for (Field field :
                RecordLayout.of(record.rtype(), record.version()).orElseThrow().fields()) {
            if (field.name().equals(fieldName)) {
                symbols.put(record.instrumentId(), record.text(field.offset(), field.bytes()));
            }
        }
    }

    /** The symbol of an instrument id (unsigned 32 bits in an int), or null when none was heard of. */
    public String symbol(int instrumentId) {
        return symbols.get(instrumentId);
    }
}
