package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.LiveSymbols;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.SymbolDay;
import io.tapelake.databento.dbn.SymbolResolver;
import io.tapelake.databento.dbn.UtcDate;
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

    private final SymbolResolver resolver;
    private final LiveSymbols live;
    private final SortedSet<String> wanted;
    private final Map<String, Entry> entries = new HashMap<>();

    private final IdMap<Entry> ofDay = new IdMap<>();
    private SymbolDay day;
    private long dayFirstNs = 1;
    private long dayLastNs;

    /**
     * @param metadata of the file, or null when it has none; then no record has a symbol
     * @param wanted the symbols that the filter wants, or null for all
     */
    SymbolIndex(Metadata metadata, SortedSet<String> wanted) {
        this.wanted = wanted;
        boolean mapsInStream = metadata != null && FileFacts.mapsInStream(metadata);
        this.live = mapsInStream ? LiveSymbols.empty() : null;
        this.resolver = metadata == null || mapsInStream ? null : SymbolResolver.of(metadata);
    }

    /** Learns from a record of a live capture. */
    void see(RecordView record) {
        if (live != null) {
            live.see(record);
        }
    }

    /** The symbol of a record; an entry without a symbol if there is none. */
    Entry entry(RecordView record) {
        if (resolver == null) {
            return live == null ? NONE : entryOf(live.symbol(record.instrumentId()));
        }
        long indexNs = record.indexTs();
        if (indexNs < dayFirstNs || indexNs > dayLastNs) {
            if (indexNs < 0) {
                return NONE;
            }
            moveTo(indexNs);
        }
        int id = record.instrumentId();
        Entry entry = ofDay.get(id);
        if (entry == null) {
            entry = entryOf(day.symbol(id));
            ofDay.put(id, entry);
        }
        return entry;
    }

    private void moveTo(long indexNs) {
        ofDay.clear();
        day = resolver.forDate(UtcDate.of(indexNs));
        dayFirstNs = indexNs - indexNs % TradeDates.NS_PER_DAY;
        dayLastNs = dayFirstNs + (TradeDates.NS_PER_DAY - 1);
    }

    private Entry entryOf(String symbol) {
        if (symbol == null) {
            return NONE;
        }
        return entries.computeIfAbsent(
                symbol, text -> new Entry(UTF8String.fromString(text), wanted == null || wanted.contains(text)));
    }
}
