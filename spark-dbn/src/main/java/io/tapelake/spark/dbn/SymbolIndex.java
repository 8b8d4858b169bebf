package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.LiveSymbols;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.SymbolCursor;
import io.tapelake.databento.dbn.SymbolResolver;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The symbols of one file as Spark strings that are made once. Not thread-safe.
 *
 * <p>A live capture has no mappings in its metadata: {@link #see} takes them from the stream as they come.
 */
final class SymbolIndex {
    /** A symbol, and whether the filter wants it. */
    record Entry(UTF8String symbol, boolean wanted) {}

    /** No symbol. */
    static final Entry NONE = new Entry(null, false);

    private final SymbolCursor mapped;
    private final LiveSymbols live;
    private final SortedSet<String> wanted;
    private final Map<String, Entry> entries = new HashMap<>();

    /**
     * @param metadata of the file, or null when it has none; then no record has a symbol
     * @param wanted the symbols that the filter wants, or null for all
     */
    SymbolIndex(Metadata metadata, SortedSet<String> wanted) {
        this.wanted = wanted;
        boolean mapsInStream = metadata != null && FileFacts.mapsInStream(metadata);
        this.live = mapsInStream ? LiveSymbols.empty() : null;
        this.mapped = metadata == null || mapsInStream ? null : SymbolCursor.of(SymbolResolver.of(metadata));
    }

    /** Learns from a record of a live capture. */
    void see(RecordView record) {
        if (live != null) {
            live.see(record);
        }
    }

    /** The symbol of a record; an entry without a symbol if there is none. */
    Entry entry(RecordView record) {
        String symbol = symbol(record);
        if (symbol == null) {
            return NONE;
        }
        Entry entry = entries.get(symbol);
        if (entry == null) {
            entry = new Entry(UTF8String.fromString(symbol), wanted == null || wanted.contains(symbol));
            entries.put(symbol, entry);
        }
        return entry;
    }

    private String symbol(RecordView record) {
        if (mapped != null) {
            return mapped.symbol(record);
        }
        return live == null ? null : live.symbol(record.instrumentId());
    }
}
