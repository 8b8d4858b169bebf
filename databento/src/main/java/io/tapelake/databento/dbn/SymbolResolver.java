package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.SymbolMapping.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns instrument ids into symbols and back, by the mappings of a file's metadata. Ids are re-used, so the key is the
 * pair of UTC day and id; the day is that of {@link RecordView#indexTs()}. For records in order there is
 * {@link SymbolCursor}. Thread-safe.
 */
public final class SymbolResolver {
    private final List<Entry> entries;
    private final List<String> problems;
    private final Map<Integer, SymbolDay> days = new ConcurrentHashMap<>();

    private record Entry(int startDate, int endDate, int instrumentId, String symbol) {}

    private SymbolResolver(List<Entry> entries, List<String> problems) {
        this.entries = List.copyOf(entries);
        this.problems = List.copyOf(problems);
    }

    /**
     * A resolver for a file. Mappings that cannot be used are left out and named by {@link #problems()}; a live stream has
     * no mappings and resolves nothing, see {@link LiveSymbols}.
     */
    public static SymbolResolver of(Metadata metadata) {
        List<Entry> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        boolean idIsOut = metadata.stypeOutId() == SType.INSTRUMENT_ID.id();
        if (!idIsOut && metadata.stypeInId() != SType.INSTRUMENT_ID.id()) {
            if (!metadata.mappings().isEmpty()) {
                problems.add("neither side of the mappings is an instrument id (stype_in " + metadata.stypeInId()
                        + ", stype_out " + metadata.stypeOutId() + "), so no record can be given a symbol");
            }
            return new SymbolResolver(entries, problems);
        }
        for (SymbolMapping mapping : metadata.mappings()) {
            for (Interval interval : mapping.intervals()) {
                if (interval.symbol().isEmpty() || interval.startDate() == interval.endDate()) {
                    continue;
                }
                String symbol = idIsOut ? mapping.rawSymbol() : interval.symbol();
                String id = idIsOut ? interval.symbol() : mapping.rawSymbol();
                if (interval.startDate() > interval.endDate()) {
                    problems.add("the mapping of '" + mapping.rawSymbol() + "' starts on " + interval.startDate()
                            + ", after its end on " + interval.endDate());
                } else if (!isId(id)) {
                    problems.add("the mapping of '" + mapping.rawSymbol() + "' from " + interval.startDate() + " has '"
                            + id + "' where an instrument id is due");
                } else {
                    entries.add(
                            new Entry(interval.startDate(), interval.endDate(), Integer.parseUnsignedInt(id), symbol));
                }
            }
        }
        return new SymbolResolver(entries, problems);
    }

    private static boolean isId(String text) {
        if (text.isEmpty() || text.length() > 10) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return Long.parseLong(text) <= 0xFFFF_FFFFL;
    }

    /**
     * The symbols of a day.
     *
     * @param yyyymmdd a UTC day, see {@link UtcDate}
     */
    public SymbolDay forDate(int yyyymmdd) {
        return days.computeIfAbsent(yyyymmdd, this::day);
    }

    private SymbolDay day(int yyyymmdd) {
        Map<Integer, String> symbols = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.startDate <= yyyymmdd && yyyymmdd < entry.endDate) {
                symbols.put(entry.instrumentId, entry.symbol);
            }
        }
        return new SymbolDay(yyyymmdd, symbols);
    }

    /** What is wrong with mappings that were left out, in words. */
    public List<String> problems() {
        return problems;
    }
}
