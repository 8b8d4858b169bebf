package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.SType;
import io.tapelake.databento.dbn.SymbolMapping;
import io.tapelake.databento.dbn.UtcDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Which symbols a file's metadata maps, and on which UTC days: enough to know, without opening the file, that it has no
 * row of a symbol. May claim more than the rows have, never less. Immutable.
 */
final class MappedSymbols {
    private final String[] symbols;
    /** By symbol: first day, last day, first day, ... as days since 1970-01-01, both included. */
    private final int[][] days;

    private MappedSymbols(String[] symbols, int[][] days) {
        this.symbols = symbols;
        this.days = days;
    }

    /** @param pool makes equal symbols of many files one string */
    static MappedSymbols of(Metadata metadata, Map<String, String> pool) {
        boolean idsAreOut = metadata.stypeOut().equals(Optional.of(SType.INSTRUMENT_ID));
        Map<String, int[]> found = new TreeMap<>();
        int[] last = new int[0];
        for (SymbolMapping mapping : metadata.mappings()) {
            for (SymbolMapping.Interval interval : mapping.intervals()) {
                String symbol = idsAreOut ? mapping.rawSymbol() : interval.symbol();
                int[] added = with(found.getOrDefault(symbol, new int[0]), interval);
                // Most symbols of a file are mapped on the same days: one array serves them all.
                last = Arrays.equals(added, last) ? last : added;
                found.put(pool.computeIfAbsent(symbol, same -> same), last);
            }
        }
        return new MappedSymbols(
                found.keySet().toArray(String[]::new), found.values().toArray(int[][]::new));
    }

    private static int[] with(int[] days, SymbolMapping.Interval interval) {
        if (!UtcDate.isDate(interval.startDate()) || !UtcDate.isDate(interval.endDate())) {
            // Whatever the codec makes of it: such a day rules nothing out.
            return new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE};
        }
        int[] more = Arrays.copyOf(days, days.length + 2);
        more[days.length] = epochDay(interval.startDate());
        more[days.length + 1] = epochDay(interval.endDate()) - 1;
        return more;
    }

    private static int epochDay(int yyyymmdd) {
        return (int) UtcDate.toLocalDate(yyyymmdd).toEpochDay();
    }

    /** Whether rows may pass a filter that asks for a symbol. */
    boolean mayHold(RowFilter filter) {
        SortedSet<String> wanted = filter.symbols();
        if (wanted == null) {
            return Arrays.stream(days).distinct().anyMatch(some -> meet(some, filter.times()));
        }
        for (String symbol : wanted) {
            int at = Arrays.binarySearch(symbols, symbol);
            if (at >= 0 && meet(days[at], filter.times())) {
                return true;
            }
        }
        return false;
    }

    private static boolean meet(int[] days, TimeRanges times) {
        for (int i = 0; i < days.length; i += 2) {
            long first = TradeDates.saturatedMultiply(days[i], TradeDates.NS_PER_DAY);
            long next = TradeDates.saturatedMultiply(days[i + 1] + 1L, TradeDates.NS_PER_DAY);
            if (next > 0 && times.meets(first, next - 1)) {
                return true;
            }
        }
        return false;
    }
}
