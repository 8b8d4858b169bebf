package io.tapelake.jobs.ingest;

import io.tapelake.databento.dbn.SymbolDay;
import io.tapelake.databento.dbn.SymbolResolver;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the records of a file by trade date and symbol. Both dates of a record (UTC, which decides its symbol, and the
 * trade date, which decides its partition) change twice a day, so they are looked up per stretch of time and not per
 * record. Not thread-safe.
 */
final class ShareCounter {

    private static final long DAY_NS = 86_400_000_000_000L;

    private final SymbolResolver resolver;
    private final TradeDateRule rule;
    private final Map<LocalDate, MutableShare> shares = new TreeMap<>();
    private final Map<Integer, Map<Integer, String>> symbolsByUtcDate = new HashMap<>();

    private long stretchStart = Long.MAX_VALUE;
    private long stretchEnd = Long.MIN_VALUE;
    private MutableShare share;
    private Map<Integer, String> symbols;
    private SymbolDay daySymbols;
    private LocalDate tradeDate;

    ShareCounter(SymbolResolver resolver, TradeDateRule rule) {
        this.resolver = resolver;
        this.rule = rule;
    }

    /** The symbol of an instrument at a time; null if the file does not map it. Also sets {@link #tradeDate()}. */
    String symbol(long indexNs, int instrumentId) {
        if (indexNs < stretchStart || indexNs >= stretchEnd) {
            enter(indexNs);
        }
        return symbols.computeIfAbsent(instrumentId, id -> daySymbols.symbol(id));
    }

    /** The trade date of the record last asked for. */
    LocalDate tradeDate() {
        return tradeDate;
    }

    /** Counts the record last asked for. */
    void count(long indexNs, String symbol) {
        share.records++;
        share.firstNs = Math.min(share.firstNs, indexNs);
        share.lastNs = Math.max(share.lastNs, indexNs);
        share.bySymbol.computeIfAbsent(symbol, s -> new long[1])[0]++;
    }

    private void enter(long indexNs) {
        long utcDay = Math.floorDiv(indexNs, DAY_NS);
        tradeDate = rule.date(indexNs);
        stretchStart = Math.max(rule.startNs(tradeDate), utcDay * DAY_NS);
        stretchEnd = Math.min(rule.startNs(tradeDate.plusDays(1)), (utcDay + 1) * DAY_NS);
        LocalDate utc = LocalDate.ofEpochDay(utcDay);
        int yyyymmdd = utc.getYear() * 10_000 + utc.getMonthValue() * 100 + utc.getDayOfMonth();
        daySymbols = resolver.forDate(yyyymmdd);
        symbols = symbolsByUtcDate.computeIfAbsent(yyyymmdd, d -> new HashMap<>());
        share = shares.computeIfAbsent(tradeDate, d -> new MutableShare());
    }

    /** What was counted, dates without a record left out. */
    SortedMap<LocalDate, Inspection.DateShare> shares() {
        SortedMap<LocalDate, Inspection.DateShare> counted = new TreeMap<>();
        shares.forEach((date, s) -> {
            if (s.records > 0) {
                SortedMap<String, Long> bySymbol = new TreeMap<>();
                s.bySymbol.forEach((symbol, n) -> bySymbol.put(symbol, n[0]));
                counted.put(date, new Inspection.DateShare(s.records, s.firstNs, s.lastNs, bySymbol));
            }
        });
        return counted;
    }

    private static final class MutableShare {
        private long records;
        private long firstNs = Long.MAX_VALUE;
        private long lastNs = Long.MIN_VALUE;
        private final Map<String, long[]> bySymbol = new HashMap<>();
    }
}
