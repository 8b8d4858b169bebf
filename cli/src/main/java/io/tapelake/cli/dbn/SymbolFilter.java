package io.tapelake.cli.dbn;

import io.tapelake.cli.CommandException;
import io.tapelake.databento.dbn.LiveSymbols;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.SType;
import io.tapelake.databento.dbn.SymbolCursor;
import io.tapelake.databento.dbn.SymbolMapping;
import io.tapelake.databento.dbn.SymbolResolver;
import java.util.List;
import java.util.stream.Stream;

/** Which records are of a symbol. */
interface SymbolFilter {
    boolean takes(RecordView record);

    /**
     * A filter by the mappings of a file, or by the mapping records of a live stream, whose metadata has none.
     *
     * @param symbol null for all records
     */
    static SymbolFilter of(Metadata metadata, String symbol) {
        if (symbol == null) {
            return record -> true;
        }
        if (metadata == null) {
            throw CommandException.usage("--symbol cannot be used with a fragment, which has no mappings");
        }
        if (metadata.mappings().isEmpty()) {
            LiveSymbols symbols = LiveSymbols.empty();
            return record -> {
                symbols.see(record);
                return symbol.equals(symbols.symbol(record.instrumentId()));
            };
        }
        List<String> known = symbolsOf(metadata);
        if (!known.contains(symbol)) {
            throw CommandException.missingInput("the file has no symbol '" + symbol + "'; it has "
                    + known.size() + ": " + String.join(", ", known.subList(0, Math.min(10, known.size())))
                    + (known.size() > 10 ? ", ..." : ""));
        }
        SymbolCursor cursor = SymbolCursor.of(SymbolResolver.of(metadata));
        return record -> symbol.equals(cursor.symbol(record));
    }

    private static List<String> symbolsOf(Metadata metadata) {
        boolean idIsOut = metadata.stypeOutId() == SType.INSTRUMENT_ID.id();
        Stream<String> symbols = idIsOut
                ? metadata.mappings().stream().map(SymbolMapping::rawSymbol)
                : metadata.mappings().stream()
                        .flatMap(mapping -> mapping.intervals().stream())
                        .map(SymbolMapping.Interval::symbol);
        return symbols.distinct().sorted().toList();
    }
}
